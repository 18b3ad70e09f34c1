// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import Testing

@testable import PassCulture

@Suite("Another venue's countermark that is to be taken back or cancelled")
struct OtherVenueTests {
    private static let both: [Reversal.Kind] = [.undo, .cancel]

    private func reverse(_ kind: Reversal.Kind, _ till: TodaysTill, _ desk: Desk, _ way: Way) async throws -> Reversal {
        let ana = try Person(whoConfirmed: "Ana")
        return try await kind == .undo ? desk.undo(till.code, ana, way) : desk.cancel(till.code, ana, way)
    }

    private func expectWrongVenue(_ reversal: Reversal) {
        guard case .refused(let refusal) = reversal else { return #expect(Bool(false)) }
        #expect(refusal.reason == .wrongVenue)
        #expect(reversal.cashier.french == "Contremarque d'un autre lieu : rien n'a été changé côté pass Culture.")
    }

    @Test("is refused after a check that says so: nothing is sent, nothing written", arguments: both, Way.allCases)
    func checked(kind: Reversal.Kind, way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2)), .answer(.booking()), .answer(.done)])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.check(till.code, way)
        expectWrongVenue(try await reverse(kind, till, desk, way))
        #expect(till.transport.requests.count == 1)
        #expect(outbox.writes == 0)
        // Until a check says otherwise.
        _ = try await desk.check(till.code, way)
        #expect(try await reverse(kind, till, desk, way) == .done(kind))
    }

    @Test(
        "stays so when its own venue has validated it, which no check can tell from ours", arguments: both, Way.allCases
    )
    func usedThere(kind: Reversal.Kind, way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2)), .answer(.alreadyValidated)])
        let desk = try till.desk()
        for _ in 0..<2 { _ = try await desk.check(till.code, way) }
        expectWrongVenue(try await reverse(kind, till, desk, way))
        #expect(till.transport.requests.count == 2)
    }

    @Test("is refused after a validation that was, and after a new start by the outbox", arguments: both, Way.allCases)
    func validated(kind: Reversal.Kind, way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2))])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.validate(till.code, way)
        expectWrongVenue(try await reverse(kind, till, desk, way))
        expectWrongVenue(try await reverse(kind, till, till.desk(outbox.restarted()), way))
        #expect(till.transport.requests.count == 1)
        #expect(outbox.notes.isEmpty)
        #expect(outbox.attempts.map(\.state) == [.refused])
    }

    @Test(
        "is read before a cancellation, and not cancelled; once it is known, it is not read again",
        arguments: Way.allCases)
    func read(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2))])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        for _ in 0..<2 { expectWrongVenue(try await reverse(.cancel, till, desk, way)) }
        #expect(till.transport.requests.map(\.method) == ["GET"])
        #expect(outbox.notes == ["cancel-asked by Ana", "cancel-refused wrong-venue"])
    }

    @Test("cannot be told from ours where reading tells no venue: the cancellation is sent", arguments: Way.allCases)
    func silent(way: Way) async throws {
        let silences: [FakeTransport.Step] = [
            .answer(.tooEarly("03/12/2026", "07:15")), .answer(.structureClosed), .answer(.alreadyValidated),
            .answer(.notFound),
        ]
        for silence in silences {
            let till = try TodaysTill([silence, .answer(.done)])
            #expect(try await reverse(.cancel, till, till.desk(), way) == .done(.cancel))
            #expect(till.transport.requests.map(\.method) == ["GET", "PATCH"])
        }
    }

    @Test("nothing is cancelled where reading it is not answered, and it can be asked again", arguments: Way.allCases)
    func unanswered(way: Way) async throws {
        for fault in [
            FakeTransport.Step.fail(TransportFailure(.noAnswer)), .fail(TransportFailure(.neverSent)), .status(502),
            .answer(TransportResponse(status: 404, contentType: "text/html", text: "<h1>404 Not Found</h1>")),
        ] {
            let till = try TodaysTill(Array(repeating: fault, count: 4)), outbox = MemoryOutbox()
            let desk = try till.desk(outbox)
            let error = await #expect(throws: PassCultureError.self) { try await reverse(.cancel, till, desk, way) }
            #expect(error?.nothingWasSent == true)
            #expect(till.transport.requests.allSatisfy { $0.method == "GET" } && !till.transport.requests.isEmpty)
        }
    }

    @Test("nothing is cancelled where the key is refused", arguments: Way.allCases)
    func refusedKey(way: Way) async throws {
        let till = try TodaysTill([.answer(.keyRefused)]), outbox = MemoryOutbox()
        guard case .refused(let refusal) = try await reverse(.cancel, till, till.desk(outbox), way) else {
            return #expect(Bool(false))
        }
        #expect(refusal.reason == .keyRefused)
        #expect(till.transport.requests.map(\.method) == ["GET"])
        #expect(outbox.notes == ["cancel-asked by Ana", "cancel-refused key-refused"])
    }

    @Test(
        "what this desk has just found to be ours is cancelled, whatever the outbox knew before",
        arguments: Way.allCases)
    func correctedVenue(way: Way) async throws {
        let outbox = MemoryOutbox()
        let before = try TodaysTill([.answer(.booking(venue: 2))])
        _ = try await before.desk(outbox).validate(before.code, way)
        let after = try TodaysTill([.answer(.booking()), .answer(.done)])
        let desk = try after.desk(outbox.restarted())
        _ = try await desk.check(after.code, way)
        #expect(try await reverse(.cancel, after, desk, way) == .done(.cancel))
    }

    @Test(
        "is not read where it is known to be ours, nor before an undo, of which reading tells nothing",
        arguments: Way.allCases)
    func ours(way: Way) async throws {
        let checked = try TodaysTill([.answer(.booking()), .answer(.done)])
        let desk = try checked.desk()
        _ = try await desk.check(checked.code, way)
        #expect(try await reverse(.cancel, checked, desk, way) == .done(.cancel))
        #expect(checked.transport.requests.map(\.method) == ["GET", "PATCH"])

        // What waits was checked before, in a process that is no more.
        let before = try TodaysTill([.answer(.booking())]), outbox = MemoryOutbox()
        let first = try before.desk(outbox)
        _ = try await first.check(before.code, way)
        _ = try await first.validateLater(before.code, LateValidation(.cinema), way)
        let after = try TodaysTill([.answer(.done)])
        #expect(try await reverse(.cancel, after, after.desk(outbox.restarted()), way) == .done(.cancel))

        let undone = try TodaysTill([.answer(.done)])
        #expect(try await reverse(.undo, undone, undone.desk(), way) == .done(.undo))
    }

    @Test(
        "leaves what waits for it as it was, which is not sent as another venue's, nor taken back: a person decides",
        arguments: Way.allCases)
    func waiting(way: Way) async throws {
        let till = try TodaysTill([.answer(.booking(venue: 2)), .answer(.booking(venue: 2))])
        let outbox = MemoryOutbox()
        let desk = try till.desk(outbox)
        _ = try await desk.validateLater(till.code, LateValidation(.cinema), way)
        expectWrongVenue(try await reverse(.cancel, till, desk, way))
        #expect(outbox.attempts.map(\.state) == [.planned])
        _ = try await desk.reconcile(way)
        #expect(try await desk.pending().map(\.reading) == [.wrongVenue])
        #expect(till.transport.requests.map(\.method) == ["GET", "GET"])
        // Its own venue may have validated it since: another till on this outbox takes nothing back.
        let later = try TodaysTill([])
        expectWrongVenue(try await reverse(.undo, later, later.desk(outbox), way))
        #expect(outbox.attempts.map(\.state) == [.planned])
        #expect(try await desk.abandon(outbox.attempts[0].id, by: "Ana", way).state == .abandoned)
    }

    @Test("takes no time from the cancellation by being asked about", arguments: Way.allCases)
    func deadline(way: Way) async throws {
        let time = VirtualTime()
        let till = try TodaysTill(
            [
                .perform { _ in
                    time.advance(by: .milliseconds(4_900))
                    return .success(PublicAnswer.structureClosed.response)
                }, .answer(.done),
            ], time: time)
        #expect(try await reverse(.cancel, till, till.desk(), way) == .done(.cancel))
        #expect(till.transport.requests.map(\.totalDeadline) == [.seconds(5), .seconds(5)])
    }
}
