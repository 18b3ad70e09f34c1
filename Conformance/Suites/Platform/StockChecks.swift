// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Dates, prices and seats (contract 2018-12 §6.3, §6.4; guide G16).
enum StockChecks {
    static let all: [Check] = [
        Check(
            "stocks/end-before-begin", ["PC-OF-007"],
            Sentence("Fin avant début : 400.", "End before begin: 400.")
        ) { probe in
            let company = try await probe.company()
            let begin = try await probe.wire.now() + .days(5)
            try await probe.wire.by(company.partner.account).post(
                "/eventOccurrences",
                [
                    "offerId": .string(company.show.offer.id), "venueId": .string(company.venue),
                    "beginningDatetime": .string(begin.iso8601),
                    "endDatetime": .string((begin - .hours(1)).iso8601),
                ]
            ).expect(
                400, ["endDatetime": ["La date de fin de l'événement doit être postérieure à la date de début"]])
        },
        Check(
            "stocks/limit-after-begin", ["PC-OF-008"],
            Sentence("Limite après le début : 400.", "Limit after the beginning: 400.")
        ) { probe in
            let company = try await probe.company()
            let sentence =
                "la date limite de réservation pour cette offre est postérieure à la date de début de l'évènement"
            let limit = (company.show.stock.beginning ?? .latest) + .hours(1)
            try await probe.wire.by(company.partner.account).post(
                "/stocks",
                [
                    "eventOccurrenceId": .string(company.show.stock.occurrenceId ?? ""), "price": 5,
                    "bookingLimitDatetime": .string(limit.iso8601),
                ]
            ).expect(400, ["bookingLimitDatetime": [.string(sentence)]])
        },
        Check(
            "stocks/limit-left-out", ["PC-OF-009"],
            Sentence(
                "Limite laissée vide : aucune, ou trois jours avant.",
                "Limit left out: none, or three days before.")
        ) { probe in
            let company = try await probe.company()
            guard let begin = Instant(iso8601: "2099-12-03T06:15:13Z") else { return }
            let occurrence = try await probe.prepare {
                try await probe.wire.newOccurrence(company.show.offer, of: company.partner, at: begin)
            }
            let answer = try await probe.wire.by(company.partner.account).post(
                "/stocks", ["eventOccurrenceId": .string(occurrence), "price": 5]
            ).expect(201)
            switch answer.json?["bookingLimitDatetime"] {
            case .some(.null): probe.saw(.bookingLimitLeftOut, .documented)
            case .some(.string("2099-11-30T23:59:13Z")): probe.saw(.bookingLimitLeftOut, .observed)
            default:
                throw answer.failure("bookingLimitDatetime null (documented) or 2099-11-30T23:59:13Z (observed)")
            }
        },
        Check(
            "stocks/no-offer", ["PC-OF-010"],
            Sentence("Ni offre ni date : 400 qui le dit.", "Neither offer nor date: 400 that says so.")
        ) { probe in
            let company = try await probe.company()
            try await probe.wire.by(company.partner.account).post("/stocks", ["price": 5]).expect(
                400,
                [
                    "offerId": ["cette entrée est obligatoire en absence de eventOccurrenceId"],
                    "eventOccurrenceId": ["cette entrée est obligatoire en absence de offerId"],
                ])
        },
        Check(
            "stocks/price", ["PC-OF-011"],
            Sentence("Prix absent ou négatif : 400 ; 0 est un prix.", "Price missing or negative: 400; 0 is a price.")
        ) { probe in
            let company = try await probe.company()
            let caller = probe.wire.by(company.partner.account)
            let offer = JSONValue.string(company.book.offer.id)
            try await caller.post("/stocks", ["offerId": offer]).expect(400, ["price": [.string(Answers.mandatory)]])
            try await caller.post("/stocks", ["offerId": offer, "price": nil])
                .expect(400, ["price": [.string(Answers.mandatory)]])
            try await caller.post("/stocks", ["offerId": offer, "price": -1]).expect(400)
            try await caller.post("/stocks", ["offerId": offer, "price": 0]).expect(201)
        },
        Check(
            "stocks/unlimited", ["PC-OF-012"],
            Sentence("Places laissées vides : sans limite.", "Seats left out: no limit.")
        ) { probe in
            let company = try await probe.company()
            let answer = try await probe.wire.by(company.partner.account).post(
                "/stocks", ["offerId": .string(company.book.offer.id), "price": 0]
            ).expect(201)
            try answer.require(answer.json?["available"]?.isNull == true, "available: null")
            let stock = Stock(id: try answer.string("id"), occurrenceId: nil, cents: 0, beginning: nil)
            for _ in 0..<5 { _ = try await probe.wire.book(stock, by: company.young, quantity: 50) }
        },
        Check(
            "stocks/date-deleted", ["PC-OF-020", "PC-BK-011"],
            Sentence(
                "Date supprimée : réservations annulées, crédit rendu, plus rien à réserver.",
                "Date deleted: bookings cancelled, credit back, nothing left to book.")
        ) { probe in
            let company = try await probe.company()
            let young = try await probe.prepare { try await probe.wire.newYoung() }
            let show = try await probe.prepare {
                try await probe.wire.newShow(of: company.partner, venue: company.venue, cents: 1_500)
            }
            let before = try await probe.wire.wallet(of: young)
            let booking = try await probe.prepare { try await probe.wire.book(show.stock, by: young) }
            try await probe.wire.by(company.partner.account).delete(
                "/eventOccurrences/\(show.stock.occurrenceId ?? "")"
            )
            .expect(200)
            let own = try await probe.wire.by(young).get("/bookings/\(booking.id)").expect(200)
            try own.require(own.json?["isCancelled"] == true, "isCancelled: true")
            let current = try await probe.wire.by(young).get("/users/current").expect(200)
            try current.require(
                current.json?["wallet_balance"]?.cents == before, "the whole credit back: \(before) cents")
            try await probe.wire.askBooking(show.stock, by: young)
                .expect(400, ["stockId": ["Cette date a été retirée. Elle n'est plus disponible."]])
        },
    ]
}
