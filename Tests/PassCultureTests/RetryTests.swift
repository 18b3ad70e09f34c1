// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("A request is made again")
struct RetryTests {
    private static let noAnswer = FakeTransport.Step.fail(TransportFailure(.noAnswer))
    private static let neverSent = FakeTransport.Step.fail(TransportFailure(.neverSent))

    @Test("when a check was not answered, and the caller sees the answer alone", arguments: waysAndModes)
    func check(mode: Mode, way: Way) async throws {
        let events = EventLog()
        let counter = try Counter(
            [Self.noAnswer, .status(502), .answer(SampleAnswer.cancelled.response)], retries: .standard,
            observe: { events.append($0) })
        guard case .refused(let refusal) = try await counter.verify(mode, way) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == .cancelled)
        #expect(counter.transport.requests.count == 3)
        #expect(
            events.all.map(\.name) == [
                .requestFinished, .retryScheduled, .requestFinished, .retryScheduled, .requestFinished,
            ])
        #expect(events.all.map(\.attempt) == [1, 1, 2, 2, 3])
        #expect(events.all.map(\.reason) == [nil, .noAnswer, nil, .status, nil])
        // The chance of this counter is one half.
        #expect(events.all.map(\.wait) == [nil, .milliseconds(50), nil, .milliseconds(100), nil])
        #expect(counter.time.waits == [.milliseconds(50), .milliseconds(100)])
    }

    @Test("when a validation never left, and the journal knows of one", arguments: waysAndModes)
    func validation(mode: Mode, way: Way) async throws {
        let counter = try Counter([Self.neverSent, Self.neverSent, .status(204)], retries: .standard)
        #expect(try await counter.validate(mode, way) == .validated)
        #expect(counter.transport.requests.map(\.method) == ["PATCH", "PATCH", "PATCH"])
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .validated])
    }

    @Test("never when a validation may have left, though the attempt before it had not", arguments: waysAndModes)
    func lostValidation(mode: Mode, way: Way) async throws {
        let events = EventLog()
        let counter = try Counter(
            [Self.neverSent, Self.noAnswer, .status(204)], retries: RetryPolicy(attempts: 10),
            observe: { events.append($0) })
        #expect(try await counter.validate(mode, way) == .unknown(UnknownValidation(cause: .noAnswer)))
        #expect(counter.transport.requests.count == 2)
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .unknown(.noAnswer)])
        #expect(events.all.last?.name == .gaveUp)
        #expect(events.all.last?.reason == .mayHaveBeenSent)
        #expect(events.all.last?.attempt == 2)
    }

    @Test("within the deadline alone: every attempt gets what is left of it", arguments: Way.allCases)
    func deadline(way: Way) async throws {
        let time = VirtualTime()
        let slow = FakeTransport.Step.perform { request in
            time.advance(by: min(.seconds(2), request.totalDeadline))
            return .failure(TransportFailure(.noAnswer))
        }
        let counter = try Counter([slow, slow, slow, slow], retries: RetryPolicy(attempts: 9), time: time)
        let error = await #expect(throws: PassCultureError.self) { try await counter.verify(.desk, way) }
        #expect(error?.code == .noAnswer)
        #expect(time.monotonic() == .seconds(5))
        let deadlines: [Duration] = [.seconds(5), .milliseconds(2_950), .milliseconds(850)]
        #expect(counter.transport.requests.map(\.totalDeadline) == deadlines)
        #expect(counter.transport.requests.map(\.connectDeadline) == [.seconds(3)] + deadlines.dropFirst())
    }

    @Test("within a deadline of the call's own", arguments: Way.allCases)
    func ownDeadline(way: Way) async throws {
        let counter = try Counter([.status(204), .status(204), .status(204)])
        let desk = try counter.desk(), code = counter.countermark
        let deadline = Duration.milliseconds(700)
        if way == .async {
            _ = try await desk.validate(code, deadline: deadline)
            _ = try await counter.passCulture.openDesk.verify(
                code, email: counter.email, offer: nil, deadline: deadline)
        } else {
            _ = try desk.validateBlocking(code, deadline: deadline)
            _ = try counter.passCulture.openDesk.verifyBlocking(
                code, email: counter.email, offer: nil, deadline: deadline)
        }
        _ = try await counter.validate(.desk, way)
        #expect(counter.transport.requests.map(\.totalDeadline) == [deadline, deadline, .seconds(5)])
    }

    @Test("not at all when the journal took all of the deadline: nothing was sent", arguments: Way.allCases)
    func slowJournal(way: Way) async throws {
        let time = VirtualTime()
        let counter = try Counter(
            [.status(204)], journal: RecordingJournal(onRecord: { time.advance(by: .seconds(6)) }), time: time)
        let error = await #expect(throws: PassCultureError.self) { try await counter.validate(.desk, way) }
        #expect(error?.code == .neverSent)
        #expect(error?.nothingWasSent == true)
        #expect(counter.transport.requests.isEmpty)
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .notSent])
    }

    @Test("after the time that the platform asks for", arguments: ["2", "Mon, 24 Dec 2018 10:00:02 GMT"])
    func retryAfter(header: String) async throws {
        for way in Way.allCases {
            let busy = TransportResponse(status: 503, retryAfter: RetryAfter(header))
            let counter = try Counter([.answer(busy), .status(204)], retries: .standard)
            #expect(try await counter.verify(.open, way) == .valid(nil))
            #expect(counter.time.waits == [.milliseconds(2_050)])
        }
    }

    @Test("not when that time does not fit: the call ends at once and says how long", arguments: waysAndModes)
    func retryAfterTooLong(mode: Mode, way: Way) async throws {
        for (status, header) in [(429, "60"), (503, "Mon, 24 Dec 2018 10:01:00 GMT")] {
            let busy = TransportResponse(status: status, retryAfter: RetryAfter(header))
            let counter = try Counter([.answer(busy), .status(204)], retries: .standard)
            let error = await #expect(throws: PassCultureError.self) { try await counter.verify(mode, way) }
            #expect(error?.code == .unexpectedStatus)
            #expect(error?.status == status)
            #expect(error?.retryAfter == .seconds(60))
            #expect(counter.time.waits.isEmpty)
            #expect(counter.transport.requests.count == 1)
        }
    }

    @Test("no more once the task is cancelled: a wait that would never end does")
    func cancelled() async throws {
        for mode in Mode.allCases {
            let time = VirtualTime(waiting: .holds)
            let counter = try Counter([Self.neverSent, .status(204)], retries: .standard, time: time)
            let task = Task { try await counter.validate(mode, .async) }
            while time.waiterCount == 0 { await Task.yield() }
            task.cancel()
            let error = await #expect(throws: PassCultureError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            #expect(error?.nothingWasSent == true)
            #expect(counter.transport.requests.count == 1)
            #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .notSent])
        }
    }

    @Test("no more once the task is cancelled, by the clock of the machine too")
    func cancelledReally() async throws {
        let waiting = EventLog()
        let transport = FakeTransport([Self.neverSent, .status(204)])
        let slow = RetryPolicy(firstWait: .seconds(86_400), longestWait: .seconds(86_400))
        let options = Options(
            totalDeadline: .seconds(1_000_000), retries: slow, draw: { .max }, observe: { waiting.append($0) })
        let passCulture = PassCulture(.integration, options: options, transport: transport)
        let desk = try passCulture.plainDesk(email: "pro@example.com", password: "Azerty123456!@")
        let code = try Countermark("LYSYU9")
        let task = Task { try await desk.verify(code) }
        while !waiting.all.contains(where: { $0.name == .retryScheduled }) { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: PassCultureError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(transport.requests.count == 1)
    }

    @Test("on the caller's thread by the clock of the machine, after a real wait", arguments: Way.allCases)
    func really(way: Way) async throws {
        let transport = FakeTransport([Self.neverSent, .status(204)])
        let options = Options(
            totalDeadline: .seconds(600), retries: RetryPolicy(firstWait: .milliseconds(2)), draw: { .max })
        let passCulture = PassCulture(.integration, options: options, transport: transport)
        let desk = try passCulture.plainDesk(email: "pro@example.com", password: "Azerty123456!@")
        let code = try Countermark("LYSYU9")
        let outcome = way == .async ? try await desk.validate(code) : try desk.validateBlocking(code)
        #expect(outcome == .validated)
        #expect(transport.requests.count == 2)
    }
}
