// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What comes due by itself.
package enum DueWhat: Sendable, Hashable {
    /// Nobody fetched a book in time: the booking is cancelled (`guide G23`).
    case pickUpExpired(Identifier<Booking>)
    /// A date is over that nobody came to: the booking is payable all the same (`guide G22`).
    case bookingPayable(Identifier<Booking>)
    /// An event began two days ago: its booking counts as used (`today §5`).
    case eventTookPlace(Identifier<Booking>)
    /// Offers that were asked for by EAN seconds ago are made or changed, one after the other (`today §3.7`).
    case eanOrder
    /// Sessions of a film that were asked for seconds ago are made or changed (`today §3.6`).
    case cinemaOrder
    /// A fortnight's payments (`guide G32`).
    case paymentBatch
    /// A date can no longer be booked and has begun: its bookings are recapitulated to the partner (`contract 2018-12 §10`).
    case bookingRecap(Identifier<Stock>)

    /// What it is, in French.
    package var french: String {
        switch self {
        case .pickUpExpired(let booking): "délai de retrait dépassé, réservation \(booking.number) annulée"
        case .bookingPayable(let booking): "réservation \(booking.number) remboursable sans validation"
        case .eventTookPlace(let booking): "réservation \(booking.number) validée d'office après l'évènement"
        case .eanOrder: "offre demandée par EAN"
        case .cinemaOrder: "séances de cinéma demandées"
        case .paymentBatch: "remboursement de la quinzaine"
        case .bookingRecap(let stock): "récapitulatif des réservations du stock \(stock.number)"
        }
    }

    /// What it is, in English.
    package var english: String {
        switch self {
        case .pickUpExpired(let booking): "pick-up time over, booking \(booking.number) cancelled"
        case .bookingPayable(let booking): "booking \(booking.number) payable without validation"
        case .eventTookPlace(let booking): "booking \(booking.number) used by itself after the event"
        case .eanOrder: "offer asked for by EAN"
        case .cinemaOrder: "sessions of a film asked for"
        case .paymentBatch: "the fortnight's payments"
        case .bookingRecap(let stock): "recapitulation of the bookings of stock \(stock.number)"
        }
    }
}
