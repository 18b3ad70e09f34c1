// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Dates, amounts, content types (contract 2018-12 §1.2).
enum FormatChecks {
    static let all: [Check] = [
        Check(
            "conventions/dates/refused", ["PC-CV-013"],
            Sentence("Dates d'autre forme : 400.", "Dates of another form: 400.")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            let forms: [JSONValue] = ["2030-01-01", "2030-01-01T00:00:00+01:00", "demain", [:]]
            for form in forms {
                try await pro.post(
                    "/stocks",
                    ["offerId": .string(company.book.offer.id), "price": 1, "bookingLimitDatetime": form]
                ).expect(400, ["bookingLimitDatetime": [.string(Answers.badDate)]])
            }
        },
        Check(
            "conventions/dates/empty", ["PC-CV-013", "PC-OF-009"],
            Sentence(
                "Date d'événement vide : 400 ; limite vide : aucune (guide) ou 400 (service).",
                "Empty date of an event: 400; empty limit: none (guide) or 400 (service).")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            for empty in [nil, ""] as [JSONValue] {
                try await pro.post(
                    "/eventOccurrences",
                    [
                        "offerId": .string(company.show.offer.id), "venueId": .string(company.venue),
                        "beginningDatetime": empty, "endDatetime": "2099-01-01T00:00:00Z",
                    ]
                ).expect(400, ["beginningDatetime": [.string(Answers.badDate)]])
                let limit = try await pro.post(
                    "/stocks",
                    ["offerId": .string(company.book.offer.id), "price": 1, "bookingLimitDatetime": empty])
                if limit.status == 201 {
                    try limit.require(limit.json?["bookingLimitDatetime"]?.isNull == true, "bookingLimitDatetime: null")
                    probe.saw(.emptyBookingLimit, .documented)
                } else {
                    try limit.expect(400, ["bookingLimitDatetime": [.string(Answers.badDate)]])
                    probe.saw(.emptyBookingLimit, .observed)
                }
            }
        },
        Check(
            "conventions/dates/accepted", ["PC-CV-013", "PC-CV-014"],
            Sentence(
                "Les trois formes acceptées, et celle qui est rendue.",
                "The three forms accepted, and the one given back.")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            let forms = [
                ("2099-01-02T03:04:05.678Z", "2099-01-02T03:04:05.678000Z"),
                ("2099-01-02T03:04:05", "2099-01-02T03:04:05Z"), ("2099-01-02T03:04:05Z", "2099-01-02T03:04:05Z"),
            ]
            for (sent, expected) in forms {
                let answer = try await pro.post(
                    "/stocks",
                    ["offerId": .string(company.book.offer.id), "price": 1, "bookingLimitDatetime": .string(sent)]
                ).expect(201)
                try answer.require(
                    answer.json?["bookingLimitDatetime"]?.stringValue == expected, "bookingLimitDatetime: \(expected)")
            }
        },
        Check(
            "conventions/amounts", ["PC-CV-015"],
            Sentence("Montants : des nombres, au centime.", "Amounts: numbers, to the cent.")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            for (sent, cents) in [("12.50", Int64(1_250)), ("0.01", 1), ("7", 700)] {
                let answer = try await pro.post(
                    "/stocks", ["offerId": .string(company.book.offer.id), "price": .string(sent)]
                ).expect(201)
                try answer.require(answer.json?["price"]?.cents == cents, "price: the number \(sent)")
            }
            for text in ["12,5", "abc", ""] {
                try await pro.post("/stocks", ["offerId": .string(company.book.offer.id), "price": .string(text)])
                    .expect(400, ["price": ["Saisissez un nombre valide"]])
            }
        },
        Check(
            "conventions/content-type", ["PC-CV-025"],
            Sentence("Le JSON s'annonce comme tel.", "JSON is announced as such.")
        ) { probe in
            let company = try await probe.company()
            for answer in [
                try await probe.wire.by(company.young).get("/users/current").expect(200),
                try await probe.wire.anonymous.get("/users/current").expect(401),
            ] {
                try answer.expectPlainJSONType()
            }
        },
        Check(
            "conventions/unknown-keys", ["PC-CV-023"],
            Sentence("Clés inconnues et « id » : ignorés.", "Unknown keys and \"id\": ignored.")
        ) { probe in
            let company = try await probe.company()
            let answer = try await probe.wire.by(company.partner.account).post(
                "/stocks",
                ["offerId": .string(company.book.offer.id), "price": 1, "id": "AE", "couleur": "bleu", "available": 3]
            ).expect(201)
            try answer.require(answer.json?["couleur"] == nil, "no key \"couleur\"")
        },
        Check(
            "conventions/blanks", ["PC-CV-024"],
            Sentence("Blancs autour d'un texte : ôtés.", "Blanks around a text: removed.")
        ) { probe in
            let company = try await probe.company()
            let title = probe.world.names.title("Sans blancs")
            let answer = try await probe.wire.by(company.partner.account).post(
                "/things",
                [
                    "name": .string("  \(title)  "), "type": "ThingType.LIVRE_EDITION",
                    "venueId": .string(company.venue),
                ]
            ).expect(201)
            try answer.require(answer.json?["name"]?.stringValue == title, "name: \"\(title)\"")
        },
    ]
}
