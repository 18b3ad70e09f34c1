// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What a young person sees (contract 2018-12 §6.7; integration document (24); guide G17–G19).
enum VisibilityChecks {
    static let all: [Check] = [
        Check(
            "visibility/no-date", ["PC-VI-001"],
            Sentence("Sans date ni prix : cachée.", "Without date and price: hidden.")
        ) { probe in
            let company = try await probe.company()
            let offer = try await probe.prepare {
                let offer = try await probe.wire.newOffer(.show, of: company.partner, venue: company.venue)
                try await probe.wire.addTeaser(offer, of: company.partner)
                return offer
            }
            try await expect(probe, offer, shown: false)
        },
        Check(
            "visibility/no-teaser", ["PC-VI-002"],
            Sentence("Sans accroche : cachée.", "Without teaser: hidden.")
        ) { probe in
            let company = try await probe.company()
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, cents: 500, available: 5)
            }
            try await expect(probe, book.offer, shown: false)
        },
        Check(
            "visibility/complete", ["PC-VI-003"],
            Sentence("Prix, places, accroche, limite : visible.", "Price, seats, teaser, limit: visible.")
        ) { probe in
            let limit = try await probe.wire.now() + .days(3)
            try await expect(probe, try await book(probe, cents: 500, available: 5, limit: limit).offer, shown: true)
        },
        Check(
            "visibility/event", ["PC-VI-003", "PC-VI-001"],
            Sentence("Un événement à venir : visible.", "An event to come: visible.")
        ) { probe in
            let company = try await probe.company()
            let show = try await probe.prepare {
                let show = try await probe.wire.newShow(
                    of: company.partner, venue: company.venue, cents: 500, available: 5)
                try await probe.wire.addTeaser(show.offer, of: company.partner)
                return show
            }
            try await expect(probe, show.offer, shown: true)
        },
        Check(
            "visibility/deactivated", ["PC-VI-004"],
            Sentence("Désactivée : cachée.", "Deactivated: hidden.")
        ) { probe in
            let company = try await probe.company()
            let book = try await book(probe, cents: 500, available: 5)
            try await probe.prepare {
                try await expect(probe, book.offer, shown: true)
                try await probe.wire.by(company.partner.account)
                    .patch("/offers/\(book.offer.id)", ["isActive": false]).expect(200)
            }
            try await expect(probe, book.offer, shown: false)
        },
        Check(
            "visibility/limit-past", ["PC-VI-005"],
            Sentence("Limite passée : cachée.", "Limit passed: hidden.")
        ) { probe in
            let limit = try await probe.wire.now() - .hours(1)
            try await expect(probe, try await book(probe, cents: 500, available: 5, limit: limit).offer, shown: false)
        },
        Check(
            "visibility/no-limit", ["PC-VI-005"],
            Sentence("Sans limite : visible.", "Without limit: visible.")
        ) { probe in
            try await expect(probe, try await book(probe, cents: 500, available: 5).offer, shown: true)
        },
        Check(
            "visibility/sold-out", ["PC-VI-006"],
            Sentence("Plus de place : cachée ; une place : visible.", "No seat left: hidden; one seat: visible.")
        ) { probe in
            let company = try await probe.company()
            let book = try await book(probe, cents: 0, available: 2)
            try await probe.prepare { _ = try await probe.wire.book(book.stock, by: company.friend) }
            try await expect(probe, book.offer, shown: true)
            try await probe.prepare { _ = try await probe.wire.book(book.stock, by: company.friend) }
            try await expect(probe, book.offer, shown: false)
        },
        Check(
            "visibility/free", ["PC-VI-007"],
            Sentence("Prix 0 : visible.", "Price 0: visible.")
        ) { probe in
            try await expect(probe, try await book(probe, cents: 0, available: 5).offer, shown: true)
        },
        Check(
            "visibility/venue-waiting", ["PC-VI-008"],
            Sentence("Lieu en attente de validation : cachée.", "Venue waiting for validation: hidden.")
        ) { probe in
            let company = try await probe.company()
            let offer = try await probe.prepare {
                let venue = try await BookingLimitChecks.waitingVenue(probe.wire, of: company.partner)
                let book = try await probe.wire.newBook(of: company.partner, venue: venue, cents: 500)
                try await probe.wire.addTeaser(book.offer, of: company.partner)
                return book.offer
            }
            try await expect(probe, offer, shown: false)
        },
        Check(
            "visibility/structure-waiting", ["PC-VI-011"],
            Sentence("Structure en attente de validation : cachée.", "Structure waiting for validation: hidden.")
        ) { probe in
            let wire = probe.wire
            let offer = try await probe.prepare {
                let second = try await secondStructure(wire)
                let book = try await wire.newBook(of: second.partner, cents: 500)
                try await wire.addTeaser(book.offer, of: second.partner)
                return second.isValidated ? nil : book.offer
            }
            guard let offer else {
                throw Interruption.notApplicable(
                    Sentence("Ici, une structure est validée aussitôt.", "Here a structure is validated at once."))
            }
            try await expect(probe, offer, shown: false)
        },
        Check(
            "visibility/search", ["PC-VI-010"],
            Sentence("La recherche trouve par un mot du titre.", "The search finds by a word of the title.")
        ) { probe in
            let company = try await probe.company()
            let word = "zinzolin" + probe.world.names.mark
            let offer = try await probe.prepare {
                let offer = try await probe.wire.newOffer(
                    .books, of: company.partner, venue: company.venue, title: "Tout \(word)")
                _ = try await probe.wire.newStock(offer, of: company.partner, cents: 500)
                return offer
            }
            let answer = try await probe.wire.by(company.friend).get("/recommendations", [("keywords", word)]).expect(
                200)
            try answer.require(
                answer.text.contains("\"\(offer.id)\""), "the offer \(offer.id) in the search for \(word)")
        },
    ]

    /// A structure added to an account that has one; the service made whoever adds it its administrator (contract 2018-12
    /// §5.1), by the guide the team names one (G29).
    static func secondStructure(_ wire: Wire) async throws -> (partner: Partner, isValidated: Bool) {
        let first = try await wire.newPartner()
        let siren = wire.world.names.siren()
        let body: JSONValue = [
            "name": .string(wire.world.names.title("Théâtre Deux")), "siren": .string(siren), "postalCode": "75011",
            "city": "Paris", "address": "2 rue des Essais",
        ]
        let answer = try await wire.by(first.account).post("/offerers", body).expect(201)
        let partner = try Partner(
            account: first.account, offererId: answer.string("id"), name: answer.string("name"), siren: siren,
            virtualVenueId: "")
        return (partner, answer.json?["isValidated"] == true)
    }

    /// A book with a teaser.
    private static func book(
        _ probe: Probe, cents: Int64, available: Int? = nil, limit: Instant? = nil
    ) async throws -> (offer: Offer, stock: Stock) {
        let company = try await probe.company()
        return try await probe.prepare {
            let book = try await probe.wire.newBook(
                of: company.partner, venue: company.venue, cents: cents, available: available, limit: limit)
            try await probe.wire.addTeaser(book.offer, of: company.partner)
            return book
        }
    }

    /// Asks as somebody new, who has seen nothing yet.
    private static func expect(_ probe: Probe, _ offer: Offer, shown: Bool) async throws {
        let newcomer = try await probe.prepare { try await probe.wire.newYoung() }
        guard try await probe.wire.isShown(offer, to: newcomer) == shown else {
            throw Interruption.failed(
                Evidence(
                    expected: "PUT /recommendations \(shown ? "with" : "without") the offer \(offer.id)",
                    seen: shown ? "it is not there" : "it is there", curl: probe.recorder.exchanges.last?.curl))
        }
    }
}
