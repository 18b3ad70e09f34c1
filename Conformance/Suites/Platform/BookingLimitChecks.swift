// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What cannot be booked any more, or not yet (contract 2018-12 §7.1).
enum BookingLimitChecks {
    static let all: [Check] = [
        Check(
            "bookings/sold-out", ["PC-BK-006"],
            Sentence("La dernière place prise : 400.", "The last seat taken: 400.")
        ) { probe in
            let company = try await probe.company()
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, available: 3)
            }
            try await probe.wire.askBooking(book.stock, by: company.friend, quantity: 4).expect(400, Answers.soldOut)
            try await probe.wire.askBooking(book.stock, by: company.friend, quantity: 3).expect(201)
            try await probe.wire.askBooking(book.stock, by: company.friend).expect(400, Answers.soldOut)
        },
        Check(
            "bookings/race", ["PC-BK-007", "PC-WA-009"],
            Sentence(
                "200 réservations à la fois d'un stock de 20 : exactement 20, et les crédits sont justes.",
                "200 bookings at once of a stock of 20: exactly 20, and the credits are right.")
        ) { probe in
            let company = try await probe.company()
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, cents: 100, available: 20)
            }
            let people = try await probe.prepare {
                var people: [Account] = []
                for _ in 0..<10 { people.append(try await probe.wire.newYoung()) }
                return people
            }
            let credit = try await probe.wire.wallet(of: people[0])
            let answers = try await withThrowingTaskGroup(of: (Int, Exchange).self) { group in
                for position in 0..<200 {
                    let person = position % people.count
                    group.addTask { (person, try await probe.wire.askBooking(book.stock, by: people[person])) }
                }
                var all: [(Int, Exchange)] = []
                for try await answer in group { all.append(answer) }
                return all
            }
            let done = answers.filter { $0.1.status == 201 }
            let refused = answers.count { $0.1.status == 400 && $0.1.json == Answers.soldOut }
            guard done.count == 20, refused == 180 else {
                throw Interruption.failed(
                    Evidence(
                        expected: "201 20 times, 400 \(Answers.soldOut.text) 180 times",
                        seen: "201 \(done.count) times, sold out \(refused) times", curl: answers.first?.1.curl))
            }
            for (position, person) in people.enumerated() {
                let spent = Int64(done.count { $0.0 == position }) * 100
                let current = try await probe.wire.by(person).get("/users/current").expect(200)
                try current.require(
                    current.json?["wallet_balance"]?.cents == credit - spent, "wallet_balance: \(credit - spent) cents")
            }
        },
        Check(
            "bookings/limit-past", ["PC-BK-008"],
            Sentence("Limite passée : 400.", "Limit passed: 400.")
        ) { probe in
            let company = try await probe.company()
            let limit = try await probe.wire.now() - .hours(1)
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, limit: limit)
            }
            try await probe.wire.askBooking(book.stock, by: company.friend)
                .expect(400, ["global": ["La date limite de réservation de cette offre est dépassée"]])
        },
        Check(
            "bookings/limit-passes", ["PC-BK-008"],
            Sentence("La limite passe avec le temps.", "The limit passes as time goes by."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let partner = try await wire.newPartner()
                let young = try await wire.newYoung()
                let limit = try await wire.now() + .days(2)
                let book = try await wire.newBook(of: partner, limit: limit)
                try await wire.askBooking(book.stock, by: young).expect(201)
                try await Control(wire: wire).advance(by: .days(3))
                try await wire.askBooking(book.stock, by: young)
                    .expect(400, ["global": ["La date limite de réservation de cette offre est dépassée"]])
            }
        },
        Check(
            "bookings/structure-deactivated", ["PC-BK-009"],
            Sentence("Structure désactivée : 400.", "Structure deactivated: 400."), needs: .control
        ) { probe in
            let company = try await probe.company()
            let wire = probe.wire
            let partner = try await probe.prepare { try await VisibilityChecks.secondStructure(wire).partner }
            let book = try await probe.prepare { try await wire.newBook(of: partner) }
            try await probe.prepare {
                // The administrator alone changes a structure, and by the guide the team names them (G29).
                try await Control(wire: wire).appoint(partner.account.email, offererId: partner.offererId)
                try await wire.by(partner.account).patch("/offerers/\(partner.offererId)", ["isActive": false]).expect(
                    200)
            }
            try await wire.askBooking(book.stock, by: company.friend)
                .expect(400, ["stockId": ["Cette offre a été retirée. Elle n'est plus valable."]])
        },
        Check(
            "bookings/venue-waiting", ["PC-BK-010", "PC-ST-009"],
            Sentence("Lieu en attente de validation : 400.", "Venue waiting for validation: 400.")
        ) { probe in
            let company = try await probe.company()
            let venue = try await probe.prepare { try await waitingVenue(probe.wire, of: company.partner) }
            let book = try await probe.prepare { try await probe.wire.newBook(of: company.partner, venue: venue) }
            let sentence =
                "Vous ne pouvez pas encore réserver cette offre, son lieu est en attente de validation"
            try await probe.wire.askBooking(book.stock, by: company.friend).expect(
                400, ["stockId": [.string(sentence)]])
        },
    ]

    /// A venue without SIRET, which waits for the team.
    static func waitingVenue(_ wire: Wire, of partner: Partner) async throws -> String {
        var body = wire.venueBody(of: partner, name: "La grange")
        body["siret"] = nil
        body["comment"] = "Nous jouons dans une grange."
        return try await wire.by(partner.account).post("/venues", .object(body)).expect(201).string("id")
    }
}
