// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("Validating a countermark")
struct ValidationTests {
    @Test("that is answered 204 is validated, by one PATCH", arguments: waysAndModes)
    func validated(mode: Mode, way: Way) async throws {
        let counter = try Counter([.answer(SampleAnswer.noContent.response), .status(204)])
        #expect(try await counter.validate(mode, way) == .validated)
        #expect(counter.transport.requests.map(\.method) == ["PATCH"])
    }

    @Test("whose 204 broke off after its first line is validated: that line says it all", arguments: waysAndModes)
    func cutShort204(mode: Mode, way: Way) async throws {
        let counter = try Counter([.fail(TransportFailure(.answerCutShort, status: 204))])
        #expect(try await counter.validate(mode, way) == .validated)
    }

    @Test(
        "whose answer was lost is unknown, and is never sent again",
        arguments: [
            (TransportFailure(.noAnswer), UnknownValidation.Cause.noAnswer),
            (TransportFailure(.answerCutShort), .answerCutShort),
            (TransportFailure(.answerCutShort, status: 410), .answerCutShort),
            (TransportFailure(.answerCutShort, status: 500), .answerCutShort),
            (TransportFailure(.answerTooLarge, status: 200), .answerTooLarge),
            (TransportFailure(.answerMalformed), .answerMalformed),
            (TransportFailure(.cancelled), .cancelled),
        ])
    func lost(failure: TransportFailure, cause: UnknownValidation.Cause) async throws {
        for (mode, way) in waysAndModes {
            let counter = try Counter([.fail(failure), .status(204), .status(204)])
            let outcome = try await counter.validate(mode, way)
            #expect(outcome == .unknown(UnknownValidation(cause: cause, status: failure.status)))
            #expect(
                outcome.cashier.french == "Réponse non reçue. Ne validez pas une seconde fois ; "
                    + "contrôlez l'écran Réservations du pass Culture Pro.")
            #expect(outcome.cashier.english.contains("Do not validate a second time"))
            #expect(counter.transport.requests.count == 1)
            #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .unknown(cause)])
        }
    }

    @Test(
        "that is answered by something that proves nothing is unknown, and is never sent again",
        arguments: [100, 200, 201, 202, 205, 301, 302, 307, 407, 408, 425, 429, 500, 502, 503, 504])
    func provesNothing(status: Int) async throws {
        for (mode, way) in waysAndModes {
            let page = TransportResponse(status: status, contentType: "text/html", text: "<html>Wi-Fi</html>")
            let counter = try Counter([.answer(page), .status(204)])
            let outcome = try await counter.validate(mode, way)
            #expect(outcome == .unknown(UnknownValidation(cause: .unexpectedStatus, status: status)))
            #expect(counter.transport.requests.count == 1)
        }
    }

    @Test("that never left is an error that says so, and trying again is safe", arguments: waysAndModes)
    func neverSent(mode: Mode, way: Way) async throws {
        let failure = TransportFailure(.neverSent, detail: "connection refused")
        let counter = try Counter([.fail(failure), .status(204)])
        let error = await #expect(throws: PassCultureError.self) { try await counter.validate(mode, way) }
        #expect(error?.code == .neverSent)
        #expect(error?.nothingWasSent == true)
        #expect(error?.cashier.french == "Rien n'a été envoyé : vérifiez la connexion, puis réessayez.")
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .notSent])
        #expect(try await counter.validate(mode, way) == .validated)
    }

    @Test("that is refused says so and leaves it at that", arguments: waysAndModes)
    func refused(mode: Mode, way: Way) async throws {
        let counter = try Counter([.answer(SampleAnswer.alreadyValidated.response), .status(204)])
        guard case .refused(let refusal) = try await counter.validate(mode, way) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == .alreadyValidated)
        #expect(counter.transport.requests.count == 1)
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .refused(.alreadyValidated)])
    }

    @Test("of a task that is cancelled already sends and records nothing")
    func cancelledBefore() async throws {
        let counter = try Counter([.status(204)])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await counter.validate(.desk, .async)
        }
        let error = await #expect(throws: PassCultureError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(error?.nothingWasSent == true)
        #expect(counter.transport.requests.isEmpty)
        #expect(counter.journal.entries.isEmpty)
    }

    @Test("of a task that is cancelled after sending is unknown, and is recorded so")
    func cancelledAfter() async throws {
        let counter = try Counter([.holdUntilCancelled(TransportFailure(.cancelled)), .status(204)])
        let task = Task { try await counter.validate(.desk, .async) }
        while counter.transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(try await task.value == .unknown(UnknownValidation(cause: .cancelled)))
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .unknown(.cancelled)])
        #expect(counter.transport.requests.count == 1)
    }

    @Test("that the transport cancelled before sending is an error, not unknown")
    func cancelledUnsent() async throws {
        let counter = try Counter([.fail(TransportFailure(.cancelled, nothingWasSent: true))])
        let error = await #expect(throws: PassCultureError.self) { try await counter.validate(.desk, .async) }
        #expect(error?.code == .cancelled)
        #expect(error?.nothingWasSent == true)
        #expect(counter.journal.entries.map(\.step) == [.aboutToSend, .notSent])
    }
}
