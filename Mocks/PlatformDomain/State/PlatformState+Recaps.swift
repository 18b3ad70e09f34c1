// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    /// When the bookings of a date's stock are recapitulated: once it has begun and its limit, if it has one, has come
    /// (`contract 2018-12 §10`). The service looked every ten minutes; here it is that instant, at which it can still be booked.
    ///
    /// Nothing for a stock of a thing, for one that was taken out, and once it was done.
    func recapDue(of stock: Stock) -> Instant? {
        guard !stock.isDeleted, stock.recapSent == nil,
            let occurrence = stock.occurrenceID.flatMap({ occurrences[$0] }), !occurrence.isDeleted
        else { return nil }
        return max(occurrence.begin, stock.bookingLimit ?? occurrence.begin)
    }

    /// Enters when a stock's bookings will be recapitulated, if they will.
    mutating func enqueueRecap(of id: Identifier<Stock>) {
        guard let instant = stocks[id].flatMap({ recapDue(of: $0) }) else { return }
        due.insert(.bookingRecap(id), at: instant)
    }

    /// The newest bookings of a stock that are not cancelled, oldest first: so many at most, looking at so many.
    package func newestRunningBookings(of id: Identifier<Stock>, limit: Int, looks: Int) -> [Booking] {
        var found: [Booking] = []
        for bookingID in indexes.bookingsOfStock.list(id).suffix(looks).reversed() where found.count < limit {
            if let booking = bookings[bookingID], !booking.isCancelled { found.append(booking) }
        }
        return found.reversed()
    }
}
