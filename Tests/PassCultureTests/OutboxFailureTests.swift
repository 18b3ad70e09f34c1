// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("What a cashier reads of an outbox that failed")
struct OutboxFailureTests {
    private func sentence(_ error: OutboxError) -> CashierSentence {
        PassCultureError(.journalFailed, detail: error.description).cashier
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
        for detail in [nil, "", "a journal of the till's own", "busybody", "wrong-state: planned"] {
            #expect(PassCultureError(.journalFailed, detail: detail).cashier == general)
        }
        #expect(PassCultureError(.neverSent, detail: "busy").cashier == PassCultureError.Code.neverSent.cashier)
    }

    @Test("comes from the desk", arguments: Way.allCases)
    func desk(way: Way) async throws {
        let outbox = MemoryOutbox()
        outbox.kill(atWrite: 1, .before)
        let till = try TodaysTill([])
        let error = await #expect(throws: PassCultureError.self) {
            try await till.desk(outbox).validate(till.code, way)
        }
        #expect(error?.code == .journalFailed && error?.cashier == OutboxError.Code.unreachable.cashier)
    }
}
