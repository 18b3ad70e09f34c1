// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension MailWriter {
    /// To the young person and to the partner: a booking was made.
    func bookingMails(_ booking: Booking) -> [Mail] {
        guard let facts = BookingFacts(booking, in: state) else { return [] }
        return confirmation(facts)
            + partnerMail(
                facts, "Nouvelle réservation", action: "de faire une nouvelle réservation",
                to: bookingRecipients(facts.sale))
    }

    private func confirmation(_ facts: BookingFacts) -> [Mail] {
        let what = facts.date == nil ? facts.reference : facts.subject
        let place = facts.date == nil ? facts.venue.name : facts.place
        var blocks: [MailBody.Block] = [
            .text("Nous vous confirmons votre \(facts.noun) pour \(what), proposé par \(place)."),
            .text("Votre code de réservation est le \(facts.booking.token)."),
        ]
        // The guide hands out the link with the countermark (`guide G26`); the service left it out of its mail.
        if state.rules.bookingMailsGoToVenue, let link = facts.link {
            blocks.append(.link("Pour profiter de votre offre, suivez ce lien :", url: link))
        }
        return mail(
            from: .bookings, to: [facts.user.email], "Confirmation de votre \(facts.noun) pour \(facts.subject)",
            MailBody(greeting: "Bonjour \(facts.user.publicName),", blocks: blocks))
    }

    private func bookingRecipients(_ sale: SaleFacts) -> [String?] {
        // Documented, whoever the venue names receives its bookings (`guide G12`); observed, only the offer's own address.
        [Self.team, sale.offer.bookingEmail, state.rules.bookingMailsGoToVenue ? sale.venue.bookingEmail : nil]
    }

    /// To the partner: who did what, and what is booked now. Documented, countermarks are in it for things too (`guide G22`,
    /// `G23`); observed, only in the list for events.
    func partnerMail(_ facts: BookingFacts, _ title: String, action: String, to recipients: [String?]) -> [Mail] {
        var subject = "[Réservations] \(title) pour \(facts.product.name)"
        var blocks: [MailBody.Block] = []
        let who = "\(facts.person) vient \(action)"
        if let date = facts.date {
            subject += " - \(date)"
            blocks.append(.text(who + "."))
            blocks += recap("des réservations à ce jour", of: facts.sale, runningBookings(of: facts.sale))
        } else {
            let offered = facts.product.isDigital ? "offre numérique proposée par" : "proposé par"
            blocks.append(.text("\(who) pour \(facts.product.name), \(offered) \(facts.place)."))
            if state.rules.bookingMailsGoToVenue, !facts.booking.isCancelled { blocks.append(table([facts.booking])) }
        }
        return mail(
            from: .service, to: recipients, subject,
            MailBody(greeting: MailBody.toPartner, blocks: blocks, isSigned: false))
    }

    /// To the partner: a date can no longer be booked and has begun, and this is who booked, nobody included.
    func recapMail(_ id: Identifier<Stock>) -> [Mail] {
        guard let sale = SaleFacts(id, in: state), let date = sale.date else { return [] }
        let newest = state.newestRunningBookings(of: id, limit: Self.listedAtMost, looks: 1_000)
        return mail(
            from: .service, to: bookingRecipients(sale),
            "[Réservations] Récapitulatif pour \(sale.product.name) le \(date)",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: recap("final des réservations", of: sale, (newest, Int(sale.stock.runningRows))),
                isSigned: false))
    }

    /// How many bookings a mail lists at most: each one about a date lists them anew, so that without a bound a date that is
    /// booked a thousand times would fill half a million rows.
    static let listedAtMost = 100

    /// The bookings of the date that are not cancelled: the newest ones, and how many there are in all.
    private func runningBookings(of sale: SaleFacts) -> (newest: [Booking], total: Int) {
        guard let occurrence = sale.occurrence else { return ([], 0) }
        let newest = state.newestRunningBookings(of: occurrence.id, limit: Self.listedAtMost, looks: 1_000)
        return (newest, Int(state.runningBookingCount(of: occurrence.id)))
    }

    private func recap(
        _ title: String, of sale: SaleFacts, _ bookings: (newest: [Booking], total: Int)
    ) -> [MailBody.Block] {
        var blocks: [MailBody.Block] = [
            .text(
                "Voici le récapitulatif \(title) : (total \(bookings.total)) pour \(sale.product.name) le "
                    + "\(sale.date ?? ""), proposé par \(sale.place).")
        ]
        if bookings.newest.count < bookings.total {
            blocks.append(.text("Seules les \(bookings.newest.count) réservations les plus récentes sont listées."))
        }
        blocks.append(bookings.total == 0 ? .text("Aucune réservation") : table(bookings.newest))
        return blocks
    }

    private func table(_ bookings: [Booking]) -> MailBody.Block {
        .table(
            header: ["Nom ou pseudo", "Email", "Code réservation"],
            rows: bookings.map { booking in
                let user = state.users[booking.userID]
                return [user?.publicName ?? "", user?.email ?? "", booking.token]
            })
    }
}
