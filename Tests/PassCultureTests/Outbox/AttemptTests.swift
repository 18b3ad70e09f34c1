// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import PassCulture

@Suite("An attempt goes")
struct AttemptTests {
    static let start = Instant(microseconds: 1_543_622_400_000_000)
    static let events: [Attempt.Event] = [
        .sent, .notSent, .validated, .refused("cancelled"), .lost("no-answer"), .readBack(.stillValid),
        .readBack(.validated), .readBack(.cancelled), .readBack(.wrongVenue), .readBack(.other),
        .promoted(Attempt.Promotion(.person, name: "Ana", at: start)), .undone("Ana"), .abandoned("by Ana"),
        .recalled(.undo, "Ana"), .recalled(.cancel, "Ana"), .upheld, .resumed, .unsettled,
        .returned("key-refused"), .deferred(until: start + .hours(1)), .deferred(until: nil),
    ]

    static func attempt(checked: Bool = true) throws -> Attempt {
        Attempt(
            id: 7, till: "caisse", countermark: try Countermark("LYSYU9"), plannedAt: start,
            checkedAt: checked ? start : nil)
    }

    /// An attempt in a state, reached as attempts do.
    static func attempt(in state: Attempt.State, checked: Bool = true) throws -> Attempt {
        var attempt = try attempt(checked: checked)
        let way: [Attempt.Event] =
            switch state {
            case .planned: []
            case .sent: [.sent]
            case .confirmed: [.sent, .validated]
            case .refused: [.sent, .refused("cancelled")]
            case .unknown: [.sent, .lost("no-answer")]
            case .probable: [.sent, .lost("no-answer"), .readBack(.validated)]
            case .abandoned: [.abandoned("by Ana")]
            case .recalled: [.sent, .lost("no-answer"), .recalled(.undo, "Ana")]
            }
        for event in way { try attempt.apply(event, at: start + .seconds(1)) }
        return attempt
    }

    @Test("from each state by these events and no others, and one that cannot happen changes nothing")
    func transitions() throws {
        let allowed: [Attempt.State: [String: Attempt.State]] = [
            .planned: [
                "sent": .sent, "abandoned by Ana": .abandoned, "undo-asked by Ana": .recalled,
                "cancel-asked by Ana": .recalled,
            ],
            .sent: [
                "not-sent": .planned, "validated": .confirmed, "refused cancelled": .refused,
                "lost no-answer": .unknown, "returned key-refused": .planned, "deferred": .planned,
                "deferred 2018-12-01T01:00:00Z": .planned, "read-back wrong-venue": .planned,
            ],
            .confirmed: ["undo-asked by Ana": .recalled, "cancel-asked by Ana": .recalled],
            .recalled: [
                "undo-asked by Ana": .recalled, "cancel-asked by Ana": .recalled, "undone Ana": .abandoned,
                "abandoned by Ana": .abandoned, "promoted person Ana": .confirmed, "upheld": .confirmed,
                "unsettled": .recalled,
                "read-back still-valid": .abandoned, "read-back validated": .recalled,
                "read-back cancelled": .abandoned, "read-back wrong-venue": .abandoned, "read-back other": .recalled,
            ],
            .unknown: [
                "validated": .confirmed, "read-back still-valid": .planned, "read-back validated": .probable,
                "read-back cancelled": .unknown, "read-back wrong-venue": .planned, "read-back other": .unknown,
                "promoted person Ana": .confirmed,
                "undo-asked by Ana": .recalled, "cancel-asked by Ana": .recalled, "abandoned by Ana": .abandoned,
            ],
            .probable: [
                "validated": .confirmed, "read-back still-valid": .planned, "read-back validated": .probable,
                "read-back cancelled": .unknown, "read-back wrong-venue": .planned, "read-back other": .unknown,
                "promoted person Ana": .confirmed,
                "undo-asked by Ana": .recalled, "cancel-asked by Ana": .recalled, "abandoned by Ana": .abandoned,
            ],
        ]
        for state in Attempt.State.allCases {
            for event in Self.events {
                let before = try Self.attempt(in: state)
                var after = before
                if let next = allowed[state]?[event.name] {
                    try after.apply(event, at: Self.start + .seconds(2))
                    #expect(after.state == next, "\(state) by \(event.name)")
                    #expect((after.closedAt != nil) == next.isClosed)
                } else {
                    #expect(throws: Attempt.WrongState(state: state)) { try after.apply(event, at: Self.start) }
                    #expect(after == before)
                }
            }
        }
    }

