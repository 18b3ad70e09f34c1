// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Public ids (contract 2018-12 §1.1) and what happens to unknown ones.
enum IdentifierChecks {
    static let all: [Check] = [
        Check(
            "conventions/ids/alphabet", ["PC-CV-016"],
            Sentence("Identifiants publics : 32 signes, jamais O, I, 0, 1.", "Public ids: 32 signs, never O, I, 0, 1.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let ids = [
                booking.id, company.partner.offererId, company.venue, company.book.offer.id, company.book.stock.id,
                company.young.id, company.show.stock.occurrenceId ?? "",
            ]
            for id in ids where id.wholeMatch(of: /[A-HJ-NP-Z2-9]+/) == nil {
                throw Interruption.failed(Evidence(expected: "an id of [A-HJ-NP-Z2-9]", seen: id))
            }
        },
        Check(
            "conventions/ids/malformed", ["PC-CV-004"],
            Sentence("Identifiant illisible : 404 en JSON.", "Unreadable id: 404 in JSON.")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            for id in ["1", "ae", "A0", "A"] {
                try await pro.get("/offerers/\(id)").expect(404, Answers.pageNotFound)
                try await pro.get("/venues/\(id)").expect(404, Answers.pageNotFound)
                try await probe.wire.by(company.young).get("/bookings/\(id)").expect(404, Answers.pageNotFound)
            }
            try await probe.wire.by(company.young).post("/bookings", ["stockId": "1", "quantity": 1])
                .expect(404, Answers.pageNotFound)
        },
        Check(
            "conventions/ids/unknown", ["PC-CV-005"],
            Sentence("Identifiant inconnu : 404.", "Unknown id: 404.")
        ) { probe in
            let company = try await probe.company()
            let pro = probe.wire.by(company.partner.account)
            try await pro.get("/venues/GWS8SA9").expect(404)
            try await pro.get("/offers/GWS8SA9").expect(404)
            try await pro.get("/stocks/GWS8SA9").expect(404)
            try await probe.wire.by(company.young).get("/bookings/GWS8SA9").expect(404)
        },
        Check(
            "conventions/ids/alias", ["PC-CV-017"],
            Sentence("Un identifiant a plusieurs écritures.", "An id has several spellings.")
        ) { probe in
            let company = try await probe.company()
            guard let alias = probe.alias(of: company.book.offer.id) else {
                throw Interruption.inconclusive(
                    Sentence("Cet identifiant n'a qu'une écriture.", "This id has one spelling only."))
            }
            let answer = try await probe.wire.by(company.partner.account).get("/offers/\(alias)").expect(200)
            try answer.require(answer.json?["id"]?.stringValue == company.book.offer.id, "id: \(company.book.offer.id)")
        },
    ]
}
