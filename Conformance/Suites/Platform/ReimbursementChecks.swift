// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What is paid, how much and where to (guide G22–G33; contract 2018-12 §9). Each check works on a copy of the platform.
enum ReimbursementChecks {
    static let all: [Check] = [
        Check(
            "reimbursement/bank-details-agreed", ["PC-RE-009"],
            Sentence(
                "Pas de virement avant l'accord de l'équipe (guide) ; le service n'en demandait pas.",
                "No transfer before the team agrees (guide); the service asked for none."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let scene = try await scene(wire, accept: false)
                let booking = try await used(wire, scene, cents: 800)
                try await Control(wire: wire).runPayments()
                let early = try await paid(wire, scene)
                if early.isEmpty {
                    probe.saw(.bankDetailsAgreement, .documented)
                } else {
                    probe.saw(.bankDetailsAgreement, .observed)
                }
                try await wire.agreeOnBank(of: scene.partner)
                try await Control(wire: wire).runPayments()
                try expect(try await paid(wire, scene), [booking.id: 800])
            }
        },
        Check(
            "reimbursement/no-account-yet", ["PC-RE-009", "PC-RE-001"],
            Sentence(
                "Validée avant que l'IBAN n'existe : payée une fois qu'il est là.",
                "Validated before there was an IBAN: paid once there is one."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let partner = try await wire.newPartner()
                let bank = BankAccount.french(account: Int(partner.siren) ?? 1)
                let scene = Scene(partner: partner, bank: bank, young: try await wire.newYoung())
                let booking = try await used(wire, scene, cents: 450)
                try await Control(wire: wire).runPayments()
                try expect(try await paid(wire, scene), [:])
                try await Control(wire: wire).appoint(partner.account.email, offererId: partner.offererId)
                try await wire.by(partner.account).patch(
                    "/offerers/\(partner.offererId)", ["iban": .string(bank.iban), "bic": .string(bank.bic)]
                ).expect(200)
                try await wire.agreeOnBank(of: partner)
                try await Control(wire: wire).advance(by: .days(17))
                try expect(try await paid(wire, scene), [booking.id: 450])
            }
        },
        Check(
            "reimbursement/transfer", ["PC-RE-013"],
            Sentence(
                "Un virement dit son montant, son compte, ses réservations.",
                "A transfer tells its amount, its account, its bookings."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let scene = try await scene(wire)
                let transfers = try await transfersOfOne(wire, scene, cents: 450)
                guard transfers.count == 1, transfers[0].iban == scene.bank.iban, transfers[0].cents == 450 else {
                    throw Interruption.failed(
                        Evidence(expected: "one transfer of 450 cents to \(scene.bank.iban)", seen: "\(transfers)"))
                }
            }
        },
        Check(
            "reimbursement/label", ["PC-RE-017"],
            Sentence("Un virement dit sa quinzaine.", "A transfer tells its fortnight."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let transfers = try await transfersOfOne(wire, try await scene(wire), cents: 450)
                let day = CivilDate(try await Control(wire: wire).now())
                let fortnight = day.day < 15 ? "1ère" : "2nde"
                let label =
                    "pass Culture Pro - remboursement \(fortnight) quinzaine "
                    + (day.month < 10 ? "0" : "") + "\(day.month)-\(day.year)"
                guard transfers.map(\.label) == [label] else {
                    throw Interruption.failed(
                        Evidence(expected: "one transfer, \"\(label)\"", seen: "\(transfers.map(\.label))"))
                }
            }
        },
        Check(
            "reimbursement/who-is-paid", ["PC-RE-001", "PC-RE-003", "PC-RE-004", "PC-RE-012", "PC-RE-010"],
            Sentence(
                "Les validées sont payées une fois, quantité comprise ; ni les annulées, ni les livres non retirés.",
                "Validated ones are paid once, quantity included; neither cancelled ones nor books never fetched."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let scene = try await scene(wire)
                let first = try await used(wire, scene, cents: 1_250, quantity: 2)
                let second = try await used(wire, scene, cents: 333)
                let dropped = try await wire.book(wire.newBook(of: scene.partner, cents: 700).stock, by: scene.young)
                try await wire.askCancellation(dropped, by: scene.young).expect(200)
                _ = try await wire.book(wire.newBook(of: scene.partner, cents: 600).stock, by: scene.young)
                try await Control(wire: wire).runPayments()
                try await Control(wire: wire).runPayments()
                try expect(try await paid(wire, scene), [first.id: 2_500, second.id: 333])
                let third = try await used(wire, scene, cents: 111)
                try await Control(wire: wire).advance(by: .days(17))
                try expect(try await paid(wire, scene), [first.id: 2_500, second.id: 333, third.id: 111])
            }
        },
        Check(
            "reimbursement/no-show", ["PC-RE-002", "PC-RE-004"],
            Sentence(
                "Un événement passé est payé, venu ou non ; pas avant, et jamais s'il fut annulé.",
                "A past event is paid, whoever came; not before, and never when cancelled."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let scene = try await scene(wire)
                let show = try await wire.newShow(of: scene.partner, in: .days(10), cents: 1_900)
                let absent = try await wire.book(show.stock, by: scene.young)
                let dropped = try await wire.book(show.stock, by: scene.young)
                try await wire.askCancellation(dropped, by: scene.young).expect(200)
                try await Control(wire: wire).runPayments()
                try expect(try await paid(wire, scene), [:])
                // Past the beginning by more than the 48 hours of the service, and past a batch.
                try await Control(wire: wire).advance(by: .days(13))
                try await Control(wire: wire).runPayments()
                try expect(try await paid(wire, scene), [absent.id: 1_900])
            }
        },
        Check(
            "reimbursement/venue-first", ["PC-RE-007", "PC-RE-008"],
            Sentence(
                "L'IBAN du lieu d'abord, à défaut celui de la structure.",
                "The venue's IBAN first, failing that the structure's."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let scene = try await scene(wire)
                let venue = try await wire.newVenue(of: scene.partner)
                let own = BankAccount.french(account: (Int(scene.partner.siren) ?? 0) + 7)
                try await wire.by(scene.partner.account).patch(
                    "/venues/\(venue)", ["iban": .string(own.iban), "bic": .string(own.bic)]
                ).expect(200)
                try await wire.agreeOnBank(ofVenue: venue, by: scene.partner.account)
                let elsewhere = try await used(wire, scene, cents: 900)
                let here = try await used(wire, scene, cents: 1_100, venue: venue)
                try await Control(wire: wire).runPayments()
                let transfers = try await Control(wire: wire).transfers().filter {
                    $0.recipientSiren == scene.partner.siren
                }
                var seen: [String: String] = [:]
                for transfer in transfers { for line in transfer.lines { seen[line.bookingId] = transfer.iban } }
                let expected = [elsewhere.id: scene.bank.iban, here.id: own.iban]
                guard seen == expected else {
                    throw Interruption.failed(
                        Evidence(
                            expected: "accounts \(expected)", seen: "\(seen)", curl: probe.recorder.exchanges.last?.curl
                        ))
                }
            }
        },
        Check(
            "reimbursement/digital", ["PC-RE-005", "PC-RE-006"],
            Sentence(
                "Numérique : une offre non éligible n'est jamais payée ; une éligible l'est (guide) ou non (service).",
                "Digital: an offer that is not eligible is never paid; an eligible one is (guide) or not (service)."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let scene = try await scene(wire)
                var bookings: [Booking] = []
                for isEligible in [true, false] {
                    let digital = try await wire.newDigital(of: scene.partner, cents: 500)
                    try await Control(wire: wire).setEligible(offerId: digital.offer.id, isEligible)
                    let booking = try await wire.book(digital.stock, by: scene.young)
                    try await wire.by(scene.partner.account).send("PATCH", "/bookings/token/\(booking.token)")
                        .expectEmpty(204)
                    bookings.append(booking)
                }
                // A book in the same batch: where nothing is paid at all, nothing is shown about digital offers.
                let book = try await used(wire, scene, cents: 800)
                try await Control(wire: wire).runPayments()
                let side = try sideOfDigital(
                    paid: try await paid(wire, scene), book: [book.id: 800], eligible: [bookings[0].id: 500])
                probe.saw(.digitalReimbursement, side)
            }
        },
    ]