    @Test("to probable only with a check before it was sent that found the countermark valid")
    func evidence() throws {
        #expect(try Self.attempt(in: .probable).state == .probable)
        #expect(try Self.attempt(in: .probable, checked: false).state == .unknown)
    }

    @Test(
        "to unknown and not to refused when a second sending is told that it is validated: the first may have done it")
    func secondRefusal() throws {
        for reason in [Refusal.Reason.alreadyValidated, .noLongerValid] {
            var attempt = try Self.attempt(in: .unknown)
            for event: Attempt.Event in [.readBack(.stillValid), .sent, .refused(reason.code)] {
                try attempt.apply(event, at: Self.start + .seconds(3))
            }
            #expect(attempt.state == .unknown)
            #expect(attempt.sends == 2)
        }
        var cancelled = try Self.attempt(in: .unknown)
        for event: Attempt.Event in [.readBack(.stillValid), .sent, .refused("cancelled")] {
            try cancelled.apply(event, at: Self.start + .seconds(3))
        }
        #expect(cancelled.state == .refused)
    }

    @Test("back to where it waited by a no that says nothing, and to unknown by one to a second sending")
    func returned() throws {
        var attempt = try Self.attempt(in: .sent)
        try attempt.apply(.returned("key-refused"), at: Self.start)
        #expect((attempt.state, attempt.sends, attempt.sentAt) == (.planned, 0, nil))
        for event: Attempt.Event in [
            .sent, .lost("no-answer"), .readBack(.stillValid), .sent, .returned("key-refused"),
        ] {
            try attempt.apply(event, at: Self.start + .seconds(1))
        }
        #expect(attempt.state == .unknown)
        #expect(attempt.sends == 2)
    }

    @Test("to confirmed by a late answer of the platform's own, even after others gave it back")
    func lateAnswer() throws {
        var attempt = try Self.attempt(in: .unknown)
        try attempt.apply(.readBack(.stillValid), at: Self.start)
        try attempt.apply(.validated, at: Self.start + .seconds(5))
        #expect(attempt.state == .confirmed)
    }

    @Test("from recalled to where it is sent again only if nothing was done; a cancellation that is not stays open")
    func recalled() throws {
        for kind in [Reversal.Kind.undo, .cancel] {
            for state in [Attempt.State.planned, .confirmed, .unknown, .probable] {
                var attempt = try Self.attempt(in: state)
                try attempt.apply(.recalled(kind, "Ana"), at: Self.start + .seconds(2))
                #expect(attempt.recall == kind)
                #expect(attempt.closedAt == nil)
                for event in Self.events where event != .resumed {
                    var next = attempt
                    try? next.apply(event, at: Self.start + .seconds(3))
                    #expect(next.state != .planned && next.state != .sent, "\(event.name)")
                }
                try attempt.apply(.readBack(.stillValid), at: Self.start + .seconds(3))
                #expect(attempt.state == (kind == .undo ? .abandoned : .recalled))
                #expect(attempt.note == "\(kind.rawValue)-asked by Ana")
            }
        }
    }

    @Test("back to where it waited as another venue's, unsent when that was asked before it was to be sent")
    func elsewhere() throws {
        var asked = try Self.attempt(in: .sent)
        try asked.apply(.readBack(.wrongVenue), at: Self.start + .seconds(2))
        #expect((asked.state, asked.reading, asked.sends, asked.sentAt) == (.planned, .wrongVenue, 0, nil))
        var lost = try Self.attempt(in: .unknown)
        try lost.apply(.readBack(.wrongVenue), at: Self.start + .seconds(2))
        #expect((lost.state, lost.reading, lost.sends, lost.unknownSince) == (.planned, .wrongVenue, 1, nil))
    }

