// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// What is offered: an event or a thing, with what the wire knows of it (`contract 2018-12 §6.1`).
package struct Product: Sendable, Hashable {
    /// Which; events and things share one table, since an offer refers to either.
    package let id: Identifier<Product>
    /// Whether it happens at a time (an event) or is kept (a thing).
    package let kind: Kind
    /// Who made it: needed to change it.
    package let offererID: Identifier<Offerer>
    /// Title.
    package var name: String
    /// The type's value on the wire, such as `EventType.CINEMA`; the service accepted unknown ones.
    package var type: String?
    /// Description.
    package var description: String?
    /// Conditions (events).
    package var conditions: String?
    /// Length in minutes (events).
    package var durationMinutes: Int64?
    /// Least age (events).
    package var ageMin: Int64?
    /// Greatest age (events).
    package var ageMax: Int64?
    /// Address of a digital thing, with its placeholders (`guide G21`).
    package var url: String?
    /// Media addresses.
    package var mediaUrls: [String]
    /// Whether it is shown in every department.
    package var isNational: Bool
    /// A provider's own identifier, such as an EAN.
    package var idAtProviders: String?
    /// What else its seller says of it: a text of JSON, kept for the wire alone.
    package var extraData: String?
    /// When it was made.
    package let dateCreated: Instant

    /// Events and things.
    package enum Kind: String, Sendable, Hashable {
        /// Happens at a time.
        case event
        /// Is kept.
        case thing
    }

    /// Whether it is a digital offer: a thing with an address.
    package var isDigital: Bool { kind == .thing && !(url ?? "").isEmpty }
    /// Whether it is a physical thing.
    package var isPhysicalThing: Bool { kind == .thing && !isDigital }
}

/// A product at a venue.
package struct Offer: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Offer>
    /// Where.
    package let venueID: Identifier<Venue>
    /// What.
    package let productID: Identifier<Product>
    /// Whether it is offered at present.
    package var isActive: Bool
    /// Who receives its bookings; only `POST /offers` sets it (`contract 2018-12 §6.1`).
    package var bookingEmail: String?
    /// When it was made.
    package let dateCreated: Instant
    /// Whether the team counts it among the offers that are reimbursed; asked for digital ones alone (`guide G26`).
    package var isEligible: Bool
}

/// A date of an event (*séance*).
package struct Occurrence: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Occurrence>
    /// Of which offer.
    package let offerID: Identifier<Offer>
    /// Begin, UTC.
    package var begin: Instant
    /// End, UTC; after the begin.
    package var end: Instant
    /// When it was made.
    package let dateCreated: Instant
    /// Whether it was taken out.
    package var isDeleted: Bool
}

/// A price with its seats or copies: of a date, or of an offer.
package struct Stock: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Stock>
    /// The date that it belongs to (events).
    package let occurrenceID: Identifier<Occurrence>?
    /// The offer that it belongs to on the wire (things); see ``ownerOfferID`` for the offer in every case.
    package let offerID: Identifier<Offer>?
    /// The offer, also for a stock of a date.
    package let ownerOfferID: Identifier<Offer>
    /// Price of one.
    package var price: Euros
    /// How many there are in all; nothing for no limit.
    package var available: Int64?
    /// The last moment at which it may be booked; nothing for no limit.
    package var bookingLimit: Instant?
    /// Size of a group, on the wire only.
    package var groupSize: Int64
    /// When it was last changed.
    package var dateModified: Instant
    /// Whether it was taken out.
    package var isDeleted: Bool
    /// How many are booked and not cancelled.
    package var booked: Int64
    /// How many were ever booked, the cancelled ones included.
    package var everBooked: Int64
    /// How many bookings there ever were.
    package var bookingRows: Int64
    /// How many bookings there are that are not cancelled: kept, so that telling it costs nothing.
    package var runningRows: Int64
    /// Whether copies that nobody fetched go back on sale: the bookshop's choice (`guide G23`).
    package var resellsUnfetched: Bool
    /// How many copies that nobody fetched are kept from sale.
    package var withheld: Int64
    /// When the recapitulation of its bookings went out; nothing before, and for things (`contract 2018-12 §10`).
    package var recapSent: Instant?

    /// How many are left to book; nothing for no limit.
    package var remaining: Int64? { available.map { max(0, $0 - booked - withheld) } }
}

/// A teaser (*accroche*).
package struct Mediation: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Mediation>
    /// Of which offer.
    package let offerID: Identifier<Offer>
    /// Who made it; number 0 for the pass Culture team.
    package let authorID: Identifier<User>
    /// Photo credit.
    package var credit: String?
    /// Whether it is shown.
    package var isActive: Bool
    /// When it was made.
    package let dateCreated: Instant
    /// How many images it has, 0 or 1; the image itself is kept outside the domain.
    package var thumbCount: Int64
    /// The colour of which its image has most, as 0xRRGGBB; nothing when nobody looked.
    package var dominantColor: UInt32?
    /// The part of the image that is to fill the frame, if its author chose one (`guide G18`).
    package var crop: Crop?
}

/// An offer shown to one young person, for a while (`contract 2018-12 §6.7`).
package struct Recommendation: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Recommendation>
    /// To whom.
    package let userID: Identifier<User>
    /// What.
    package let offerID: Identifier<Offer>
    /// With which teaser.
    package let mediationID: Identifier<Mediation>?
    /// When it was made.
    package let dateCreated: Instant
    /// Until when it stands.
    package var validUntil: Instant
    /// Whether the person swiped it away, and so on: kept for the wire.
    package var isClicked: Bool
    /// Whether the person kept it as a favourite.
    package var isFavorite: Bool
}
