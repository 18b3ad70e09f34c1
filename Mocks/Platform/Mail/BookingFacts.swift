// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// What mails tell of a booking: who booked, and all that is told of what is sold.
@dynamicMemberLookup
struct BookingFacts {
    /// The booking.
    let booking: Booking
    /// Who booked.
    let user: User
    /// What is sold.
    let sale: SaleFacts
    /// Where the young person is sent for a digital offer, its placeholders filled in (`guide G21`).
    let link: String?

    /// Gathers them; nothing if the booking hangs in the air.
    init?(_ booking: Booking, in state: PlatformState) {
        guard let sale = SaleFacts(booking.stockID, in: state), let user = state.users[booking.userID] else {
            return nil
        }
        self.booking = booking
        self.user = user
        self.sale = sale
        link = sale.product.isDigital ? BookingView(booking, in: state).flatMap { CompletedURL.address($0) } : nil
    }

    /// A fact of what is sold.
    subscript<Value>(dynamicMember fact: KeyPath<SaleFacts, Value>) -> Value { sale[keyPath: fact] }

    /// The person as mails to partners name them.
    var person: String { "\(user.publicName) (\(user.email))" }
}
