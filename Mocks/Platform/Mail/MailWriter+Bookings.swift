// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension MailWriter {
    /// To the young person and to the venue: a booking was made.
    func bookingMails(_ booking: Booking) -> [Mail] {
        guard let facts = BookingFacts(booking, in: state) else { return [] }
        return confirmation(facts)
            + partnerMail(facts, action: "de faire une nouvelle réservation", to: bookingRecipients(facts))
    }

    private func confirmation(_ facts: BookingFacts) -> [Mail] {
        var blocks: [MailBody.Block] = [
            .text(
                "Nous vous confirmons votre \(facts.noun) pour \(facts.description), proposé par \(facts.place)."),
            .text("Votre code de réservation est le \(facts.booking.token)."),
        ]
        // The guide hands out the link with the countermark (`guide G26`); the service left it out of its mail.
        if state.rules.bookingMailsGoToVenue, let link = facts.link {
            blocks.append(.link("Pour profiter de votre offre, suivez ce lien :", url: link))
        }
        let verb = "Confirmation de votre \(facts.noun) pour"
        return mail(
            to: [facts.user.email], "\(verb) \(facts.subject)",
            MailBody(greeting: "Bonjour \(facts.user.publicName),", blocks: blocks))
    }

    private func bookingRecipients(_ facts: BookingFacts) -> [String?] {
        // Documented, whoever the venue names receives its bookings (`guide G12`); observed, only the offer's own address.
        [Self.team, facts.offer.bookingEmail, state.rules.bookingMailsGoToVenue ? facts.venue.bookingEmail : nil]
    }

    /// To the partner: who did what, and what is booked now. Documented, countermarks are in it for things too (`guide G22`,
    /// `G23`); observed, only in the list for events.
    func partnerMail(_ facts: BookingFacts, action: String, to recipients: [String?]) -> [Mail] {
        var subject = "[Réservations] Nouvelle réservation pour \(facts.product.name)"
        var blocks: [MailBody.Block] = []
        let who = "\(facts.user.publicName) (\(facts.user.email)) vient \(action)"
        if let date = facts.date {
            subject += " - \(date)"
            let (bookings, total) = runningBookings(of: facts)
            blocks.append(.text(who + "."))
            blocks.append(
                .text(
                    "Voici le récapitulatif des réservations à ce jour : (total \(total)) pour "
                        + "\(facts.product.name) le \(date), proposé par \(facts.place)."))
            if bookings.count < total {
                blocks.append(.text("Seules les \(bookings.count) réservations les plus récentes sont listées."))
            }
            blocks.append(total == 0 ? .text("Aucune réservation") : recap(bookings))
        } else {
            let offered = facts.product.isDigital ? "offre numérique proposée par" : "proposé par"
            blocks.append(.text("\(who) pour \(facts.product.name), \(offered) \(facts.place)."))
            if state.rules.bookingMailsGoToVenue, !facts.booking.isCancelled { blocks.append(recap([facts.booking])) }
        }
        return mail(
            to: recipients, subject, MailBody(greeting: MailBody.toPartner, blocks: blocks, isSigned: false))
    }

    /// How many bookings a mail lists at most: each one about a date lists them anew, so that without a bound a date that is
    /// booked a thousand times would fill half a million rows.
    static let listedAtMost = 100

    /// The bookings of the date that are not cancelled: the newest ones, and how many there are in all.
    private func runningBookings(of facts: BookingFacts) -> (newest: [Booking], total: Int) {
        guard let occurrence = facts.occurrence else { return ([], 0) }
        let newest = state.newestRunningBookings(of: occurrence.id, limit: Self.listedAtMost, looks: 1_000)
        return (newest, Int(state.runningBookingCount(of: occurrence.id)))
    }

    private func recap(_ bookings: [Booking]) -> MailBody.Block {
        .table(
            header: ["Nom ou pseudo", "Email", "Code réservation"],
            rows: bookings.map { booking in
                let user = state.users[booking.userID]
                return [user?.publicName ?? "", user?.email ?? "", booking.token]
            })
    }
}
