// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Booking (contract 2018-12 §7.1–§7.3).
enum BookingChecks {
    static let all: [Check] = [
        Check(
            "bookings/created", ["PC-BK-001", "PC-BK-016", "PC-WA-001"],
            Sentence(
                "Une réservation : contremarque, montant du moment, débit ; « amount » et « token » envoyés ne comptent pas.",
                "A booking: countermark, price of the moment, debit; an \"amount\" or \"token\" sent does not count.")
        ) { probe in
            let company = try await probe.company()
            let young = try await probe.prepare { try await probe.wire.newYoung() }
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, cents: 1_050)
            }
            let before = try await probe.wire.wallet(of: young)
            let answer = try await probe.wire.by(young).post(
                "/bookings",
                ["stockId": .string(book.stock.id), "quantity": 2, "amount": 1, "token": "AAAAAA", "isUsed": true]
            ).expect(201)
            try answer.require(answer.json?["amount"]?.cents == 1_050, "amount: 10.50")
            try answer.require(answer.json?["quantity"]?.intValue == 2, "quantity: 2")
            try answer.require(answer.json?["isUsed"] == false, "isUsed: false")
            try answer.require(answer.json?["token"]?.stringValue != "AAAAAA", "a countermark of the platform's own")
            try await probe.wire.by(company.partner.account).patch("/stocks/\(book.stock.id)", ["price": 99]).expect(
                200)
            let current = try await probe.wire.by(young).get("/users/current").expect(200)
            try current.require(
                current.json?["wallet_balance"]?.cents == before - 2_100, "wallet_balance: \(before - 2_100) cents")
        },
        Check(
            "bookings/no-stock", ["PC-BK-002"],
            Sentence("Sans stock : 400.", "Without a stock: 400.")
        ) { probe in
            let company = try await probe.company()
            let refusal: JSONValue = ["stockId": ["Vous devez préciser un identifiant d'offre"]]
            for body in [[:], ["stockId": nil, "quantity": 1]] as [JSONValue] {
                try await probe.wire.by(company.young).post("/bookings", body).expect(400, refusal)
            }
        },
        Check(
            "bookings/no-quantity", ["PC-BK-003"],
            Sentence("Sans quantité, nulle ou zéro : 400.", "Without quantity, null or zero: 400.")
        ) { probe in
            let company = try await probe.company()
            let stock = JSONValue.string(company.book.stock.id)
            let refusal: JSONValue = ["quantity": ["Vous devez préciser une quantité pour la réservation"]]
            for body in [["stockId": stock], ["stockId": stock, "quantity": nil], ["stockId": stock, "quantity": 0]]
                as [JSONValue]
            {
                try await probe.wire.by(company.young).post("/bookings", body).expect(400, refusal)
            }
        },
        Check(
            "bookings/unknown-stock", ["PC-BK-004"],
            Sentence("Stock inconnu : 400.", "Unknown stock: 400.")
        ) { probe in
            let company = try await probe.company()
            try await probe.wire.by(company.young).post("/bookings", ["stockId": "GWS8SA9", "quantity": 1])
                .expect(400, ["stockId": ["stockId ne correspond à aucun stock"]])
        },
        Check(
            "bookings/pro", ["PC-BK-005"],
            Sentence("Un professionnel ne réserve rien.", "A professional books nothing.")
        ) { probe in
            let company = try await probe.company()
            let paid = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, cents: 500)
            }
            let account = company.partner.account
            try await probe.wire.askBooking(company.book.stock, by: account).expect(
                400, ["cannotBookFreeOffers": ["L'utilisateur n'a pas le droit de réserver d'offres gratuites"]])
            try await probe.wire.askBooking(paid.stock, by: account).expect(400, Answers.noCredit)
        },
        Check(
            "bookings/own-list", ["PC-BK-017"],
            Sentence("Ses réservations, annulées comprises.", "One's own bookings, cancelled ones included.")
        ) { probe in
            let company = try await probe.company()
            let young = try await probe.prepare { try await probe.wire.newYoung() }
            let kept = try await probe.prepare { try await probe.wire.book(company.book.stock, by: young) }
            let dropped = try await probe.prepare { try await probe.wire.book(company.book.stock, by: young) }
            try await probe.prepare { try await probe.wire.askCancellation(dropped, by: young).expect(200) }
            let list = try await probe.wire.by(young).get("/bookings").expect(200)
            let ids = Set(try list.list().compactMap { $0["id"]?.stringValue })
            try list.require(ids == [kept.id, dropped.id], "both bookings, \(kept.id) and \(dropped.id)")
        },
    ]
}
