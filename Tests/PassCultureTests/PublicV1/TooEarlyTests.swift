// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("Too early")
struct TooEarlyTests {
    private func refusal(_ answer: PublicAnswer, department: String?) throws -> Refusal? {
        let till = try TodaysTill([.answer(answer)], department: department)
        guard case .refused(let refusal) = try till.plain().validateBlocking(till.code) else { return nil }
        return refusal
    }

    @Test(
        "carries the instant from which validation is possible, by the clocks of the till's département",
        arguments: [
            (nil, "2026-12-03T06:15:00Z"), ("93", "2026-12-03T06:15:00Z"), ("2A", "2026-12-03T06:15:00Z"),
            ("971", "2026-12-03T11:15:00Z"), ("973", "2026-12-03T10:15:00Z"), ("974", "2026-12-03T03:15:00Z"),
            ("975", "2026-12-03T10:15:00Z"), ("976", "2026-12-03T04:15:00Z"), ("988", "2026-12-02T20:15:00Z"),
        ])
    func zones(department: String?, instant: String) throws {
        let refusal = try refusal(.tooEarly("03/12/2026", "07:15"), department: department)
        #expect(refusal?.reason == .tooEarly)
        #expect(refusal?.validFrom?.iso8601 == instant)
        #expect(
            refusal?.cashier.french
                == "Trop tôt : cette contremarque pourra être validée à partir du 3 décembre 2026 à 07:15 ; "
                + "ne remettez rien d'ici là.")
        #expect(
            refusal?.cashier.english
                == "Too early: this countermark can be validated from 3 December 2026 at 07:15 (local time) on; "
                + "hand nothing over until then.")
    }

    @Test("is told all the same when the time cannot be read")
    func unreadable() throws {
        let body = #"{"booking":"Vous pourrez valider cette contremarque à partir du 31/02/2026 à 7 h"}"#
        let refusal = try refusal(PublicAnswer("E", status: 403, body: body), department: nil)
        #expect(refusal?.reason == .tooEarly)
        #expect(refusal?.validFrom == nil)
        #expect(refusal?.cashier == Refusal.Reason.tooEarly.cashier)
    }

    @Test("is known by its date in other words")
    func otherWords() throws {
        let body = #"{"booking":["You can use it from 03/12/2026 at 07:15 on"]}"#
        let refusal = try refusal(PublicAnswer("E", status: 403, body: body), department: "93")
        #expect(refusal?.reason == .tooEarly)
        #expect(refusal?.basis == .key)
        #expect(refusal?.validFrom?.iso8601 == "2026-12-03T06:15:00Z")
    }

    @Test("in Saint-Pierre-et-Miquelon follows its own summer time")
    func miquelon() throws {
        #expect(
            try refusal(.tooEarly("08/03/2026", "01:00"), department: "975")?.validFrom?.iso8601
                == "2026-03-08T04:00:00Z")
        #expect(
            try refusal(.tooEarly("08/03/2026", "12:00"), department: "975")?.validFrom?.iso8601
                == "2026-03-08T14:00:00Z")
        #expect(
            try refusal(.tooEarly("31/10/2026", "12:00"), department: "975")?.validFrom?.iso8601
                == "2026-10-31T14:00:00Z")
        #expect(
            try refusal(.tooEarly("01/11/2026", "12:00"), department: "975")?.validFrom?.iso8601
                == "2026-11-01T15:00:00Z")
    }
}
