// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

// Lookups by something other than a number: all of them by an index, none by going through a table. What is listed is oldest
// first, and includes what was taken out or cancelled.
extension PlatformState {
    /// The account of an exact, case-sensitive e-mail address.
    package func user(email: String) -> User? { indexes.userByEmail[email].flatMap { users[$0] } }

    /// A session that is open and whose secret is that one.
    package func session(_ id: Identifier<Session>, secret: String, at instant: Instant) -> Session? {
        guard let session = sessions[id], session.secret == secret, !session.isClosed, instant <= session.validUntil
        else {
            return nil
        }
        return session
    }

    /// The structure of a SIREN.
    package func offerer(siren: String) -> Offerer? { indexes.offererBySIREN[siren].flatMap { offerers[$0] } }

    /// The venue of a SIRET.
    package func venue(siret: String) -> Venue? { indexes.venueBySIRET[siret].flatMap { venues[$0] } }

    /// The attachments of a person.
    package func userOfferers(of id: Identifier<User>) -> [UserOfferer] {
        indexes.userOfferersOfUser.list(id).compactMap { userOfferers[$0] }
    }

    /// The attachments to a structure.
    package func userOfferers(of id: Identifier<Offerer>) -> [UserOfferer] {
        indexes.userOfferersOfOfferer.list(id).compactMap { userOfferers[$0] }
    }

    /// The attachment of a person to a structure, validated or not.
    package func userOfferer(of userID: Identifier<User>, on offererID: Identifier<Offerer>) -> UserOfferer? {
        indexes.attachments[.init(userID: userID, offererID: offererID)].flatMap { userOfferers[$0] }
    }

    /// The venues of a structure; the virtual one comes first.
    package func venues(of id: Identifier<Offerer>) -> [Venue] {
        indexes.venuesOfOfferer.list(id).compactMap { venues[$0] }
    }

    /// The offers at a venue.
    package func offers(of id: Identifier<Venue>) -> [Offer] {
        indexes.offersOfVenue.list(id).compactMap { offers[$0] }
    }

    /// The offers of an event or a thing.
    package func offers(of id: Identifier<Product>) -> [Offer] {
        indexes.offersOfProduct.list(id).compactMap { offers[$0] }
    }

    /// The offers of a structure, venue by venue.
    package func offers(of id: Identifier<Offerer>) -> [Offer] {
        indexes.venuesOfOfferer.list(id).flatMap { offers(of: $0) }
    }

    /// The numbers of a structure's offers, for pages of a list that may be long.
    package func offerIDs(of id: Identifier<Offerer>) -> [Identifier<Offer>] {
        indexes.venuesOfOfferer.list(id).flatMap { indexes.offersOfVenue.list($0) }
    }

    /// The numbers of the offers at a venue, likewise.
    package func offerIDs(of id: Identifier<Venue>) -> [Identifier<Offer>] { indexes.offersOfVenue.list(id) }

    /// The dates of an offer.
    package func occurrences(of id: Identifier<Offer>) -> [Occurrence] {
        indexes.occurrencesOfOffer.list(id).compactMap { occurrences[$0] }
    }

    /// The stocks of an offer, those of its dates included.
    package func stocks(of id: Identifier<Offer>) -> [Stock] {
        indexes.stocksOfOffer.list(id).compactMap { stocks[$0] }
    }

    /// The stocks of a date.
    package func stocks(of id: Identifier<Occurrence>) -> [Stock] {
        indexes.stocksOfOccurrence.list(id).compactMap { stocks[$0] }
    }

    /// The teasers of an offer.
    package func mediations(of id: Identifier<Offer>) -> [Mediation] {
        indexes.mediationsOfOffer.list(id).compactMap { mediations[$0] }
    }

    /// What was shown to a person.
    package func recommendations(of id: Identifier<User>) -> [Recommendation] {
        indexes.recommendationsOfUser.list(id).compactMap { recommendations[$0] }
    }

    /// The booking of a countermark, compared exactly.
    package func booking(token: String) -> Booking? { indexes.bookingByToken[token].flatMap { bookings[$0] } }

    /// The bookings of a person.
    package func bookings(of id: Identifier<User>) -> [Booking] {
        indexes.bookingsOfUser.list(id).compactMap { bookings[$0] }
    }

    /// The bookings of a stock.
    package func bookings(of id: Identifier<Stock>) -> [Booking] {
        indexes.bookingsOfStock.list(id).compactMap { bookings[$0] }
    }

    /// The numbers of a stock's bookings, for pages of a list that may be long.
    package func bookingIDs(of id: Identifier<Stock>) -> [Identifier<Booking>] { indexes.bookingsOfStock.list(id) }

    /// The newest bookings of a date that are not cancelled, oldest first.
    ///
    /// - Parameters:
    ///   - id: The date.
    ///   - limit: The most that are listed.
    ///   - looks: How many bookings of each stock are looked at, so that long rows of cancelled ones cost no more.
    package func newestRunningBookings(of id: Identifier<Occurrence>, limit: Int, looks: Int) -> [Booking] {
        var found: [Booking] = []
        for stockID in indexes.stocksOfOccurrence.list(id) {
            var count = 0
            for bookingID in indexes.bookingsOfStock.list(stockID).suffix(looks).reversed() where count < limit {
                guard let booking = bookings[bookingID], !booking.isCancelled else { continue }
                found.append(booking)
                count += 1
            }
        }
        return found.sorted { $0.id < $1.id }.suffix(limit)
    }

    /// How many bookings of a date are not cancelled.
    package func runningBookingCount(of id: Identifier<Occurrence>) -> Int64 {
        indexes.stocksOfOccurrence.list(id).reduce(0) { $0 + (stocks[$1]?.runningRows ?? 0) }
    }

    /// The bookings of a structure.
    package func bookings(of id: Identifier<Offerer>) -> [Booking] {
        indexes.bookingsOfOfferer.list(id).compactMap { bookings[$0] }
    }

    /// The numbers of a structure's bookings, for pages of a list that may be long.
    package func bookingIDs(of id: Identifier<Offerer>) -> [Identifier<Booking>] { indexes.bookingsOfOfferer.list(id) }

    /// The transfers that brought a structure something.
    package func transfers(of id: Identifier<Offerer>) -> [Transfer] {
        indexes.transfersOfOfferer.list(id).compactMap { transfers[$0] }
    }
}

// What a stock hangs on.
extension PlatformState {
    /// The offer of a stock, also of a date's.
    package func offer(of stockID: Identifier<Stock>) -> Offer? { stocks[stockID].flatMap { offers[$0.ownerOfferID] } }

    /// The event or thing of a stock.
    package func product(of stockID: Identifier<Stock>) -> Product? {
        offer(of: stockID).flatMap { products[$0.productID] }
    }

    /// The venue of a stock.
    package func venue(of stockID: Identifier<Stock>) -> Venue? { offer(of: stockID).flatMap { venues[$0.venueID] } }

    /// The structure of a stock.
    package func offererID(of stockID: Identifier<Stock>) -> Identifier<Offerer>? { venue(of: stockID)?.offererID }

    /// The structure of an offer.
    package func offererID(of offerID: Identifier<Offer>) -> Identifier<Offerer>? {
        offers[offerID].flatMap { venues[$0.venueID] }?.offererID
    }

    /// The date of a stock; nothing for things.
    package func occurrence(of stockID: Identifier<Stock>) -> Occurrence? {
        stocks[stockID]?.occurrenceID.flatMap { occurrences[$0] }
    }
}
