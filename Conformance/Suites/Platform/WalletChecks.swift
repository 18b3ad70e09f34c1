// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The credit and its ceilings (contract 2018-12 §4.6, §7.1).
enum WalletChecks {
    static let all: [Check] = [
        Check(
            "wallet/physical", ["PC-WA-002", "PC-WA-004"],
            Sentence(
                "Biens culturels : 100 € tout juste, pas un centime de plus.",
                "Goods: 100 euros exactly, not a cent more.")
        ) { probe in
            let (partner, young, venue) = try await people(probe)
            let dear = try await book(probe, partner, venue, 10_001)
            try await probe.wire.askBooking(dear, by: young).expect(400, Answers.physicalCeiling)
            try await probe.wire.askBooking(try await book(probe, partner, venue, 6_000), by: young).expect(201)
            try await probe.wire.askBooking(try await book(probe, partner, venue, 4_001), by: young)
                .expect(400, Answers.physicalCeiling)
            try await probe.wire.askBooking(try await book(probe, partner, venue, 2_000), by: young, quantity: 2)
                .expect(201)
            try await probe.wire.askBooking(try await book(probe, partner, venue, 1), by: young)
                .expect(400, Answers.physicalCeiling)
            try await probe.wire.askBooking(try await book(probe, partner, venue, 0), by: young).expect(201)
        },
        Check(
            "wallet/digital", ["PC-WA-003", "PC-WA-004"],
            Sentence(
                "Numérique : 200 € tout juste, pas un centime de plus.", "Digital: 200 euros exactly, not a cent more.")
        ) { probe in
            let (partner, young, _) = try await people(probe)
            func digital(_ cents: Int64) async throws -> Stock {
                try await probe.prepare { try await probe.wire.newDigital(of: partner, cents: cents).stock }
            }
            try await probe.wire.askBooking(try await digital(20_001), by: young).expect(400, Answers.digitalCeiling)
            try await probe.wire.askBooking(try await digital(20_000), by: young).expect(201)
            try await probe.wire.askBooking(try await digital(1), by: young).expect(400, Answers.digitalCeiling)
        },
        Check(
            "wallet/events", ["PC-WA-005", "PC-WA-006", "PC-WA-004", "PC-WA-008"],
            Sentence(
                "Événements : pas de plafond propre ; tout le crédit, pas un centime de plus.",
                "Events: no ceiling of their own; the whole credit, not a cent more.")
        ) { probe in
            let (partner, young, venue) = try await people(probe)
            let credit = try await probe.wire.wallet(of: young)
            func show(_ cents: Int64) async throws -> Stock {
                try await probe.prepare { try await probe.wire.newShow(of: partner, venue: venue, cents: cents).stock }
            }
            try await probe.wire.askBooking(try await show(60_000), by: young).expect(400, Answers.noCredit)
            try await probe.wire.askBooking(try await show(credit + 1), by: young).expect(400, Answers.noCredit)
            try await probe.wire.askBooking(try await show(credit), by: young).expect(201)
            try await probe.wire.askBooking(try await show(1), by: young).expect(400, Answers.noCredit)
            let current = try await probe.wire.by(young).get("/users/current").expect(200)
            let expenses = current.json?["expenses"]
            try current.require(current.json?["wallet_balance"]?.cents == 0, "wallet_balance: 0")
            try current.require(
                expenses?["physical"]?["actual"]?.cents == 0 && expenses?["digital"]?["actual"]?.cents == 0
                    && expenses?["all"]?["actual"]?.cents == credit, "expenses: the event in \"all\" alone")
            try await probe.wire.askBooking(try await show(0), by: young).expect(201)
        },
        Check(
            "wallet/cancelled", ["PC-WA-007", "PC-CA-001"],
            Sentence("Annuler rend le crédit et le plafond.", "Cancelling gives back credit and ceiling.")
        ) { probe in
            let (partner, young, venue) = try await people(probe)
            let credit = try await probe.wire.wallet(of: young)
            let stock = try await book(probe, partner, venue, 10_000)
            let booking = try await probe.prepare { try await probe.wire.book(stock, by: young) }
            try await probe.wire.askCancellation(booking, by: young).expect(200)
            let current = try await probe.wire.by(young).get("/users/current").expect(200)
            try current.require(current.json?["wallet_balance"]?.cents == credit, "wallet_balance: \(credit) cents")
            try await probe.wire.askBooking(stock, by: young).expect(201)
        },
        Check(
            "wallet/race", ["PC-WA-009"],
            Sentence(
                "Vingt réservations à la fois de tout le crédit : une seule passe.",
                "Twenty bookings at once of the whole credit: exactly one passes.")
        ) { probe in
            let (partner, young, venue) = try await people(probe)
            let credit = try await probe.wire.wallet(of: young)
            let show = try await probe.prepare {
                try await probe.wire.newShow(of: partner, venue: venue, cents: credit)
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await probe.wire.askBooking(show.stock, by: young).status } }
                var all: [Int] = []
                for try await status in group { all.append(status) }
                return all
            }
            let done = statuses.count { $0 == 201 }
            let left = try await probe.wire.wallet(of: young)
            guard done == 1, left == 0 else {
                throw Interruption.failed(
                    Evidence(expected: "201 once, nothing left", seen: "201 \(done) times, \(left) cents left"))
            }
        },
    ]

    private static func people(_ probe: Probe) async throws -> (Partner, Account, String) {
        let company = try await probe.company()
        return (company.partner, try await probe.prepare { try await probe.wire.newYoung() }, company.venue)
    }

    private static func book(_ probe: Probe, _ partner: Partner, _ venue: String, _ cents: Int64) async throws -> Stock
    {
        try await probe.prepare { try await probe.wire.newBook(of: partner, venue: venue, cents: cents).stock }
    }
}
