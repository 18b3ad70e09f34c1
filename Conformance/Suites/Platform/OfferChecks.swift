// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Offers (contract 2018-12 §6.1, §6.2, §6.5; guide G15–G21).
enum OfferChecks {
    static let all: [Check] = [
        Check(
            "offers/event", ["PC-OF-001", "PC-OF-002"],
            Sentence("Un événement et son offre.", "An event and its offer.")
        ) { probe in
            let company = try await probe.company()
            let title = probe.world.names.title("Concert")
            let answer = try await probe.wire.by(company.partner.account).post(
                "/events",
                [
                    "name": .string(title), "type": "EventType.MUSIQUE", "venueId": .string(company.venue),
                    "durationMinutes": 90, "description": "En direct.",
                ]
            ).expect(201)
            try answer.require(answer.json?["name"]?.stringValue == title, "name: \(title)")
            let offers = answer.json?["offers"]?.arrayValue ?? []
            try answer.require(
                offers.count == 1 && offers[0]["venueId"]?.stringValue == company.venue,
                "exactly one offer, at the venue")
        },
        Check(
            "offers/thing", ["PC-OF-001", "PC-OF-002"],
            Sentence("Une chose et son offre.", "A thing and its offer.")
        ) { probe in
            let company = try await probe.company()
            let offer = try await probe.wire.newOffer(.books, of: company.partner, venue: company.venue)
            let answer = try await probe.wire.by(company.partner.account).get("/offers/\(offer.id)").expect(200)
            try answer.require(answer.json?["thingId"]?.stringValue == offer.subjectId, "thingId: \(offer.subjectId)")
        },
        Check(
            "offers/url-form", ["PC-OF-003"],
            Sentence(
                "Adresse d'un autre protocole : 400 ; sans protocole : acceptée (document) ou 400 (service).",
                "Address of another scheme: 400; without a scheme: accepted (document) or 400 (service).")
        ) { probe in
            let company = try await probe.company()
            let venue = company.partner.virtualVenueId
            let refusal: JSONValue = ["url": ["L'URL doit commencer par \"http://\" ou \"https://\""]]
            try await thing(probe, company, url: "ftp://exemple.fr/{token}", venue: venue).expect(400, refusal)
            let bare = try await thing(probe, company, url: "www.exemple.fr/?token={token}", venue: venue)
            if bare.status == 201 {
                probe.saw(.addressWithoutScheme, .documented)
            } else {
                try bare.expect(400, refusal)
                probe.saw(.addressWithoutScheme, .observed)
            }
        },
        Check(
            "offers/digital-venue", ["PC-OF-004"],
            Sentence("Numérique sur un lieu physique : 400.", "Digital on a physical venue: 400.")
        ) { probe in
            let company = try await probe.company()
            let sentence = "Une offre numérique doit obligatoirement être associée au lieu \"Offre en ligne\""
            try await thing(probe, company, url: "https://exemple.fr", venue: company.venue)
                .expect(400, ["venue": [.string(sentence)]])
        },
        Check(
            "offers/offline-type", ["PC-OF-005"],
            Sentence("Type hors ligne avec adresse : 400.", "Offline type with an address: 400.")
        ) { probe in
            let company = try await probe.company()
            let venue = company.partner.virtualVenueId
            try await thing(probe, company, type: "ThingType.JEUX_ABO", url: "https://exemple.fr", venue: venue)
                .expect(400, ["url": ["Une offre de type Jeux (Abonnements) ne peut pas être numérique"]])
        },
        Check(
            "offers/activation", ["PC-OF-006"],
            Sentence("Offre d'activation : réservée à l'équipe.", "Activation offer: for the team only.")
        ) { probe in
            let company = try await probe.company()
            let sentence = "Seuls les administrateurs du pass Culture peuvent créer des offres d'activation"
            try await probe.wire.by(company.partner.account).post(
                "/events",
                [
                    "name": "Activation", "type": "EventType.ACTIVATION", "venueId": .string(company.venue),
                    "durationMinutes": 10,
                ]
            ).expect(403, ["type": [.string(sentence)]])
        },
        Check(
            "offers/types", ["PC-OF-023"],
            Sentence("La liste des types, sans l'activation.", "The list of types, without activation.")
        ) { probe in
            let company = try await probe.company()
            let answer = try await probe.wire.by(company.partner.account).get("/types").expect(200)
            let values = Set(try answer.list().compactMap { $0["value"]?.stringValue })
            let missing = types.filter { !values.contains($0) }
            try answer.require(missing.isEmpty, "the types \(missing.joined(separator: ", "))")
            try answer.require(!values.contains("EventType.ACTIVATION"), "no EventType.ACTIVATION")
        },
        Check(
            "offers/list", ["PC-OF-017"],
            Sentence("« Vos offres » les montre toutes.", "\"Vos offres\" shows them all.")
        ) { probe in
            let partner = try await probe.prepare { try await probe.wire.newPartner() }
            let book = try await probe.prepare { try await probe.wire.newBook(of: partner) }
            let list = try await probe.wire.by(partner.account).get("/offers").expect(200)
            try list.require(
                try list.list().contains { $0["id"]?.stringValue == book.offer.id }, "the offer \(book.offer.id)")
        },
        Check(
            "offers/deactivate", ["PC-OF-016", "PC-BK-009"],
            Sentence("Désactivée, elle ne se réserve plus.", "Deactivated, it can no longer be booked.")
        ) { probe in
            let company = try await probe.company()
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue)
            }
            let answer = try await probe.wire.by(company.partner.account)
                .patch("/offers/\(book.offer.id)", ["isActive": false]).expect(200)
            try answer.require(answer.json?["isActive"] == false, "isActive: false")
            try await probe.wire.askBooking(book.stock, by: company.young)
                .expect(400, ["stockId": ["Cette offre a été retirée. Elle n'est plus valable."]])
        },
        Check(
            "offers/completed-url", ["PC-OF-018"],
            Sentence(
                "Le lien porte adresse, offre et contremarque.", "The link carries address, offer and countermark.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.prepare {
                try await probe.wire.book(company.digital.stock, by: company.young)
            }
            let expected =
                "https://plateforme.exemple.fr/bienvenue?email=\(company.young.email)"
                + "&offerId=\(company.digital.offer.id)&token=\(booking.token)"
            guard booking.completedURL == expected else {
                throw Interruption.failed(
                    Evidence(expected: "completedUrl \(expected)", seen: booking.completedURL ?? "none"))
            }
        },
        Check(
            "offers/completed-url-physical", ["PC-OF-019"],
            Sentence("Pas de lien pour un livre.", "No link for a book.")
        ) { probe in
            let company = try await probe.company()
            let physical = try await probe.freshBooking(of: company)
            guard physical.completedURL == nil else {
                throw Interruption.failed(
                    Evidence(expected: "no completedUrl for a book", seen: physical.completedURL ?? "none"))
            }
        },
    ]

    /// The types of the contract (contract 2018-12 §6.2), but the one for the team.
    private static let types =
        ["CINEMA", "CONFERENCE_DEBAT_DEDICACE", "JEUX", "MUSIQUE", "MUSEES_PATRIMOINE", "PRATIQUE_ARTISTIQUE"]
        .map { "EventType." + $0 } + ["EventType.SPECTACLE_VIVANT"]
        + [
            "AUDIOVISUEL", "CINEMA_ABO", "JEUX_ABO", "JEUX", "JEUX_VIDEO", "LIVRE_EDITION", "MUSEES_PATRIMOINE_ABO",
            "MUSIQUE_ABO", "MUSIQUE", "PRATIQUE_ARTISTIQUE_ABO", "PRESSE_ABO",
        ].map { "ThingType." + $0 }

    private static func thing(
        _ probe: Probe, _ company: Cast.Company, type: String = "ThingType.AUDIOVISUEL", url: String, venue: String
    ) async throws -> Exchange {
        try await probe.wire.by(company.partner.account).post(
            "/things", ["name": "En ligne", "type": .string(type), "venueId": .string(venue), "url": .string(url)])
    }
}
