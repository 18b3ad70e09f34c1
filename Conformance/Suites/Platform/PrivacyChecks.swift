// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The security holes of the service of 2018 that nobody may have (contract 2018-12, items 20-21 and appendix).
enum PrivacyChecks {
    static let all: [Check] = [
        Check(
            "privacy/no-self-made-admin", ["PC-CV-018"],
            Sentence("Personne ne se fait administrateur à l'inscription.", "Nobody signs up as an administrator.")
        ) { probe in
            let email = probe.world.names.email("admin")
            var body = probe.wire.youngSignUp(email: email)
            body["isAdmin"] = true
            let caller = Caller(wire: probe.wire, identity: .session(CookieJar()))
            let answer = try await caller.post("/users/signup", .object(body))
            guard answer.status == 400 else {
                try answer.expect(201).require(answer.json?["isAdmin"] == false, "isAdmin: false, or a refusal")
                return
            }
            // The same without the key is accepted: the refusal was about nothing else.
            body["isAdmin"] = nil
            try await probe.prepare {
                let twin = try await caller.post("/users/signup", .object(body)).expect(201)
                try twin.require(twin.json?["isAdmin"] == false, "isAdmin: false")
            }
        },
        Check(
            "privacy/bookings", ["PC-CV-019"],
            Sentence("La réservation d'un autre ne se lit pas.", "Somebody else's booking cannot be read.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            for account in [company.friend, company.stranger.account] {
                let answer = try await probe.wire.by(account).get("/bookings/\(booking.id)").expectRefusal()
                try answer.require(!answer.text.contains(booking.token), "no countermark in the answer")
            }
            let friends = try await probe.wire.by(company.friend).get("/bookings").expect(200)
            try friends.require(!friends.text.contains(booking.token), "only one's own bookings")
        },
        Check(
            "privacy/bank-details", ["PC-CV-019"],
            Sentence("Un jeune ne voit pas d'IBAN.", "A young person sees no IBAN.")
        ) { probe in
            let company = try await probe.company()
            let answer = try await probe.wire.askBooking(company.book.stock, by: company.young).expect(201)
            for word in ["\"iban\"", "\"bic\"", "validationToken", "\"password\""] {
                try answer.require(!answer.text.contains(word), "no \(word) in a young person's booking")
            }
        },
        Check(
            "privacy/strangers", ["PC-CV-020", "PC-ST-011"],
            Sentence("Aucun droit sur la structure d'un autre.", "No rights on somebody else's structure.")
        ) { probe in
            let company = try await probe.company()
            let stranger = probe.wire.by(company.stranger.account)
            try await stranger.get("/offerers/\(company.partner.offererId)").expect(403, Answers.noRights)
            try await stranger.get("/venues/\(company.venue)").expect(403, Answers.noRights)
            try await stranger.get("/offerers/\(company.partner.offererId)/bookings").expect(403)
            try await stranger.patch("/offers/\(company.book.offer.id)", ["isActive": false]).expect(403)
            try await stranger.patch("/stocks/\(company.book.stock.id)", ["price": 1]).expect(403)
            try await stranger.patch("/venues/\(company.venue)", ["name": "À moi"]).expect(403)
            try await stranger.patch("/offerers/\(company.partner.offererId)", ["isActive": false]).expect(403)
        },
        Check(
            "privacy/strangers-create", ["PC-CV-020"],
            Sentence("Ni lieu, ni offre, chez un autre.", "Neither venue nor offer on somebody else's structure.")
        ) { probe in
            let company = try await probe.company()
            let stranger = probe.wire.by(company.stranger.account)
            let venue = probe.wire.venueBody(of: company.partner)
            try await stranger.post("/venues", .object(venue)).expect(403)
            let thing: JSONValue = [
                "name": "Intrus", "type": "ThingType.LIVRE_EDITION", "venueId": .string(company.venue),
            ]
            try await stranger.post("/things", thing).expect(403)
            let event: JSONValue = [
                "name": "Intrus", "type": "EventType.CINEMA", "venueId": .string(company.venue), "durationMinutes": 90,
            ]
            try await stranger.post("/events", event).expect(403)
            try await stranger.patch("/things/\(company.book.offer.subjectId)", ["name": "Intrus"]).expect(403)
            try await stranger.patch("/events/\(company.show.offer.subjectId)", ["name": "Intrus"]).expect(403)
        },
    ]
}
