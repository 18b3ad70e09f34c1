// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension MailWriter {
    /// The mails about one cancelled booking.
    ///
    /// A book that nobody fetched is cancelled without a mail: neither the guide nor the service has one.
    func cancellationMails(_ id: Identifier<Booking>, _ cause: CancellationCause) -> [Mail] {
        guard let booking = state.bookings[id], let facts = BookingFacts(booking, in: state) else { return [] }
        switch cause {
        case .user:
            return ownCancellation(facts)
                + partnerMail(
                    facts, state.rules.cancellationMailTitle, action: "d'annuler sa réservation",
                    to: [facts.venue.bookingEmail])
        case .offerer:
            return cancelledByOfferer(facts) + confirmationToVenue(facts)
        case .stockDeleted, .occurrenceDeleted:
            return cancelledByOfferer(facts)
        case .notFetched:
            return []
        }
    }

    private func ownCancellation(_ facts: BookingFacts) -> [Mail] {
        let what =
            if let date = facts.date {
                "\(facts.product.name), proposé par \(facts.venue.name) le \(date),"
            } else {
                "\(facts.reference), proposé par \(facts.venue.name)"
            }
        return mail(
            from: .bookings, to: [facts.user.email], "Annulation de votre \(facts.noun) pour \(facts.subject)",
            MailBody(
                greeting: "Bonjour \(facts.user.publicName),",
                blocks: [.text("Votre \(facts.noun) pour \(what) a bien été annulée.")]))
    }

    private func cancelledByOfferer(_ facts: BookingFacts) -> [Mail] {
        mail(
            from: .bookings, to: [facts.user.email],
            "Votre \(facts.noun) pour \(facts.product.name), proposé par \(facts.offerer.name) a été annulée par l'offreur",
            MailBody(
                greeting: "Bonjour \(facts.user.publicName),",
                blocks: [
                    .text(
                        "Votre \(facts.noun) pour \(facts.subject), proposé par \(facts.offerer.name), a été annulée par "
                            + "l'offreur."),
                    .text("Vous avez été automatiquement recrédité de \(facts.booking.total.decimal) euros."),
                ]))
    }

    private func confirmationToVenue(_ facts: BookingFacts) -> [Mail] {
        mail(
            from: .bookings, to: [facts.venue.bookingEmail],
            "Confirmation de votre annulation de réservation pour \(facts.product.name), proposé par \(facts.venue.name)",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [
                    .text("Vous venez d'annuler la réservation de \(facts.person)"),
                    .text("pour \(facts.subject), proposé par \(facts.place)."),
                ], isSigned: false))
    }

    /// To the venue: what was cancelled because a stock or a date was taken out, in one mail.
    func deletionRecaps(_ events: [Event]) -> [Mail] {
        var cancelled: [(facts: BookingFacts, cause: CancellationCause)] = []
        for case .bookingCancelled(let id, let cause, _) in events
        where cause == .stockDeleted || cause == .occurrenceDeleted {
            if let booking = state.bookings[id], let facts = BookingFacts(booking, in: state) {
                cancelled.append((facts, cause))
            }
        }
        guard let (first, cause) = cancelled.first else { return [] }
        let what = cause == .stockDeleted ? "stock" : "date"
        return mail(
            from: .venues, to: [first.venue.bookingEmail], "Annulation de réservations pour \(first.product.name)",
            MailBody(
                greeting: MailBody.toPartner,
                blocks: [
                    .text(
                        "Suite à votre suppression de \(what) pour l'offre \(first.product.name), les réservations "
                            + "suivantes ont été automatiquement annulées :"),
                    .table(header: ["Nom", "Prénom", "Email"], rows: cancelled.map { row($0.facts.user) }),
                ], isSigned: false))
    }

    private func row(_ user: User) -> [String] {
        let names = [user.lastName ?? "", user.firstName ?? ""]
        return (state.rules.deletionMailSwapsNames ? names.reversed() : names) + [user.email]
    }
}
