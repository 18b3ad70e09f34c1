// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import SQLite
import TestSupport
import Testing

@testable import PassCulture

@Suite("Taking back and cancelling")
struct ReversalTests {
    private let ana = try? Person(whoConfirmed: "Ana")

    @Test("a validation makes the countermark one that can be validated again", arguments: Way.allCases)
    func undo(way: Way) async throws {
        let till = try TodaysTill([
            .answer(.booking()), .answer(.done), .answer(.done), .answer(.booking()), .answer(.done),
        ])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
        let reversal = try await desk.undo(till.code, try #require(ana), way)
        #expect(reversal == .done(.undo))
        #expect(outbox.attempts.map(\.state) == [.abandoned])
        #expect(outbox.attempts.map(\.note) == ["undone by Ana"])
        #expect(till.transport.requests.last?.url.hasSuffix("/public/bookings/v1/keep/token/LYSYU9") == true)
        #expect(till.transport.requests.last?.method == "PATCH")
        guard case .validated = try await desk.validate(till.code, way) else { return #expect(Bool(false)) }
    }

    @Test("a booking gives up what waits for it in the till", arguments: Way.allCases)
    func cancel(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking()), .answer(.done)])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.validateLater(
            till.code, LateValidation(.cinema, begins: SystemClock.now() + .hours(3)), way)
        #expect(try await desk.cancel(till.code, try #require(ana), way) == .done(.cancel))
        #expect(outbox.attempts.map(\.state) == [.abandoned])
        #expect(outbox.attempts.map(\.note) == ["booking cancelled by Ana"])
        #expect(till.transport.requests.last?.url.hasSuffix("/public/bookings/v1/cancel/token/LYSYU9") == true)
    }

    @Test("is written down before it is sent, and not sent when that fails", arguments: Way.allCases)
    func unwritten(way: Way) async throws {
        let till = try TodaysTill([.answer(.done)])
        let outbox = MemoryOutbox()
        outbox.kill(atWrite: 1, .before)
        let error = await #expect(throws: PassCultureError.self) {
            try await till.desk(outbox).undo(till.code, try #require(ana), way)
        }
        #expect(error?.code == .journalFailed)
        #expect(till.transport.requests.isEmpty)
    }

    @Test("is sent once, and what became of it is written down too", arguments: Way.allCases)
    func ends(way: Way) async throws {
        let cases: [(FakeTransport.Step, String, String)] = [
            (.answer(.notUsed), "refused", "undo-refused not-used"),
            (.answer(.activationCode), "refused", "undo-refused cannot-be-undone"),
            (.fail(TransportFailure(.noAnswer)), "unknown", "undo-lost no-answer"),
            (.status(502), "unknown", "undo-lost unexpected-status"),
            // What stands between may have written it in the place of the platform's yes.
            (.status(404), "unknown", "undo-lost unexpected-status"),
            (.fail(TransportFailure(.neverSent)), "never-sent", "undo-not-done never-sent"),
            (.answer(.tooManyRequests), "too-many-requests", "undo-not-done too-many-requests"),
            (.answer(.done), "done", "undo-done by Ana"),
        ]
        for (step, told, noted) in cases {
            let till = try TodaysTill([step], retries: .none)
            let outbox = MemoryOutbox()
            var outcome = ""
            do {
                switch try await till.desk(outbox).undo(till.code, try #require(ana), way) {
                case .done: outcome = "done"
                case .refused: outcome = "refused"
                case .unknown: outcome = "unknown"
                }
            } catch let error as PassCultureError {
                outcome = error.code.code
            }
            #expect(outcome == told)
            #expect(outbox.notes == ["undo-asked by Ana", noted])
            #expect(till.transport.requests.count == 1)
        }
    }

    @Test("stays in the history of the outbox's file")
    func history() throws {
        let folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        do {
            let till = try TodaysTill([.answer(.booking()), .answer(.done), .answer(.done)])
            let outbox = try SQLiteOutbox(path: path)
            let desk = try till.desk(outbox)
            _ = try desk.validateBlocking(till.code)
            _ = try desk.undoBlocking(till.code, confirmedBy: try #require(ana))
            outbox.close()
        }
        let connection = try Connection(path: path, access: .readWrite)
        let statement = try connection.prepare("SELECT event FROM history ORDER BY sequence")
        var events: [String] = []
        while try statement.step() { events.append(statement.text(0)) }
        #expect(events == ["planned", "sent", "validated", "undo-asked by Ana", "undone Ana"])
    }

    @Test("needs a person with a name", arguments: ["", "  ", "A\u{1}na"])
    func nobody(name: String) {
        let error = #expect(throws: PassCultureError.self) { try Person(whoConfirmed: name) }
        #expect(error?.code == .nobodyConfirmed)
    }

    @Test("and listing are not in the edition of 2018: nothing is sent, nothing is written", arguments: Way.allCases)
    func notIn2018(way: Way) async throws {
        let transport = FakeTransport()
        let outbox = MemoryOutbox()
        let desk = try PassCulture(.integration, transport: transport)
            .desk(as: .portal(email: "a@b.fr", password: "x"), outbox: outbox)
        let code = try Countermark("LYSYU9"), ana = try #require(ana)
        for error in [
            await #expect(throws: PassCultureError.self) { try await desk.undo(code, ana, way) },
            await #expect(throws: PassCultureError.self) { try await desk.cancel(code, ana, way) },
            await #expect(throws: PassCultureError.self) { try await desk.bookings(.ofVenue(1), way) },
        ] {
            #expect(error?.code == .notInThisEdition)
        }
        #expect(transport.requests.isEmpty)
        #expect(outbox.writes == 0)
    }
}
