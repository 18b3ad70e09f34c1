// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// What the platform tells the structure's own desk about a valid countermark (`contract 2018-12 §2.1`, the 200 answer).
///
/// It is about a person, so it prints nothing of itself but the offer and the date; read the fields to show them.
public struct BookingDetails: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The identifier of the booking.
    public var bookingID: String

    /// When the event begins; `nil` for things and digital goods, which have no date.
    public var date: Instant?

    /// The e-mail address of the young person.
    public var email: EmailAddress?

    /// The name of the offer, to compare with what is about to be handed over.
    public var offerName: String?

    /// The public name of the young person, to compare with an identity card.
    public var userName: String?

    /// The département of the venue, such as `93` or `2A`; `nil` for the venue of digital offers.
    public var venueDepartementCode: String?

    /// The telephone number of the young person; told for activation offers only.
    public var phoneNumber: String?

    /// The date of birth of the young person, at midnight UTC; told for activation offers only.
    public var dateOfBirth: Instant?

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
        date.map { FrenchDate.long($0, in: .ofDepartment(venueDepartementCode)) }
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