    @Test("from another venue's to the till's own, where it waits, and then it is no other's that is confirmed")
    func foundOwn() throws {
        var attempt = try Self.attempt(in: .sent)
        for event: Attempt.Event in [.readBack(.wrongVenue), .sent] { try attempt.apply(event, at: Self.start) }
        var confirmed = attempt
        try confirmed.apply(.validated, at: Self.start + .seconds(3))
        #expect((confirmed.reading, confirmed.readAt) == (nil, nil))
        for event: Attempt.Event in [.notSent, .readBack(.stillValid)] {
            try attempt.apply(event, at: Self.start + .seconds(3))
        }
        #expect((attempt.state, attempt.reading, attempt.sends) == (.planned, .stillValid, 0))
        #expect(attempt.readAt == Self.start + .seconds(3))
        // What waits and was never another venue's is not read where it stands.
        #expect(throws: Attempt.WrongState(state: .planned)) {
            try attempt.apply(.readBack(.stillValid), at: Self.start)
        }
    }

    @Test("back to where it waited only from there: neither what was lost nor what somebody vouched for is sent again")
    func resumed() throws {
        var waiting = try Self.attempt()
        for event: Attempt.Event in [.recalled(.undo, "Ana"), .resumed] { try waiting.apply(event, at: Self.start) }
        let before = try Self.attempt()
        #expect(waiting == before)
        var vouched = try Self.attempt(in: .unknown)
        try vouched.apply(.promoted(Attempt.Promotion(.person, name: "Ana", at: Self.start)), at: Self.start)
        for attempt in [try Self.attempt(in: .unknown), try Self.attempt(in: .probable), vouched] {
            var recalled = attempt
            try recalled.apply(.recalled(.undo, "Ana"), at: Self.start)
            #expect(throws: Attempt.WrongState(state: .recalled)) { try recalled.apply(.resumed, at: Self.start) }
            #expect(recalled.state == .recalled)
        }
    }

    @Test("unsent again as if it had never been sent")
    func notSent() throws {
        var attempt = try Self.attempt(in: .sent)
        try attempt.apply(.notSent, at: Self.start + .seconds(2))
        #expect(attempt.sends == 0)
        #expect(attempt.sentAt == nil)
        #expect(!attempt.hasEvidence)
    }

    @Test("printed without its countermark")
    func silent() throws {
        let attempt = try Self.attempt(in: .sent)
        var dumped = ""
        dump(attempt, to: &dumped)
        for text in [attempt.description, String(reflecting: attempt), dumped, "\(attempt)"] {
            #expect(!text.contains("LYSYU9"))
        }
        #expect(attempt.number == "0000000000000007")
    }
}

@Suite("Offline limits")
struct OfflineLimitsTests {
    @Test("say which one more validation would pass: number, age, amount; nothing stored is dropped")
    func limits() throws {
        let limits = OfflineLimits(count: 2, age: .hours(1), amountCents: 1_000)
        let now = AttemptTests.start + .hours(3)
        func waiting(_ cents: Int64?, hoursAgo: Int64 = 0) throws -> Attempt {
            Attempt(
                id: 1, till: "t", countermark: try Countermark("LYSYU9"), amountCents: cents,
                plannedAt: now - .hours(hoursAgo))
        }
        let one = try waiting(400)
        #expect(limits.passed(by: one, waiting: [], at: now) == nil)
        #expect(try limits.passed(by: one, waiting: [waiting(600)], at: now) == nil)
        #expect(try limits.passed(by: one, waiting: [waiting(601)], at: now) == "offline-amount")
        #expect(try limits.passed(by: one, waiting: [waiting(nil, hoursAgo: 2)], at: now) == "offline-age")
        #expect(try limits.passed(by: one, waiting: [waiting(1), waiting(1)], at: now) == "offline-count")
        // What waits for its time, such as the film of next week, ages from then on.
        var film = try waiting(nil, hoursAgo: 24 * 7)
        film.notBefore = now + .hours(24)
        #expect(limits.passed(by: one, waiting: [film], at: now) == nil)
        #expect(limits.passed(by: one, waiting: [film], at: now + .hours(25)) == nil)
        #expect(limits.passed(by: one, waiting: [film], at: now + .hours(26)) == "offline-age")
        // Nor does what is another venue's, of which a person decides.
        var stray = try waiting(nil, hoursAgo: 2)
        stray.reading = .wrongVenue
        #expect(limits.passed(by: one, waiting: [stray], at: now) == nil)
        #expect(limits.passed(by: one, waiting: [stray, stray], at: now) == "offline-count")
        #expect(try limits.passed(by: waiting(.max), waiting: [waiting(1)], at: now) == "offline-amount")
    }
}
