// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Cancelling (contract 2018-12 §7.4, §8; guide G22–G25).
enum CancellationChecks {
    static let all: [Check] = [
        Check(
            "cancellation/own", ["PC-CA-001", "PC-CA-009"],
            Sentence("La sienne, dans la semaine : 200.", "One's own, within the week: 200.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let answer = try await probe.wire.askCancellation(booking, by: company.young).expect(200)
            try answer.require(answer.json?["isCancelled"] == true, "isCancelled: true")
        },
        Check(
            "cancellation/again", ["PC-CA-002"],
            Sentence("Deux fois : 200 encore.", "Twice: 200 again.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            try await probe.wire.askCancellation(booking, by: company.young).expect(200)
            try await probe.wire.askCancellation(booking, by: company.young).expect(200)
        },
        Check(
            "cancellation/seat-free", ["PC-CA-001", "PC-BK-006"],
            Sentence("La place annulée se réserve de nouveau.", "The cancelled seat can be booked again.")
        ) { probe in
            let company = try await probe.company()
            let book = try await probe.prepare {
                try await probe.wire.newBook(of: company.partner, venue: company.venue, available: 1)
            }
            let booking = try await probe.prepare { try await probe.wire.book(book.stock, by: company.young) }
            try await probe.wire.askBooking(book.stock, by: company.friend).expect(400, Answers.soldOut)
            try await probe.wire.askCancellation(booking, by: company.young).expect(200)
            try await probe.wire.askBooking(book.stock, by: company.friend).expect(201)
        },
        Check(
            "cancellation/used", ["PC-CA-003"],
            Sentence("Une fois validée : 400, pour la structure aussi.", "Once validated: 400, for the structure too.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let pro = company.partner.account
            try await probe.prepare {
                try await probe.wire.by(pro).send("PATCH", "/bookings/token/\(booking.token)").expectEmpty(204)
            }
            let refusal: JSONValue = ["booking": ["Impossible d'annuler une réservation consommée"]]
            try await probe.wire.askCancellation(booking, by: company.young).expect(400, refusal)
            try await probe.wire.askCancellation(booking, by: pro).expect(400, refusal)
        },
        Check(
            "cancellation/others", ["PC-CA-004"],
            Sentence("Celle d'un autre : 403.", "Somebody else's: 403.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            for account in [company.friend, company.stranger.account] {
                try await probe.wire.askCancellation(booking, by: account)
                    .expect(403, text: "Vous n'avez pas le droit d'annuler cette réservation")
            }
            try await probe.read(booking.token, [("email", company.young.email)]).expectEmpty(204)
        },
        Check(
            "cancellation/only-true", ["PC-CA-005"],
            Sentence("isCancelled autre que vrai : 400.", "isCancelled other than true: 400.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let refusal: JSONValue = ["isCancelled": ["Vous pouvez seulement changer l'état isCancelled à vrai"]]
            for body in [["isCancelled": false], ["isCancelled": "true"], ["isUsed": true, "quantity": 9]]
                as [JSONValue]
            {
                try await probe.wire.by(company.young).patch("/bookings/\(booking.id)", body).expect(400, refusal)
            }
        },
        Check(
            "cancellation/structure", ["PC-CA-008"],
            Sentence("La structure peut annuler.", "The structure may cancel.")
        ) { probe in
            let company = try await probe.company()
            let booking = try await probe.freshBooking(of: company)
            let answer = try await probe.wire.askCancellation(booking, by: company.partner.account).expect(200)
            try answer.require(answer.json?["isCancelled"] == true, "isCancelled: true")
        },
        Check(
            "cancellation/structure-late", ["PC-CA-008"],
            Sentence("Elle le peut la veille aussi.", "It may the day before, too.")
        ) { probe in
            let company = try await probe.company()
            let show = try await probe.prepare {
                try await probe.wire.newShow(of: company.partner, venue: company.venue, in: .hours(24))
            }
            let booking = try await probe.prepare { try await probe.wire.book(show.stock, by: company.young) }
            try await probe.wire.askCancellation(booking, by: company.partner.account).expect(200)
        },
        Check(
            "cancellation/mails", ["PC-CA-011", "PC-CA-012"],
            Sentence(
                "Qui annule, qui est prévenu : le jeune, dans les deux cas.",
                "Whoever cancels, the young person is told."), needs: .control
        ) { probe in
            let company = try await probe.company()
            let wire = probe.wire
            let young = try await probe.prepare { try await wire.newYoung() }
            let first = try await probe.prepare { try await wire.book(company.book.stock, by: young) }
            try await probe.prepare { try await wire.askCancellation(first, by: young).expect(200) }
            let name = company.book.offer.name
            try await expectMail(wire, to: young.email, "Annulation de votre commande pour \(name)")
            let second = try await probe.prepare { try await wire.book(company.book.stock, by: young) }
            try await probe.prepare { try await wire.askCancellation(second, by: company.partner.account).expect(200) }
            try await expectMail(
                wire, to: young.email,
                "Votre commande pour \(name), proposé par \(company.partner.name) a été annulée par l'offreur")
        },
        Check(
            "cancellation/unknown", ["PC-CV-005", "PC-CV-004"],
            Sentence("Inconnue ou illisible : 404.", "Unknown or unreadable: 404.")
        ) { probe in
            let company = try await probe.company()
            try await probe.wire.by(company.young).patch("/bookings/GWS8SA9", ["isCancelled": true]).expect(404)
            try await probe.wire.by(company.young).patch("/bookings/1", ["isCancelled": true])
                .expect(404, Answers.pageNotFound)
        },
        Check(
            "cancellation/first-session", ["PC-CA-013"],
            Sentence(
                "Un stage s'annule jusqu'à 72 h avant sa première séance, quelle que soit la date réservée.",
                "A course can be cancelled until 72 hours before its first session, whichever date was booked."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let partner = try await wire.newPartner()
                let course = try await wire.newShow(of: partner, in: .days(10), category: .practice)
                let second = try await wire.newStock(
                    course.offer, of: partner, cents: 0, beginning: try await wire.now() + .days(17))
                let young = try await wire.newYoung()
                let kept = try await wire.book(second, by: young)
                let dropped = try await wire.book(second, by: young)
                try await Control(wire: wire).advance(by: .days(6))
                try await wire.askCancellation(dropped, by: young).expect(200)
                try await Control(wire: wire).advance(by: .days(2))
                let late = try await wire.askCancellation(kept, by: young)
                if late.status == 200 { return probe.saw(.cancellationDelay, .observed) }
                try late.expect(400)
                probe.saw(.cancellationDelay, .documented)
            }
        },
        Check(
            "cancellation/72-hours", ["PC-CA-006", "PC-CA-007"],
            Sentence(
                "À moins de 72 heures du début : refusé (guide) ou non (service) ; la veille du délai : accepté.",
                "Within 72 hours of the beginning: refused (guide) or not (service); the day before that: accepted.")
        ) { probe in
            let company = try await probe.company()
            for category in [Category.cinema, .show] {
                func event(_ span: Span) async throws -> Booking {
                    try await probe.prepare {
                        let show = try await probe.wire.newShow(
                            of: company.partner, venue: company.venue, in: span, category: category)
                        return try await probe.wire.book(show.stock, by: company.young)
                    }
                }
                try await probe.wire.askCancellation(try await event(.hours(73)), by: company.young).expect(200)
                let late = try await probe.wire.askCancellation(try await event(.hours(71)), by: company.young)
                if late.status == 200 {
                    probe.saw(.cancellationDelay, .observed)
                } else {
                    try late.expect(400, key: "booking")
                    probe.saw(.cancellationDelay, .documented)
                }
            }
        },
    ]

    private static func expectMail(_ wire: Wire, to email: String, _ subject: String) async throws {
        let subjects = try await Control(wire: wire).mails(to: email).map(\.subject)
        guard subjects.contains(where: { $0.contains(subject) }) else {
            throw Interruption.failed(
                Evidence(expected: "a mail \"\(subject)\"", seen: subjects.joined(separator: "; ")))
        }
    }
}
