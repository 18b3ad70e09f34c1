// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What looks the records of today's edition up by something other than their number.
struct PublicV1Indexes: Sendable, Equatable {
    /// A link's two ends.
    struct Ends: Hashable, Sendable {
        let providerID: Identifier<Provider>
        let venueID: Identifier<Venue>
    }

    /// An article at a venue.
    struct ArticleAtVenue: Hashable, Sendable {
        let venueID: Identifier<Venue>
        let ean: String
    }

    /// A film at a cinema.
    struct FilmAtVenue: Hashable, Sendable {
        let venueID: Identifier<Venue>
        let film: String
    }

    var providerByKey = Index<String, Identifier<Provider>>()
    var linkByEnds = Index<Ends, Identifier<VenueLink>>()
    var linksOfProvider = Index<Identifier<Provider>, [Identifier<VenueLink>]>()
    var publishedByOffer = Index<Identifier<Offer>, Identifier<PublishedOffer>>()
    var priceCategoriesOfOffer = Index<Identifier<Offer>, [Identifier<PriceCategory>]>()
    var publishedByStock = Index<Identifier<Stock>, Identifier<PublishedStock>>()
    var ticketsOfBooking = Index<Identifier<Booking>, [Identifier<Ticket>]>()
    var termsByBooking = Index<Identifier<Booking>, Identifier<BookingTerms>>()
    var addressByText = Index<String, Identifier<PublicAddress>>()
    var offerByEAN = Index<ArticleAtVenue, Identifier<Offer>>()
    /// The last order that was carried out.
    var ordersDone: Int64 = 0
    var offerByFilm = Index<FilmAtVenue, Identifier<Offer>>()
    /// The last order of sessions that was carried out.
    var cinemaOrdersDone: Int64 = 0
    /// The last notification that was begun.
    var noticesBegun: Int64 = 0
    /// The last barcode that went back.
    var barcodesReturned: Int64 = 0
}
