// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Venues (contract 2018-12 §5.3; guide G11–G14).
enum VenueChecks {
    static let all: [Check] = [
        Check(
            "venues/with-siret", ["PC-ST-006"],
            Sentence("Un lieu avec SIRET est validé aussitôt.", "A venue with a SIRET is validated at once.")
        ) { probe in
            let company = try await probe.company()
            let body = probe.wire.venueBody(of: company.partner)
            let answer = try await probe.wire.by(company.partner.account).post("/venues", .object(body)).expect(201)
            try answer.require(answer.json?["isValidated"] == true, "isValidated: true")
            try answer.require(answer.json?["departementCode"]?.stringValue == "93", "departementCode: 93")
        },
        Check(
            "venues/foreign-siret", ["PC-ST-007"],
            Sentence("SIRET d'un autre SIREN : 400.", "SIRET of another SIREN: 400.")
        ) { probe in
            let company = try await probe.company()
            var body = probe.wire.venueBody(of: company.partner)
            body["siret"] = .string(probe.world.names.siret(of: company.stranger.siren))
            try await probe.wire.by(company.partner.account).post("/venues", .object(body)).expect(
                400, ["siret": ["Le code SIRET doit correspondre à un établissement de votre structure"]])
        },
        Check(
            "venues/without-siret", ["PC-ST-008", "PC-ST-009"],
            Sentence(
                "Sans SIRET : un commentaire est obligatoire, et le lieu attend une validation.",
                "Without SIRET: a comment is mandatory, and the venue waits for validation.")
        ) { probe in
            let company = try await probe.company()
            let caller = probe.wire.by(company.partner.account)
            var body = probe.wire.venueBody(of: company.partner)
            let siret = body["siret"]
            body["siret"] = nil
            try await caller.post("/venues", .object(body)).expect(400)
            body["comment"] = "Nous jouons dans une grange."
            let answer = try await caller.post("/venues", .object(body)).expect(201)
            try answer.require(answer.json?["isValidated"] == false, "isValidated: false")
            body["siret"] = siret
            try await caller.post("/venues", .object(body)).expect(400)
        },
        Check(
            "venues/validated-by-team", ["PC-ST-018", "PC-BK-010", "PC-VI-008"],
            Sentence(
                "Le lien mailé à l'équipe valide le lieu : on y réserve, l'offre se montre.",
                "The link mailed to the team validates the venue: it can be booked, the offer shows."), needs: .control
        ) { probe in
            let company = try await probe.company()
            let wire = probe.wire
            // A structure of its own: the mails of other waiting venues would name the shared one too.
            let partner = try await probe.prepare { try await wire.newPartner() }
            let venue = try await probe.prepare { try await BookingLimitChecks.waitingVenue(wire, of: partner) }
            let book = try await probe.prepare {
                let book = try await wire.newBook(of: partner, venue: venue)
                try await wire.addTeaser(book.offer, of: partner)
                return book
            }
            try await wire.anonymous.from(nil).get("/validate/venue", [("token", "inconnu")])
                .expect(404, ["token": ["Jeton inconnu"]])
            let mails = try await Control(wire: wire).mails().filter { $0.html.contains(partner.siren) }
            guard let token = mails.reversed().lazy.compactMap(\.venueToken).first else {
                throw Interruption.failed(
                    Evidence(expected: "a mail to the team with /validate/venue?token=", seen: "\(mails.count) mails"))
            }
            try await wire.anonymous.from(nil).get("/validate/venue", [("token", token)])
                .expect(202, text: "Validation effectuée")
            try await wire.askBooking(book.stock, by: company.friend).expect(201)
            let newcomer = try await probe.prepare { try await wire.newYoung() }
            guard try await wire.isShown(book.offer, to: newcomer) else {
                throw Interruption.failed(Evidence(expected: "the offer shown", seen: "it is not there"))
            }
        },
        Check(
            "venues/second-virtual", ["PC-ST-010"],
            Sentence("Un seul lieu pour le numérique.", "One venue for digital offers only.")
        ) { probe in
            let company = try await probe.company()
            let body: JSONValue = [
                "name": "Encore en ligne", "isVirtual": true, "managingOffererId": .string(company.partner.offererId),
            ]
            try await probe.wire.by(company.partner.account).post("/venues", body).expect(
                400, ["isVirtual": ["Un lieu pour les offres numériques existe déjà pour cette structure"]])
        },
        Check(
            "venues/closed-fields", ["PC-ST-012"],
            Sentence(
                "Ni SIRET ni structure d'un lieu ne se changent.", "Neither SIRET nor structure of a venue can change.")
        ) { probe in
            let company = try await probe.company()
            let caller = probe.wire.by(company.partner.account)
            try await caller.patch(
                "/venues/\(company.venue)", ["siret": .string(probe.world.names.siret(of: company.partner.siren))]
            ).expect(400, ["siret": ["Vous ne pouvez pas modifier le siret d'un lieu"]])
            try await caller.patch(
                "/venues/\(company.venue)", ["managingOffererId": .string(company.stranger.offererId)]
            ).expect(400, ["managingOffererId": ["Vous ne pouvez pas changer la structure d'un lieu"]])
        },
        Check(
            "venues/coordinates", ["PC-ST-015"],
            Sentence("Coordonnées impossibles : 400.", "Impossible coordinates: 400.")
        ) { probe in
            let company = try await probe.company()
            var body = probe.wire.venueBody(of: company.partner)
            body["latitude"] = "90.1"
            body["longitude"] = "180.1"
            try await probe.wire.by(company.partner.account).post("/venues", .object(body)).expect(
                400,
                [
                    "latitude": ["La latitude doit être comprise entre -90.0 et +90.0"],
                    "longitude": ["La longitude doit être comprise entre -180.0 et +180.0"],
                ])
        },
        Check(
            "venues/digital-only", ["PC-ST-013"],
            Sentence(
                "Sans lieu : une offre numérique passe, sur « Offre en ligne ».",
                "Without a venue: a digital offer is fine, on \"Offre en ligne\".")
        ) { probe in
            let partner = try await probe.prepare { try await probe.wire.newPartner() }
            _ = try await probe.wire.newDigital(of: partner)
        },
    ]
}
