// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// A booking as today's edition shows it (`today §2.2`), gathered under the lock and written outside it. It does not tell the
/// countermark: a till has to have it from the person.
struct PublicBooking: Sendable {
    /// What today's edition calls the states of a booking.
    enum Status: String, Sendable, CaseIterable {
        /// Neither used nor cancelled.
        case confirmed = "CONFIRMED"
        /// Validated.
        case used = "USED"
        /// Cancelled.
        case cancelled = "CANCELLED"
        /// Paid for.
        case reimbursed = "REIMBURSED"

        /// The state of a booking: a payment that was only made out has paid nothing yet.
        init(_ booking: Booking, in state: PlatformState) {
            self =
                booking.isCancelled
                ? .cancelled : state.isPaid(booking) ? .reimbursed : booking.isUsed ? .used : .confirmed
        }
    }

    private let booking: Booking
    private let status: Status
    private let terms: BookingTerms?
    private let user: User
    private let offerID: Identifier<Offer>
    private let offerName: String
    private let ean: String?
    private let venue: Venue
    private let priceCategory: PriceCategory?
    private let address: PublicAddress?

    /// Gathers a booking; nothing if it hangs in the air.
    init?(_ booking: Booking, in state: PlatformState) {
        guard let user = state.users[booking.userID], let offer = state.offer(of: booking.stockID),
            let product = state.products[offer.productID], let venue = state.venues[offer.venueID]
        else { return nil }
        self.booking = booking
        status = Status(booking, in: state)
        self.user = user
        self.venue = venue
        terms = state.terms(of: booking.id)
        offerID = offer.id
        offerName = product.name
        let published = state.published(offer.id)
        ean = published?.ean
        address = published?.addressID.flatMap { state.addresses[Identifier($0)] }
        priceCategory = state.published(booking.stockID)?.priceCategoryID.flatMap { state.priceCategories[$0] }
    }

    /// The 22 keys.
    var json: JSONValue {
        [
            "id": PublicJSON.id(booking.id), "quantity": .number(JSONNumber(booking.quantity)),
            "creationDate": WireJSON.date(booking.dateCreated),
            "confirmationDate": WireJSON.date(terms?.cancellationLimit), "price": PublicJSON.cents(booking.amount),
            "status": .string(status.rawValue), "offerId": PublicJSON.id(offerID),
            "stockId": PublicJSON.id(booking.stockID), "venueId": PublicJSON.id(venue.id),
            "priceCategoryId": PublicJSON.id(priceCategory?.id),
            "priceCategoryLabel": WireJSON.text(priceCategory?.label), "offerName": .string(offerName),
            "venueName": .string(venue.name), "offerEan": WireJSON.text(ean),
            "offerAddress": WireJSON.text(address?.street ?? venue.address),
            "offerDepartmentCode": WireJSON.text(
                FrenchPlace(postalCode: address?.postalCode ?? venue.postalCode)?.department),
            "userEmail": .string(user.email), "userFirstName": WireJSON.text(user.firstName),
            "userLastName": WireJSON.text(user.lastName),
            "userPhoneNumber": WireJSON.text(user.phoneNumber.map(Self.international)),
            "userPostalCode": WireJSON.text(user.postalCode), "userBirthDate": PublicJSON.day(user.dateOfBirth),
        ]
    }

    /// A telephone number with its country: `06 12 34 56 78` and `0033 6 12 34 56 78` are `+33612345678`.
    static func international(_ number: String) -> String {
        let digits = number.filter { !" .-()".contains($0) }
        if digits.hasPrefix("00") { return "+" + digits.dropFirst(2) }
        return digits.hasPrefix("0") ? "+33" + digits.dropFirst() : digits
    }
}
