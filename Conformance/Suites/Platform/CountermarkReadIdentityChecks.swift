// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// `GET /bookings/token/…` by people who signed in, and of countermarks that are worth nothing any more.
enum CountermarkReadIdentityChecks {
    static let all: [Check] = [
        Check(
            "countermark/get/structure", ["PC-CM-009"],
            Sentence(
                "La structure connectée apprend qui, quoi et quand ; rien d'autre.",
                "The structure, signed in, learns who, what and when; nothing else.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let expected: JSONValue = [
                "bookingId": .string(booking.id), "date": nil, "email": .string(company.young.email), "isUsed": false,
                "offerName": .string(company.book.offer.name), "userName": .string(company.young.publicName),
                "venueDepartementCode": "93",
            ]
            let path = "/bookings/token/\(booking.token)"
            try await probe.wire.by(company.partner.account).get(path).expect(200, expected)
            try await probe.wire.basic(company.partner.account).from(nil).get(path).expect(200, expected)
        },
        Check(
            "countermark/get/structure-event", ["PC-CM-009", "PC-CV-014"],
            Sentence("Pour un événement : sa date.", "For an event: its date.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.prepare { try await probe.wire.book(company.show.stock, by: company.young) }
            let answer = try await probe.wire.by(company.partner.account).get("/bookings/token/\(booking.token)")
                .expect(200)
            let date = company.show.stock.beginning?.iso8601
            try answer.require(answer.json?["date"]?.stringValue == date, "date: \(date ?? "-")")
        },
        Check(
            "countermark/get/structure-digital", ["PC-CM-009"],
            Sentence("Pour le numérique : pas de département.", "For a digital offer: no département.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.prepare {
                try await probe.wire.book(company.digital.stock, by: company.young)
            }
            let answer = try await probe.wire.by(company.partner.account).get("/bookings/token/\(booking.token)")
                .expect(200)
            try answer.require(answer.json?["venueDepartementCode"]?.isNull == true, "venueDepartementCode: null")
        },
        Check(
            "countermark/get/structure-filters", ["PC-CM-005", "PC-CM-006", "PC-CM-004"],
            Sentence(
                "La structure aussi doit donner un e-mail et une offre justes, si elle en donne.",
                "The structure too has to give the right e-mail and offer, if it gives any.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let caller = probe.wire.by(company.partner.account)
            let path = "/bookings/token/\(booking.token)"
            try probe.expectUnknownWhenRead(try await caller.get(path, [("email", company.friend.email)]))
            try probe.expectUnknownWhenRead(try await caller.get(path, [("offer_id", company.show.offer.id)]))
            try await caller.get(path, [("offer_id", "1")]).expect(404, Answers.pageNotFound)
            try probe.expectUnknownWhenRead(try await caller.get("/bookings/token/ZZZZZZ"))
        },
        Check(
            "countermark/get/others-signed-in", ["PC-CM-010"],
            Sentence(
                "Une autre structure ou le jeune lui-même : 204 sans corps.",
                "Another structure, or the young person: 204, empty.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            for account in [company.stranger.account, company.young, company.friend] {
                try await probe.wire.by(account).get("/bookings/token/\(booking.token)").expectEmpty(204)
            }
        },
        Check(
            "countermark/get/colleague", ["PC-CM-009"],
            Sentence("Un collègue de la structure la lit aussi.", "A colleague of the structure reads it too.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let colleague = try await probe.prepare { try await probe.wire.newColleague(of: company.partner) }
            let answer = try await probe.wire.by(colleague).get("/bookings/token/\(booking.token)")
            guard answer.status != 204 else {
                throw Interruption.notApplicable(
                    Sentence(
                        "Ici, le rattachement d'un collègue attend une validation.",
                        "Here a colleague's link waits for validation."))
            }
            try answer.expect(200)
        },
        Check(
            "countermark/get/used", ["PC-CM-011"],
            Sentence("Déjà validée : 410, même pour la structure.", "Already validated: 410, for the structure too.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let caller = probe.wire.by(company.partner.account)
            let path = "/bookings/token/\(booking.token)"
            try await probe.prepare { try await caller.send("PATCH", path).expectEmpty(204) }
            try await probe.read(booking.token, [("email", company.young.email)]).expect(410, Answers.used)
            try await caller.get(path).expect(410, Answers.used)
        },
        Check(
            "countermark/get/cancelled", ["PC-CM-012"],
            Sentence("Annulée : 410.", "Cancelled: 410.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await probe.prepare { try await probe.wire.askCancellation(booking, by: company.young).expect(200) }
            try await probe.read(booking.token, [("email", company.young.email)]).expect(410, Answers.cancelled)
            try await probe.wire.by(company.partner.account).get("/bookings/token/\(booking.token)")
                .expect(410, Answers.cancelled)
        },
        Check(
            "countermark/get/used-then-cancelled", ["PC-CM-013"],
            Sentence(
                "Validée puis date supprimée : « déjà validée » (service) ou « annulée » (document), jamais bonne.",
                "Validated, then its date deleted: \"déjà validée\" (service) or \"annulée\" (document), never good.")
        ) { probe in
            let company = try await probe.company()
            let show = try await probe.prepare {
                try await probe.wire.newShow(of: company.partner, venue: company.venue)
            }
            let booking = try await probe.prepare { try await probe.wire.book(show.stock, by: company.young) }
            let caller = probe.wire.by(company.partner.account)
            try await probe.prepare {
                try await caller.send("PATCH", path(booking)).expectEmpty(204)
                try await caller.delete("/eventOccurrences/\(show.stock.occurrenceId ?? "")").expect(200)
            }
            let read = try await probe.read(booking.token, [("email", company.young.email)])
            _ = try read.expect(documented: (410, Answers.cancelled), observed: (410, Answers.used))
            let again = try await caller.send("PATCH", path(booking))
            let side = try again.expect(documented: (410, Answers.cancelled), observed: (410, Answers.used))
            // Where deleting a date leaves validated bookings alone, the order of the two never shows.
            let own = try await probe.wire.by(company.young).get("/bookings/\(booking.id)").expect(200)
            if own.json?["isCancelled"] == true { probe.saw(.cancelledBeforeUsed, side) }
        },
        Check(
            "countermark/get/wrong-password", ["PC-CM-023"],
            Sentence("Basic avec un mauvais mot de passe : 401.", "Basic with a wrong password: 401.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await CountermarkReadIdentityChecks.refusesBadBasic(probe, "GET", booking, company)
        },
    ]

    private static func path(_ booking: Booking) -> String {
        "/bookings/token/\(booking.token)"
    }

    /// Basic authentication with a wrong password, then with an unknown e-mail.
    static func refusesBadBasic(
        _ probe: Probe, _ method: String, _ booking: Booking, _ company: Cast.Company
    ) async throws {
        let path = "/bookings/token/\(booking.token)"
        let query = [("email", company.young.email), ("offer_id", company.book.offer.id)]
        let email = company.partner.account.email
        let wrong = Caller(wire: probe.wire, identity: .basic(email: email, password: "Mauvais123456!@"))
        try await wrong.from(nil).send(method, path, query).expect(401, ["password": ["Mot de passe incorrect"]])
        let nobody = Caller(wire: probe.wire, identity: .basic(email: "personne@exemple.fr", password: "x"))
        try await nobody.from(nil).send(method, path, query).expect(401, ["identifier": ["Identifiant incorrect"]])
    }
}