    /// Whether the eligible digital offer was paid: with the book of the same batch (guide), or the book alone (service).
    ///
    /// - Throws: ``Interruption/failed(_:)`` when anything else was paid, or nothing.
    static func sideOfDigital(
        paid: [String: Int64], book: [String: Int64], eligible: [String: Int64]
    ) throws -> ProfileSide {
        if paid == book { return .observed }
        try expect(paid, book.merging(eligible) { $0 + $1 })
        return .documented
    }

    /// A structure whose administrator entered an IBAN, and a young person.
    private struct Scene {
        let partner: Partner
        let bank: BankAccount
        let young: Account
    }

    private static func scene(_ wire: Wire, accept: Bool = true) async throws -> Scene {
        let control = Control(wire: wire)
        let partner = try await wire.newPartner()
        let bank = BankAccount.french(account: Int(partner.siren) ?? 1)
        try await control.appoint(partner.account.email, offererId: partner.offererId)
        try await wire.by(partner.account).patch(
            "/offerers/\(partner.offererId)", ["iban": .string(bank.iban), "bic": .string(bank.bic)]
        ).expect(200)
        if accept { try await wire.agreeOnBank(of: partner) }
        return Scene(partner: partner, bank: bank, young: try await wire.newYoung())
    }

    /// The transfers that hold one validated booking, after a batch.
    private static func transfersOfOne(_ wire: Wire, _ scene: Scene, cents: Int64) async throws -> [Transfer] {
        let booking = try await used(wire, scene, cents: cents)
        try await Control(wire: wire).runPayments()
        return try await Control(wire: wire).transfers().filter { $0.lines.contains { $0.bookingId == booking.id } }
    }

    private static func used(
        _ wire: Wire, _ scene: Scene, cents: Int64, quantity: Int = 1, venue: String? = nil
    ) async throws -> Booking {
        let book = try await wire.newBook(of: scene.partner, venue: venue, cents: cents)
        let booking = try await wire.book(book.stock, by: scene.young, quantity: quantity)
        try await wire.by(scene.partner.account).send("PATCH", "/bookings/token/\(booking.token)").expectEmpty(204)
        return booking
    }

    /// Cents paid to the structure, by booking; nothing for nothing.
    private static func paid(_ wire: Wire, _ scene: Scene) async throws -> [String: Int64] {
        var paid: [String: Int64] = [:]
        for transfer in try await Control(wire: wire).transfers() where transfer.recipientSiren == scene.partner.siren {
            for line in transfer.lines where line.cents != 0 { paid[line.bookingId, default: 0] += line.cents }
        }
        return paid
    }

    private static func expect(_ seen: [String: Int64], _ expected: [String: Int64]) throws {
        guard seen == expected else {
            throw Interruption.failed(
                Evidence(expected: "cents by booking \(expected)", seen: "\(seen)"))
        }
    }
}
