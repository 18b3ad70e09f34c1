// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// What the platform tells a desk about a booking: of a valid countermark (`contract 2018-12 §2.1`, the 200 answer; `today §2.2`), or in a
/// list.
///
/// It is about a person, so it prints nothing of itself but the offer and the date; read the fields to show them, names through
/// ``ScreenText``. The editions do not tell the same: each field says what it is `nil` for.
public struct BookingDetails: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The identifier of the booking: letters in 2018, a number in digits today.
    public var bookingID: String

    /// When the event begins; `nil` for things and digital goods, which have no date, and today, when it is not told.
    public var date: Instant?

    /// The e-mail address of the young person.
    public var email: EmailAddress?

    /// The name of the offer, to compare with what is about to be handed over.
    public var offerName: String?

    /// The public name of the young person, to compare with an identity card; first name and last name today.
    public var userName: String?

    /// The département of the venue, of the offer today, such as `93` or `2A`; `nil` for digital offers.
    public var venueDepartementCode: String?

    /// The telephone number of the young person; told for activation offers only in 2018.
    public var phoneNumber: String?

    /// The date of birth of the young person, at midnight UTC; told for activation offers only in 2018.
    public var dateOfBirth: Instant?

    // What today's edition tells besides.

    /// How many were booked: one, or two.
    public var quantity: Int?

    /// The price of one, in cents.
    public var priceCents: Int64?

    /// The status of the booking; `nil` in 2018, and for one that this version does not know.
    public var status: BookingStatus?

    /// When it was booked.
    public var creationDate: Instant?

    /// The end of the window of cancellation of an event: before it the booking may be cancelled and not validated, from it on validated
    /// and not cancelled. `nil` for what has no date.
    public var confirmationDate: Instant?

    /// The day on which the young person was born.
    public var userBirthDate: CivilDate?

    /// The postal code of the young person.
    public var userPostalCode: String?

    /// The number of the venue.
    public var venueID: Int?

    /// The name of the venue.
    public var venueName: String?

    /// The number of the offer.
    public var offerID: Int?

    /// The number of the stock.
    public var stockID: Int?

    /// The EAN of a product, thirteen digits.
    public var ean: String?

    /// The address where the offer takes place.
    public var offerAddress: String?

    /// The number of the category of price; events only.
    public var priceCategoryID: Int?

    /// The name of the category of price; events only.
    public var priceCategoryLabel: String?

    /// Creates details, for tests of what shows them.
    public init(
        bookingID: String, date: Instant? = nil, email: EmailAddress? = nil, offerName: String? = nil,
        userName: String? = nil, venueDepartementCode: String? = nil, phoneNumber: String? = nil,
        dateOfBirth: Instant? = nil
    ) {
        self.bookingID = bookingID
        self.date = date
        self.email = email
        self.offerName = offerName
        self.userName = userName
        self.venueDepartementCode = venueDepartementCode
        self.phoneNumber = phoneNumber
        self.dateOfBirth = dateOfBirth
    }

    /// When the event begins, as French people read it, on the clocks of the venue: `24 décembre 2018 à 20:30`; `nil` for
    /// what has no date.
    public var dateInFrench: String? {
        date.map { FrenchDate.moment($0, in: .ofDepartment(venueDepartementCode)) }
    }

    /// From when the service itself may validate the booking, as far as today's edition tells: 48 hours after an event, which begins no
    /// earlier than the window of cancellation ends; never for what has no date (`today §5`). `nil` when nothing is known.
    var serviceFrom: Instant? {
        guard status != nil else { return nil }
        return confirmationDate.map { $0 + .hours(48) } ?? .latest
    }

    /// The offer and the date; nothing about the person.
    public var description: String {
        "BookingDetails(\(offerName ?? "offer not named"), \(date?.iso8601 ?? "no date"))"
    }

    /// A mirror of the offer and the date; nothing about the person.
    public var customMirror: Mirror {
        Mirror(self, children: ["offerName": offerName as Any, "date": date as Any], displayStyle: .struct)
    }
}
