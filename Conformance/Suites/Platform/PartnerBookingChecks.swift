// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a partner sees of its bookings, and the mails about them (contract 2018-12 §9.6, §10).
enum PartnerBookingChecks {
    static let all: [Check] = [
        Check(
            "bookings/partner-list", ["PC-BK-015", "PC-RE-011"],
            Sentence(
                "Le partenaire voit qui a réservé, et ce qui lui sera remboursé.",
                "The partner sees who booked, and what will be reimbursed.")
        ) { probe in
            let company = try await probe.company()
            let sale = try await sale(probe)
            let before = try await probe.wire.by(sale.partner.account).get(sale.path).expect(200)
            let row = try before.list().first { $0["id"]?.stringValue == sale.booking.id }
            try before.require(
                row?["user"]?["email"]?.stringValue == sale.young.email, "user.email: \(sale.young.email)")
            let names = row?["user"]?["firstName"]?.stringValue != nil && row?["user"]?["lastName"]?.stringValue != nil
            try before.require(names, "user.firstName and user.lastName")
            switch row?["token"] {
            case .some(.null): probe.saw(.countermarkOnPartnerScreen, .observed)
            case .some(.string(sale.booking.token)): probe.saw(.countermarkOnPartnerScreen, .documented)
            default: throw before.failure("token: the countermark (documented) or null (observed)")
            }
            let (after, used) = try await validated(sale, probe)
            try after.require(
                used?["token"]?.stringValue == sale.booking.token, "token: \(sale.booking.token), once used")
            try after.require(used?["reimbursed_amount"]?.cents == 700, "reimbursed_amount: 7.00")
            try after.require(used?["reimbursement_rule"]?.stringValue != nil, "reimbursement_rule: a text")
            try await probe.wire.by(company.stranger.account).get(sale.path).expect(403)
        },
        Check(
            "bookings/partner-list-rule", ["PC-RE-014"],
            Sentence("La règle du remboursement, à la lettre.", "The rule of the reimbursement, to the letter.")
        ) { probe in
            let (after, used) = try await validated(try await sale(probe), probe)
            try after.require(
                used?["reimbursement_rule"]?.stringValue == "Remboursement total pour les offres physiques",
                "reimbursement_rule: Remboursement total pour les offres physiques")
        },
        Check(
            "bookings/mail-to-person", ["PC-BK-012"],
            Sentence("À la réservation, un mail avec la contremarque.", "At the booking, a mail with the countermark."),
            needs: .control
        ) { probe in
            let sale = try await sale(probe)
            let own = try await Control(wire: probe.wire).mails(to: sale.young.email)
            guard
                own.contains(where: { $0.html.contains(sale.booking.token) && $0.subject.contains(sale.offer.name) })
            else {
                throw Interruption.failed(
                    Evidence(
                        expected: "a mail to \(sale.young.email) about \(sale.offer.name) with \(sale.booking.token)",
                        seen: own.map(\.subject).joined(separator: "; ")))
            }
        },
        Check(
            "bookings/mail-to-partner", ["PC-BK-013"],
            Sentence(
                "À la réservation, un mail au lieu (guide), ou à l'équipe et à l'adresse de l'offre (service).",
                "At the booking, a mail to the venue (guide), or to the team and the offer's address (service)."),
            needs: .control
        ) { probe in
            let sale = try await sale(probe)
            let mails = try await Control(wire: probe.wire).mails().filter { $0.html.contains(sale.young.email) }
            probe.saw(
                .bookingMailToVenue,
                try Mail.sideOfBookingMail(
                    among: mails, about: sale.offer.name, venue: sale.venueEmail, offer: sale.offerEmail))
        },
        Check(
            "bookings/no-mail-at-validation", ["PC-BK-014"],
            Sentence("Aucun mail à la validation.", "No mail at the validation."), needs: .control
        ) { probe in
            let sale = try await sale(probe)
            func about() async throws -> [Mail] {
                try await Control(wire: probe.wire).mails()
                    .filter { $0.html.contains(sale.young.email) || $0.reaches(sale.young.email) }
            }
            let before = try await about()
            _ = try await validated(sale, probe)
            let after = try await about()
            guard after.count == before.count else {
                throw Interruption.failed(
                    Evidence(expected: "no mail about a validation", seen: after.last?.subject ?? "one more"))
            }
        },
    ]

    /// A book at 7 euros booked at a partner of its own.
    private struct Sale {
        let partner: Partner
        let offer: Offer
        let young: Account
        let booking: Booking
        let venueEmail: String
        let offerEmail: String

        var path: String { "/offerers/\(partner.offererId)/bookings" }
    }

    private static func sale(_ probe: Probe) async throws -> Sale {
        try await probe.prepare {
            let wire = probe.wire
            let partner = try await wire.newPartner()
            let account = wire.by(partner.account)
            let body = wire.venueBody(of: partner)
            let venue = try await account.post("/venues", .object(body)).expect(201).string("id")
            let thing = try await wire.newOffer(.books, of: partner, venue: venue)
            // A second offer of the same book: only this route takes the offer's own address (contract 2018-12 §6.1).
            let offerEmail = wire.world.names.email("offre")
            let own = try await account.post(
                "/offers",
                [
                    "venueId": .string(venue), "thingId": .string(thing.subjectId),
                    "bookingEmail": .string(offerEmail),
                ]
            ).expect(201)
            let offer = Offer(
                id: try own.string("id"), subjectId: thing.subjectId, name: thing.name, offererId: partner.offererId,
                venueId: venue)
            let stock = try await wire.newStock(offer, of: partner, cents: 700)
            let young = try await wire.newYoung()
            return Sale(
                partner: partner, offer: offer, young: young, booking: try await wire.book(stock, by: young),
                venueEmail: body["bookingEmail"]?.stringValue ?? "", offerEmail: offerEmail)
        }
    }

    /// Validates the booking; the list after it and the booking's row.
    private static func validated(_ sale: Sale, _ probe: Probe) async throws -> (Exchange, JSONValue?) {
        let caller = probe.wire.by(sale.partner.account)
        try await probe.prepare {
            try await caller.send("PATCH", "/bookings/token/\(sale.booking.token)").expectEmpty(204)
        }
        let after = try await caller.get(sale.path).expect(200)
        return (after, try after.list().first { $0["id"]?.stringValue == sale.booking.id })
    }
}
