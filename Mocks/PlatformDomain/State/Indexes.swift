// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What looks records up by something other than their number.
struct Indexes: Sendable, Equatable {
    /// An attachment's two ends.
    struct Attachment: Hashable, Sendable {
        let userID: Identifier<User>
        let offererID: Identifier<Offerer>
    }

    /// What a mailed link leads to.
    enum Link: Hashable, Sendable {
        /// The validation of an address.
        case user(Identifier<User>)
        /// A new password.
        case passwordReset(Identifier<User>)
        /// The team's validation of a structure.
        case offerer(Identifier<Offerer>)
        /// The team's validation of an attachment.
        case userOfferer(Identifier<UserOfferer>)
        /// The team's validation of a venue.
        case venue(Identifier<Venue>)
    }

    var userByEmail = Index<String, Identifier<User>>()
    var links = Index<String, Link>()
    var offererBySIREN = Index<String, Identifier<Offerer>>()
    var venueBySIRET = Index<String, Identifier<Venue>>()
    var bookingByToken = Index<String, Identifier<Booking>>()

    var attachments = Index<Attachment, Identifier<UserOfferer>>()
    var userOfferersOfUser = Index<Identifier<User>, [Identifier<UserOfferer>]>()
    var userOfferersOfOfferer = Index<Identifier<Offerer>, [Identifier<UserOfferer>]>()
    var venuesOfOfferer = Index<Identifier<Offerer>, [Identifier<Venue>]>()
    var offersOfVenue = Index<Identifier<Venue>, [Identifier<Offer>]>()
    var offersOfProduct = Index<Identifier<Product>, [Identifier<Offer>]>()
    var occurrencesOfOffer = Index<Identifier<Offer>, [Identifier<Occurrence>]>()
    var stocksOfOffer = Index<Identifier<Offer>, [Identifier<Stock>]>()
    var stocksOfOccurrence = Index<Identifier<Occurrence>, [Identifier<Stock>]>()
    var mediationsOfOffer = Index<Identifier<Offer>, [Identifier<Mediation>]>()
    var recommendationsOfUser = Index<Identifier<User>, [Identifier<Recommendation>]>()
    var recommendationsOfOffer = Index<Identifier<Offer>, [Identifier<Recommendation>]>()
    var bookingsOfUser = Index<Identifier<User>, [Identifier<Booking>]>()
    var bookingsOfStock = Index<Identifier<Stock>, [Identifier<Booking>]>()
    var bookingsOfOfferer = Index<Identifier<Offerer>, [Identifier<Booking>]>()
    var transfersOfOfferer = Index<Identifier<Offerer>, [Identifier<Transfer>]>()

    /// Those of today's edition.
    var publicV1 = PublicV1Indexes()
}
