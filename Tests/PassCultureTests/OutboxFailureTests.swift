// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("What a cashier reads of an outbox that failed")
struct OutboxFailureTests {
    private func sentence(_ error: OutboxError) -> CashierSentence {
        PassCultureError(notWritten: error).cashier
    }

    @Test("is to try again where it is busy, and that nothing was sent")
    func busy() {
        let sentence = sentence(OutboxError(.busy, detail: "till.db: database is locked"))
        #expect(sentence.french == "Rien n'a été envoyé. Le registre de la caisse est occupé : réessayez.")
        #expect(sentence.english == "Nothing was sent. The till's outbox is busy: try again.")
    }

    @Test("is what the outbox says, with a detail and without one")
    func own() {
        for code in [OutboxError.Code.unreachable, .diskFull] {
            #expect(sentence(OutboxError(code, detail: "till.db: no")) == code.cashier)
            #expect(sentence(OutboxError(code)) == code.cashier)
        }
        for code in [OutboxError.Code.damaged, .notOurs, .newer, .busy, .closed] {
            #expect(sentence(OutboxError(code)).french == "Rien n'a été envoyé. \(code.cashier.french)")
        }
    }

    @Test("is the general sentence where something else failed")
    func others() {
        let general = PassCultureError.Code.journalFailed.cashier
        for detail in [nil, "", "a journal of the till's own"] {
            #expect(PassCultureError(.journalFailed, detail: detail).cashier == general)
        }
        for code in [OutboxError.Code.wrongState, .unknownAttempt, .nobodyDecided] {
            #expect(sentence(OutboxError(code)) == general)
        }
    }

    @Test("is not read from words that somebody wrote for a log")
    func words() {
        let error = PassCultureError(.journalFailed, detail: "busy: the journal of the till's own")
        #expect(error.cashier == PassCultureError.Code.journalFailed.cashier)
        #expect(error.outbox == nil)
    }

    @Test("comes from the desk, whatever was asked of it", arguments: Way.allCases)
    func desk(way: Way) async throws {
        let ana = try Person(whoConfirmed: "Ana"), till = try TodaysTill([])
        let calls: [@Sendable (Desk) async throws -> Void] = [
            { _ = try await $0.validate(till.code, way) },
            { _ = try await $0.validateLater(till.code, LateValidation(.cinema), way) },
            { _ = try await $0.undo(till.code, ana, way) },
        ]
        for call in calls {
            let outbox = MemoryOutbox()
            outbox.kill(atWrite: 1, .before)
            let desk = try till.desk(outbox)
            let error = await #expect(throws: PassCultureError.self) { try await call(desk) }
            #expect(error?.code == .journalFailed && error?.outbox?.code == .unreachable)
            #expect(error?.detail == error?.outbox?.description)
            #expect(error?.nothingWasSent == true && error?.status == nil && error?.retryAfter == nil)
            #expect(error?.cashier == OutboxError.Code.unreachable.cashier)
        }
    }
}
