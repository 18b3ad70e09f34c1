// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import TestSupport
import Testing

@testable import PassCulture

@Suite("The limit of calls by a provider's key")
struct RateLimitTests {
    @Test("lets 200 calls go in any minute, and has the next wait if its deadline allows", arguments: Way.allCases)
    func waits(way: Way) async throws {
        let events = EventLog()
        let till = try TodaysTill(
            Array(repeating: .answer(.booking()), count: 201), deadline: .seconds(120), observe: { events.append($0) })
        for _ in 0..<100 { _ = try await till.plain().verify(till.code, way) }
        till.time.advance(by: .seconds(20))
        for _ in 0..<100 { _ = try await till.plain().verify(till.code, way) }
        #expect(till.time.waits.isEmpty)
        _ = try await till.plain().verify(till.code, way)
        #expect(till.time.waits == [.seconds(40)])
        #expect(till.transport.requests.count == 201)
        // What was waited for is not there for sending any more.
        #expect(till.transport.requests.last?.totalDeadline == .seconds(80))
        let delayed = events.all.filter { $0.name == .callDelayed }
        #expect(delayed.map(\.wait) == [.seconds(40)])
        #expect(delayed.map(\.reason) == [.rateLimit])
    }

    @Test("refuses at once what could not wait so long: nothing is sent", arguments: Way.allCases)
    func refuses(way: Way) async throws {
        let till = try TodaysTill(Array(repeating: .answer(.booking()), count: 200))
        for _ in 0..<200 { _ = try await till.plain().verify(till.code, way) }
        for isValidation in [false, true] {
            let error = await #expect(throws: PassCultureError.self) {
                if isValidation {
                    _ = try await till.desk().validate(till.code, way)
                } else {
                    _ = try await till.plain().verify(till.code, way)
                }
            }
            #expect(error?.code == .tooManyRequests)
            #expect(error?.nothingWasSent == true)
            #expect(error?.retryAfter == .seconds(60))
        }
        #expect(till.transport.requests.count == 200)
    }

    @Test("is one for the whole process, and one for each key")
    func shared() throws {
        let time = VirtualTime(), key = "test_shared_key"
        let first = try TodaysTill(Array(repeating: .answer(.booking()), count: 150), key: key, time: time)
        let second = try TodaysTill(Array(repeating: .answer(.booking()), count: 150), key: key, time: time)
        for _ in 0..<150 { _ = try first.plain().verifyBlocking(first.code) }
        for _ in 0..<50 { _ = try second.plain().verifyBlocking(second.code) }
        #expect(throws: PassCultureError.self) { try second.plain().verifyBlocking(second.code) }
        let other = try TodaysTill([.answer(.booking())], time: time)
        _ = try other.plain().verifyBlocking(other.code)
    }

    @Test("is closed for a minute at least by a 429, whose call is not made again", arguments: Way.allCases)
    func blocked(way: Way) async throws {
        let time = VirtualTime(), events = EventLog()
        let till = try TodaysTill(
            [.answer(.tooManyRequests), .answer(.booking())], retries: .standard, time: time,
            observe: { events.append($0) })
        _ = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
        #expect(till.transport.requests.count == 1)
        #expect(events.all.last?.name == .gaveUp)
        #expect(events.all.last?.reason == .rateLimit)
        time.advance(by: .seconds(54))
        let error = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
        #expect(error?.code == .tooManyRequests)
        #expect(error?.nothingWasSent == true)
        #expect(error?.retryAfter == .seconds(6))
        #expect(till.transport.requests.count == 1)
        time.advance(by: .seconds(6))
        _ = try await till.plain().verify(till.code, way)
        #expect(till.transport.requests.count == 2)
    }

    @Test("keeps to a longer wait that the platform asks for", arguments: Way.allCases)
    func longer(way: Way) async throws {
        var answer = PublicAnswer.tooManyRequests.response
        answer.retryAfter = .delay(.seconds(90))
        let till = try TodaysTill([.answer(answer)])
        let error = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
        #expect(error?.retryAfter == .seconds(90))
        till.time.advance(by: .seconds(80))
        let refused = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
        #expect(refused?.retryAfter == .seconds(10))
    }

    @Test("is closed for five minutes at most, whatever is asked for, and then one call tries", arguments: Way.allCases)
    func capped(way: Way) async throws {
        for asked in [RetryAfter.delay(.seconds(86_400)), .date(VirtualTime().now() + .days(1))] {
            var answer = PublicAnswer.tooManyRequests.response
            answer.retryAfter = asked
            let till = try TodaysTill([.answer(answer), .answer(answer), .answer(.booking()), .answer(.booking())])
            for _ in 1...2 {
                let error = await #expect(throws: PassCultureError.self) {
                    try await till.plain().verify(till.code, way)
                }
                #expect(error?.retryAfter == .seconds(300))
                till.time.advance(by: .seconds(290))
                _ = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
                till.time.advance(by: .seconds(10))
            }
            #expect(till.transport.requests.count == 2)
            for _ in 1...2 { _ = try await till.plain().verify(till.code, way) }
        }
    }

    @Test("has the others wait for the one that tries after a block")
    func one() {
        var window = CallWindow(calls: 5, in: .seconds(10))
        window.block(until: .seconds(60))
        #expect(window.admit(at: .seconds(59)) == .seconds(1))
        #expect(window.admit(at: .seconds(60)) == nil)
        #expect(window.admit(at: .seconds(61)) == .seconds(9))
        window.block(until: .seconds(130))
        // The end of a call that left before says nothing.
        window.passed(at: .seconds(129))
        #expect(window.admit(at: .seconds(130)) == nil)
        #expect(window.admit(at: .seconds(130)) == .seconds(10))
        window.passed(at: .seconds(131))
        #expect(window.admit(at: .seconds(131)) == nil)
        #expect(window.admit(at: .seconds(131)) == nil)
    }

    @Test("counts what is made again, too", arguments: Way.allCases)
    func retries(way: Way) async throws {
        let till = try TodaysTill(
            Array(repeating: .answer(.booking()), count: 198) + Array(repeating: .status(500), count: 9),
            retries: RetryPolicy(attempts: 5, firstWait: .zero))
        for _ in 0..<198 { _ = try await till.plain().verify(till.code, way) }
        let error = await #expect(throws: PassCultureError.self) { try await till.plain().verify(till.code, way) }
        #expect(error?.code == .unexpectedStatus)
        #expect(till.transport.requests.count == 200)
    }

    @Test("ends its wait when the caller cancels: nothing was sent")
    func cancelled() async throws {
        let time = VirtualTime(waiting: .holds)
        let till = try TodaysTill(
            Array(repeating: .answer(.booking()), count: 201), time: time, deadline: .seconds(120))
        for _ in 0..<200 { _ = try await till.plain().verify(till.code) }
        let desk = try till.plain(), code = till.code
        let task = Task { try await desk.verify(code) }
        while time.waiterCount == 0 { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: PassCultureError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(error?.nothingWasSent == true)
        #expect(till.transport.requests.count == 200)
    }

    @Test("counts a call from its answer, as the platform counted it on its way", arguments: Way.allCases)
    func answered(way: Way) async throws {
        let time = VirtualTime()
        let late = FakeTransport.Step.perform { _ in
            time.advance(by: .milliseconds(300))
            return .success(PublicAnswer.booking().response)
        }
        let till = try TodaysTill(
            [late] + Array(repeating: .answer(.booking()), count: 200), time: time, deadline: .seconds(120))
        for _ in 0...200 { _ = try await till.plain().verify(till.code, way) }
        #expect(time.waits == [.seconds(60)])
    }

    @Test(
        "never has more come in a window than may, however long they take to come",
        arguments: 1...20 as ClosedRange<UInt64>)
    func arrivals(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var window = CallWindow(calls: 5, in: .seconds(10))
        var now = Duration.zero
        var come: [Duration] = []
        for _ in 0..<400 {
            if let delay = window.admit(at: now) {
                now += delay
            } else {
                let start = now
                now += .milliseconds(Int64.random(in: 1...900, using: &random))
                come.append(now)
                #expect(come.count { $0 > now - .seconds(10) } <= 5)
                now += .milliseconds(Int64.random(in: 1...900, using: &random))
                window.ended(start, at: now)
            }
        }
        #expect(come.count > 100)
    }

    @Test("never lets more go in a window than it may, whatever the pace", arguments: 1...20 as ClosedRange<UInt64>)
    func window(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var window = CallWindow(calls: 5, in: .seconds(10))
        var now = Duration.zero
        var gone: [Duration] = []
        for _ in 0..<400 {
            now += .milliseconds(Int64.random(in: 0...4_000, using: &random))
            if let delay = window.admit(at: now) {
                #expect(delay > .zero && delay <= .seconds(10))
                #expect(gone.count { $0 > now - .seconds(10) } == 5)
            } else {
                gone.append(now)
                #expect(gone.count { $0 > now - .seconds(10) } <= 5)
            }
        }
    }
}
