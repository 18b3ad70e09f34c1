// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// `PATCH /bookings/token/…` (contract 2018-12 §2.2).
enum CountermarkValidateChecks {
    static let all: [Check] = [
        Check(
            "countermark/patch/open", ["PC-CM-014", "PC-CM-015", "PC-CM-011"],
            Sentence("Avec e-mail et offre : 204 une fois, puis 410.", "With e-mail and offer: 204 once, then 410.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let query = whole(company)
            try await probe.validate(booking.token, query).expectEmpty(204)
            try await probe.validate(booking.token, query).expect(410, Answers.used)
            try await probe.read(booking.token, [query[0]]).expect(410, Answers.used)
            let own = try await probe.wire.by(company.young).get("/bookings/\(booking.id)").expect(200)
            try own.require(own.json?["isUsed"] == true, "isUsed: true")
        },
        Check(
            "countermark/patch/missing-email", ["PC-CM-016"],
            Sentence("Anonyme sans e-mail : 400.", "Anonymous without e-mail: 400.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let answer = try await probe.validate(booking.token, [("offer_id", company.book.offer.id)])
            let side = try answer.expect(
                documented: (400, ["global": [.string(Answers.emailMissing)]]),
                observed: (400, ["email": [.string(Answers.emailMissing)]]))
            probe.saw(.missingParameterKey, side)
        },
        Check(
            "countermark/patch/missing-offer", ["PC-CM-017"],
            Sentence("Anonyme sans offre : 400.", "Anonymous without offer: 400.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let answer = try await probe.validate(booking.token, [("email", company.young.email)])
            let side = try answer.expect(
                documented: (400, ["global": [.string(Answers.offerMissing)]]),
                observed: (400, ["offer_id": [.string(Answers.offerMissing)]]))
            probe.saw(.missingParameterKey, side)
        },
        Check(
            "countermark/patch/missing-both", ["PC-CM-016", "PC-CM-017"],
            Sentence("Anonyme sans rien : 400 qui le dit.", "Anonymous with neither: 400 that says so.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let answer = try await probe.validate(booking.token, []).expect(400)
            let observed: JSONValue = [
                "email": [.string(Answers.emailMissing)], "offer_id": [.string(Answers.offerMissing)],
            ]
            if answer.json == observed { return probe.saw(.missingParameterKey, .observed) }
            let sentences = answer.json?["global"]?.arrayValue?.compactMap(\.stringValue) ?? []
            let known = [Answers.emailMissing, Answers.offerMissing]
            try answer.require(
                !sentences.isEmpty && sentences.allSatisfy(known.contains) && answer.json?.objectValue?.count == 1,
                "400 under \"global\" (documented), or under \"email\" and \"offer_id\" (observed)")
            probe.saw(.missingParameterKey, .documented)
        },
        Check(
            "countermark/patch/unknown", ["PC-CM-018"],
            Sentence("Contremarque inconnue : 404.", "Unknown countermark: 404.")
        ) { probe in
            let company = try await probe.company()
            try await probe.validate("ZZZZZZ", whole(company)).expect(404, Answers.unknownObserved)
        },
        Check(
            "countermark/patch/unknown-first", ["PC-CM-022"],
            Sentence(
                "Inconnue et sans paramètre : 404 avant 400 ; mauvaise casse, mauvais e-mail, mauvaise offre : 404.",
                "Unknown and without parameters: 404 before 400; wrong case, e-mail or offer: 404.")
        ) { probe in
            let company = try await probe.company()
            try await probe.validate("ZZZZZZ", []).expect(404, Answers.unknownObserved)
            let booking = try await probe.freshBooking(of: company)
            let wrong = [("email", company.friend.email), ("offer_id", company.book.offer.id)]
            try await probe.wire.by(company.stranger.account).send("PATCH", "/bookings/token/\(booking.token)", wrong)
                .expect(404, Answers.unknownObserved)
        },
        Check(
            "countermark/patch/mismatch", ["PC-CM-004", "PC-CM-005", "PC-CM-024", "PC-CM-025", "PC-CM-006"],
            Sentence(
                "E-mail ou offre d'un autre, minuscules : 404 et rien ne change.",
                "Somebody else's e-mail or offer, lower case: 404 and nothing changes.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let (email, offer) = (company.young.email, company.book.offer.id)
            let wrong = [
                [("email", company.friend.email), ("offer_id", offer)],
                [("email", email.uppercased()), ("offer_id", offer)],
                [("email", email), ("offer_id", company.show.offer.id)],
            ]
            for query in wrong { try await probe.validate(booking.token, query).expect(404, Answers.unknownObserved) }
            try await probe.validate(booking.token, [("email", email), ("offer_id", "1")]).expect(
                404, Answers.pageNotFound)
            try await probe.validate(booking.token.lowercased(), whole(company)).expect(404, Answers.unknownObserved)
            try await probe.read(booking.token, [("email", email)]).expectEmpty(204)
        },
        Check(
            "countermark/patch/plus-sign", ["PC-CM-008"],
            Sentence("E-mail avec + tel quel : 404.", "E-mail with a bare +: 404.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let target =
                "/bookings/token/\(booking.token)?email=\(company.young.email)&offer_id=\(company.book.offer.id)"
            try await probe.wire.anonymous.from(nil).raw("PATCH", target).expect(404, Answers.unknownObserved)
        },
        Check(
            "countermark/patch/cancelled", ["PC-CM-019"],
            Sentence("Annulée : 410.", "Cancelled: 410.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await probe.prepare { try await probe.wire.askCancellation(booking, by: company.young).expect(200) }
            try await probe.validate(booking.token, whole(company)).expect(410, Answers.cancelled)
            try await probe.wire.by(company.partner.account).send("PATCH", "/bookings/token/\(booking.token)")
                .expect(410, Answers.cancelled)
        },
        Check(
            "countermark/patch/desk", ["PC-CM-020"],
            Sentence(
                "La structure connectée n'a rien à préciser : 204.", "The structure, signed in, adds nothing: 204.")
        ) { probe in
            let company = try await probe.company()
            let first = try await probe.freshBooking(of: company)
            try await probe.wire.by(company.partner.account).send("PATCH", "/bookings/token/\(first.token)")
                .expectEmpty(204)
            let second = try await probe.freshBooking(of: company)
            let basic = probe.wire.basic(company.partner.account).from(nil)
            let wrong = [("email", company.friend.email)]
            try await basic.send("PATCH", "/bookings/token/\(second.token)", wrong).expect(404, Answers.unknownObserved)
            try await basic.send("PATCH", "/bookings/token/\(second.token)").expectEmpty(204)
        },
        Check(
            "countermark/patch/stranger", ["PC-CM-021"],
            Sentence(
                "Une autre structure : 403, et rien ne change ; 403 aussi une fois validée.",
                "Another structure: 403, and nothing changes; 403 also once validated.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let path = "/bookings/token/\(booking.token)"
            let stranger = probe.wire.by(company.stranger.account)
            try await stranger.send("PATCH", path).expect(403, Answers.noRights)
            try await probe.wire.by(company.young).send("PATCH", path).expect(403, Answers.noRights)
            try await probe.read(booking.token, [("email", company.young.email)]).expectEmpty(204)
            try await probe.prepare { try await probe.validate(booking.token, whole(company)).expectEmpty(204) }
            try await stranger.send("PATCH", path).expect(403, Answers.noRights)
        },
        Check(
            "countermark/patch/wrong-password", ["PC-CM-023"],
            Sentence("Basic avec un mauvais mot de passe : 401.", "Basic with a wrong password: 401.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await CountermarkReadIdentityChecks.refusesBadBasic(probe, "PATCH", booking, company)
            try await probe.read(booking.token, [("email", company.young.email)]).expectEmpty(204)
        },
        Check(
            "countermark/patch/any-origin", ["PC-CM-028"],
            Sentence("Origine quelconque, pas de corps : 204.", "Any origin, no body: 204.")
        ) { probe in
            let company = try await probe.company()
            for origin in [nil, "http://ailleurs.exemple"] {
                let booking = try await probe.freshBooking(of: company)
                try await probe.wire.anonymous.from(origin).send(
                    "PATCH", "/bookings/token/\(booking.token)", whole(company)
                ).expectEmpty(204)
            }
        },
        Check(
            "countermark/patch/any-body", ["PC-CM-029"],
            Sentence("Corps illisible : sans importance.", "An unreadable body: no matter.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let target = "/bookings/token/\(booking.token)" + Caller.text(whole(company))
            try await probe.wire.anonymous.from(nil).raw(
                "PATCH", target, headers: [("Content-Type", "application/json")], body: Array("{pas du JSON".utf8)
            ).expectEmpty(204)
        },
        Check(
            "countermark/patch/parameters-in-body", ["PC-CM-016"],
            Sentence("Paramètres dans le corps : ignorés, 400.", "Parameters in the body: ignored, 400.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let body: JSONValue = [
                "email": .string(company.young.email), "offer_id": .string(company.book.offer.id),
            ]
            try await probe.wire.anonymous.patch("/bookings/token/\(booking.token)", body).expect(400)
            try await probe.read(booking.token, [("email", company.young.email)]).expectEmpty(204)
        },
    ]

    /// Both parameters of the open way.
    static func whole(_ company: Cast.Company) -> [(String, String)] {
        [("email", company.young.email), ("offer_id", company.book.offer.id)]
    }
}
