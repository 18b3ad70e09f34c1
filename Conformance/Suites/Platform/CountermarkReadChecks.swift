// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// `GET /bookings/token/…` without signing in (contract 2018-12 §2.1).
enum CountermarkReadChecks {
    static let all: [Check] = [
        Check(
            "countermark/get/valid", ["PC-CM-001", "PC-CM-028"],
            Sentence(
                "Contremarque bonne, avec l'e-mail : 204 sans corps.", "Good countermark with the e-mail: 204, empty.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let email = ("email", company.young.email)
            try await probe.read(booking.token, [email]).expectEmpty(204)
            try await probe.read(booking.token, [email, ("offer_id", company.book.offer.id)]).expectEmpty(204)
            try await probe.wire.anonymous.from("http://ailleurs.exemple").get(
                "/bookings/token/\(booking.token)", [email]
            )
            .expectEmpty(204)
        },
        Check(
            "countermark/get/email-missing", ["PC-CM-002"],
            Sentence(
                "Sans e-mail : 400, que la contremarque existe ou non.",
                "Without e-mail: 400, known countermark or not.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await probe.read(booking.token, []).expect(400, Answers.emailWanted)
            try await probe.read(booking.token, [("email", "")]).expect(400, Answers.emailWanted)
            try await probe.read(booking.token, [("offer_id", company.book.offer.id)]).expect(400, Answers.emailWanted)
            try await probe.read("ZZZZZZ", []).expect(400, Answers.emailWanted)
        },
        Check(
            "countermark/get/unknown", ["PC-CM-003"],
            Sentence("Contremarque inconnue : 404.", "Unknown countermark: 404.")
        ) { probe in
            try probe.expectUnknownWhenRead(try await probe.read("ZZZZZZ", [("email", "jeune@exemple.fr")]))
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let longer = try await probe.read(booking.token + "A", [("email", company.young.email)])
            try probe.expectUnknownWhenRead(longer)
        },
        Check(
            "countermark/get/other-email", ["PC-CM-004", "PC-CM-025"],
            Sentence(
                "E-mail d'un autre, ou d'autre casse : 404.", "Somebody else's e-mail, or other letter case: 404.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            for email in [company.friend.email, company.young.email.uppercased(), company.young.email + " "] {
                try probe.expectUnknownWhenRead(try await probe.read(booking.token, [("email", email)]))
            }
        },
        Check(
            "countermark/get/other-offer", ["PC-CM-005", "PC-CM-025"],
            Sentence("Autre offre : 404.", "Another offer: 404.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let other = ("offer_id", company.show.offer.id)
            try probe.expectUnknownWhenRead(
                try await probe.read(booking.token, [("email", company.young.email), other]))
        },
        Check(
            "countermark/get/malformed-offer", ["PC-CM-006", "PC-CV-004"],
            Sentence(
                "Identifiant d'offre illisible : 404, même sans e-mail.",
                "Unreadable offer id: 404, even without e-mail.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            for id in ["!", "1", "ae"] {
                try await probe.read(booking.token, [("email", company.young.email), ("offer_id", id)])
                    .expect(404, Answers.pageNotFound)
            }
            try await probe.read(booking.token, [("offer_id", "1")]).expect(404, Answers.pageNotFound)
        },
        Check(
            "countermark/get/offer-absent", ["PC-CM-007", "PC-CM-033"],
            Sentence(
                "offerId, offer_id vide ou AA : comme s'il n'y en avait pas.",
                "offerId, an empty offer_id or AA: as if there were none.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            for offer in [("offerId", "ZZZZ"), ("offer_id", ""), ("offer_id", "AA")] {
                try await probe.read(booking.token, [("email", company.young.email), offer]).expectEmpty(204)
            }
        },
        Check(
            "countermark/get/plus-sign", ["PC-CM-008"],
            Sentence(
                "E-mail avec + : %2B passe, + tel quel est un blanc.", "E-mail with +: %2B passes, a bare + is a blank."
            )
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let email = company.young.email
            try await probe.read(booking.token, [("email", email)]).expectEmpty(204)
            let bare = probe.wire.anonymous.from(nil)
            try probe.expectUnknownWhenRead(
                try await bare.raw("GET", "/bookings/token/\(booking.token)?email=\(email)"))
        },
        Check(
            "countermark/get/lower-case", ["PC-CM-024"],
            Sentence("Contremarque en minuscules : 404.", "Countermark in lower case: 404.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let email = ("email", company.young.email)
            try probe.expectUnknownWhenRead(try await probe.read(booking.token.lowercased(), [email]))
            try probe.expectUnknownWhenRead(try await probe.read(booking.token + "%20", [email]))
        },
        Check(
            "countermark/get/repeated-parameter", ["PC-CM-031"],
            Sentence("Deux e-mails : le premier compte.", "Two e-mails: the first counts.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let emails = [("email", company.young.email), ("email", company.friend.email)]
            try await probe.read(booking.token, emails).expectEmpty(204)
        },
        Check(
            "countermark/get/id-alias", ["PC-CM-032", "PC-CV-017"],
            Sentence("Autre écriture du même identifiant : acceptée.", "Another spelling of the same id: accepted.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            guard let alias = probe.alias(of: company.book.offer.id) else {
                throw Interruption.inconclusive(
                    Sentence("Cet identifiant n'a qu'une écriture.", "This id has one spelling only."))
            }
            try await probe.read(booking.token, [("email", company.young.email), ("offer_id", alias)]).expectEmpty(204)
        },
        Check(
            "countermark/get/trailing-slash", ["PC-CM-034"],
            Sentence("Barre finale : même réponse.", "Trailing slash: the same answer.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await probe.read(booking.token + "/", [("email", company.young.email)]).expectEmpty(204)
        },
        Check(
            "countermark/form", ["PC-CM-026"],
            Sentence("Toute contremarque : six lettres et chiffres.", "Every countermark: six letters and digits.")
        ) { probe in
            for (token, curl) in try await tokens(probe) {
                guard let seen = CountermarkForm.breach(in: token) else { continue }
                throw Interruption.failed(Evidence(expected: "six letters and digits", seen: seen, curl: curl))
            }
        },
        Check(
            "countermark/alphabet", ["PC-CM-027"],
            Sentence("Toute contremarque : l'alphabet du service.", "Every countermark: the service's alphabet.")
        ) { probe in
            for (token, curl) in try await tokens(probe) {
                guard let seen = CountermarkForm.breachOfAlphabet(in: token) else { continue }
                throw Interruption.failed(
                    Evidence(expected: "^(?:(?!AA)[A-HJ-NP-Z2-9][AE9MQUY4]){3}$", seen: seen, curl: curl))
            }
        },
    ]

    /// Some fresh countermarks, each with the command line of what made it.
    private static func tokens(_ probe: Probe) async throws -> [(token: String, curl: String?)] {
        let company = try await probe.company()
        var tokens: [(String, String?)] = []
        for _ in 0..<5 {
            let booking = try await probe.freshBooking(of: company)
            tokens.append((booking.token, probe.recorder.exchanges.last?.curl))
        }
        return tokens
    }
}
