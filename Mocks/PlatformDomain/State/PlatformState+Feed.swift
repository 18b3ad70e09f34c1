// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

extension PlatformState {
    /// The offers that a person's main screen can show, newest first, those included that it shows already
    /// (`contract 2018-12 §6.7`, `guide G17` to `G19`).
    package func visibleOffers(to userID: Identifier<User>, at instant: Instant) -> [Identifier<Offer>] {
        newestOffers().filter { isVisible($0, to: userID, at: instant) }
    }

    /// Whether a person's main screen can show an offer.
    package func isVisible(_ id: Identifier<Offer>, to userID: Identifier<User>, at instant: Instant) -> Bool {
        guard let user = users[userID], let offer = offers[id], offer.isActive, let venue = venues[offer.venueID],
            venue.isValidated, let offerer = offerers[venue.offererID], offerer.isActive, offerer.isValidated,
            let product = products[offer.productID]
        else { return false }
        return isNear(product, venue, user) && hasSeats(offer, product, at: instant) && teaser(of: id) != nil
    }

    /// Whether a search can find an offer: it asks far less than the main screen (`contract 2018-12 §6.7`).
    package func isSearchable(_ id: Identifier<Offer>) -> Bool {
        offers[id]?.isActive == true && stocks(of: id).contains { !$0.isDeleted }
    }

    /// What a person's main screen shows at an instant: what was recommended, still stands, and is still visible.
    package func currentRecommendations(of userID: Identifier<User>, at instant: Instant) -> [Recommendation] {
        recommendations(of: userID).filter { $0.validUntil > instant && isVisible($0.offerID, to: userID, at: instant) }
    }

    /// The teaser that a recommendation is shown with: the one that it was made with or, where that is none that counts (`guide G18`), the one
    /// that counts now.
    package func teaser(of recommendation: Recommendation) -> Mediation? {
        let own = recommendation.mediationID.flatMap { mediations[$0] }
        guard rules.feedNeedsImage, own.map(counts) != true else { return own }
        return teaser(of: recommendation.offerID) ?? own
    }

    func recommend(to userID: Identifier<User>, limit: Int, at instant: Instant) throws(Refusal) -> [Event] {
        guard users[userID] != nil else { throw .unknown(.user) }
        let shown = Set(recommendations(of: userID).lazy.filter { $0.validUntil > instant }.map(\.offerID))
        var events: [Event] = []
        for id in newestOffers() where events.count < limit {
            guard !shown.contains(id), isVisible(id, to: userID, at: instant) else { continue }
            let number = Identifier<Recommendation>(recommendations.nextID.number + Int64(events.count))
            events.append(.recommendationCreated(recommendation(number, of: id, to: userID, at: instant)))
        }
        return events
    }

    /// Shows one offer, as a search finds it; what stands already is kept.
    func recommend(
        _ id: Identifier<Offer>, to userID: Identifier<User>, at instant: Instant
    ) throws(Refusal) -> [Event] {
        guard users[userID] != nil else { throw .unknown(.user) }
        guard isSearchable(id) else { throw .unknown(.offer) }
        let stands = recommendations(of: userID).contains { $0.offerID == id && $0.validUntil > instant }
        if stands { return [] }
        return [.recommendationCreated(recommendation(recommendations.nextID, of: id, to: userID, at: instant))]
    }

    /// Another person's recommendation is as good as none.
    func updateRecommendation(
        _ userID: Identifier<User>, _ id: Identifier<Recommendation>, isFavorite: Bool?, isClicked: Bool?
    ) throws(Refusal) -> [Event] {
        guard var recommendation = recommendations[id], recommendation.userID == userID else {
            throw .unknown(.recommendation)
        }
        recommendation.isFavorite = isFavorite ?? recommendation.isFavorite
        recommendation.isClicked = isClicked ?? recommendation.isClicked
        return [.recommendationUpdated(recommendation)]
    }

    private func recommendation(
        _ number: Identifier<Recommendation>, of id: Identifier<Offer>, to userID: Identifier<User>,
        at instant: Instant
    ) -> Recommendation {
        let teaser = teaser(of: id)
        return Recommendation(
            id: number, userID: userID, offerID: id, mediationID: teaser?.id, dateCreated: instant,
            validUntil: end(of: id, hasTeaser: teaser != nil, at: instant), isClicked: false, isFavorite: false)
    }

    /// Until when an offer is shown: three days with a teaser, one without, but not beyond a minute before the last booking
    /// limit (`contract 2018-12 §8`).
    private func end(of id: Identifier<Offer>, hasTeaser: Bool, at instant: Instant) -> Instant {
        let end = instant + .days(hasTeaser ? 3 : 1)
        let limits = stocks(of: id).filter { !$0.isDeleted }.map(\.bookingLimit)
        // A stock without a limit outlasts every other.
        let last = limits.reduce(Instant?.some(instant)) { last, limit in
            guard let last, let limit else { return nil }
            return max(last, limit)
        }
        return last.map { min(end, $0 - .minutes(1)) } ?? end
    }

    private func newestOffers() -> some Sequence<Identifier<Offer>> {
        (0..<offers.count).lazy.map { Identifier<Offer>(Int64(offers.count - $0)) }
    }

    private func isNear(_ product: Product, _ venue: Venue, _ user: User) -> Bool {
        guard !product.isNational, user.departementCode != "00" else { return true }
        guard let home = user.departementCode, let place = venue.departementCode else { return false }
        return home == "93" ? Self.parisRegion.contains(place) : home == place
    }

    /// The departments that somebody of department 93 sees.
    private static var parisRegion: Set<String> { ["75", "77", "78", "91", "92", "93", "94", "95"] }

    private func hasSeats(_ offer: Offer, _ product: Product, at instant: Instant) -> Bool {
        func isToCome(_ date: Occurrence) -> Bool { !date.isDeleted && date.begin > instant }
        if product.kind == .event {
            guard occurrences(of: offer.id).contains(where: isToCome) else { return false }
        }
        return stocks(of: offer.id).contains { stock in
            // A stock of an event without a date, which the service let be made, is sold like a thing's.
            let isOfDateToCome = stock.occurrenceID.flatMap { occurrences[$0] }.map(isToCome) ?? true
            guard isOfDateToCome || rules.feedCountsSeatsOfPastDates else { return false }
            guard !stock.isDeleted, stock.bookingLimit.map({ $0 > instant }) ?? true else { return false }
            guard let available = stock.available else { return true }
            return rules.feedCountsCancelledBookings
                ? available > stock.everBooked : available > stock.booked + stock.withheld
        }
    }

    /// The teaser that an offer is shown with; which of them count is the profile's.
    private func teaser(of id: Identifier<Offer>) -> Mediation? {
        mediations(of: id).first(where: counts)
    }

    private func counts(_ mediation: Mediation) -> Bool {
        !rules.feedNeedsImage || (mediation.isActive && mediation.thumbCount > 0)
    }
}
