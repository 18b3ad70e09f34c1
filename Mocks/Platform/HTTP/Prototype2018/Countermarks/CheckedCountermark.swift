// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// What a partner who may is told of a countermark (`contract 2018-12 §2.1`).
struct CheckedCountermark: Sendable {
    private let bookingID: Identifier<Booking>
    private let isUsed: Bool
    private let email: String
    private let publicName: String
    private let offerName: String
    private let begin: Instant?
    private let departementCode: String?
    /// How to reach the person, for those who activate passes.
    private let contact: (phoneNumber: String?, dateOfBirth: Instant?)?

    /// Gathers it; nothing if something of the booking is missing, which cannot be.
    init?(_ booking: Booking, in state: borrowing PlatformState) {
        guard let user = state.users[booking.userID], let product = state.product(of: booking.stockID) else {
            return nil
        }
        bookingID = booking.id
        isUsed = booking.isUsed
        email = user.email
        publicName = user.publicName
        offerName = product.name
        contact = product.type == OfferType.activation ? (user.phoneNumber, user.dateOfBirth) : nil
        begin = state.occurrence(of: booking.stockID)?.begin
        departementCode = state.venue(of: booking.stockID)?.departementCode
    }

    /// The object of the wire.
    var json: JSONValue {
        var object: JSONObject = [
            "bookingId": WireJSON.id(bookingID), "date": WireJSON.date(begin), "email": .string(email),
            "isUsed": .bool(isUsed), "offerName": .string(offerName), "userName": .string(publicName),
            "venueDepartementCode": WireJSON.text(departementCode),
        ]
        if let contact {
            object["phoneNumber"] = WireJSON.text(contact.phoneNumber)
            object["dateOfBirth"] = WireJSON.date(contact.dateOfBirth)
        }
        return .object(object)
    }
}
