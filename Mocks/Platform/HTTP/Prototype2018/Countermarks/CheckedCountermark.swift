// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// What a partner who may is told of a countermark (`contract 2018-12 §2.1`).
struct CheckedCountermark: Sendable {
    private let booking: Booking
    private let user: User
    private let product: Product
    private let begin: Instant?
    private let departementCode: String?

    /// Gathers it; nothing if something of the booking is missing, which cannot be.
    init?(_ booking: Booking, in state: PlatformState) {
        guard let user = state.users[booking.userID], let product = state.product(of: booking.stockID) else {
            return nil
        }
        self.booking = booking
        self.user = user
        self.product = product
        begin = state.occurrence(of: booking.stockID)?.begin
        departementCode = state.venue(of: booking.stockID)?.departementCode
    }

    /// The object of the wire. Those who activate passes also see how to reach the person.
    var json: JSONValue {
        var object: JSONObject = [
            "bookingId": WireJSON.id(booking.id), "date": WireJSON.date(begin), "email": .string(user.email),
            "isUsed": .bool(booking.isUsed), "offerName": .string(product.name), "userName": .string(user.publicName),
            "venueDepartementCode": WireJSON.text(departementCode),
        ]
        if product.type == OfferType.activation {
            object["phoneNumber"] = WireJSON.text(user.phoneNumber)
            object["dateOfBirth"] = WireJSON.date(user.dateOfBirth)
        }
        return .object(object)
    }
}
