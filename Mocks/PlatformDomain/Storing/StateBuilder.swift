// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A state in the making from what was kept of it.
package struct StateBuilder: Sendable {
    private var state: PlatformState

    /// Begins with nothing.
    package init(profile: Profile) {
        state = PlatformState(profile: profile, at: .epoch)
        state.due = DueQueue()
    }

    /// Adds the next rows of a part.
    ///
    /// - Throws: what is wrong with them.
    package mutating func append(_ rows: [[StoredValue]], to part: StatePart) throws(StoredError) {
        try part.append(&state, rows)
    }

    /// The state, its indexes made anew; nothing may follow.
    package consuming func finish() -> PlatformState {
        state.reindex()
        return state
    }
}

extension PlatformState {
    /// Makes what looks records up from the records, in the order in which events made it.
    fileprivate mutating func reindex() {
        indexes = Indexes()
        reindexAccounts()
        reindexPublicV1()
        for offer in offers.records {
            indexes.offersOfVenue.append(offer.id, to: offer.venueID)
            indexes.offersOfProduct.append(offer.id, to: offer.productID)
        }
        for occurrence in occurrences.records {
            indexes.occurrencesOfOffer.append(occurrence.id, to: occurrence.offerID)
        }
        for stock in stocks.records {
            indexes.stocksOfOffer.append(stock.id, to: stock.ownerOfferID)
            if let occurrenceID = stock.occurrenceID { indexes.stocksOfOccurrence.append(stock.id, to: occurrenceID) }
        }
        for mediation in mediations.records {
            indexes.mediationsOfOffer.append(mediation.id, to: mediation.offerID)
        }
        for recommendation in recommendations.records {
            indexes.recommendationsOfUser.append(recommendation.id, to: recommendation.userID)
            indexes.recommendationsOfOffer.append(recommendation.id, to: recommendation.offerID)
        }
        for booking in bookings.records {
            indexes.bookingByToken[booking.token] = booking.id
            indexes.bookingsOfUser.append(booking.id, to: booking.userID)
            indexes.bookingsOfStock.append(booking.id, to: booking.stockID)
            if let offererID = offererID(of: booking.stockID) {
                indexes.bookingsOfOfferer.append(booking.id, to: offererID)
            }
        }
        for transfer in transfers.records {
            for offererID in offerersPaid(by: transfer) {
                indexes.transfersOfOfferer.append(transfer.id, to: offererID)
            }
        }
    }

    private mutating func reindexAccounts() {
        for user in users.records {
            indexes.userByEmail[user.email] = user.id
            if let token = user.validationToken { indexes.links[token] = .user(user.id) }
            if let reset = user.passwordReset { indexes.links[reset.token] = .passwordReset(user.id) }
        }
        for offerer in offerers.records {
            if let siren = offerer.siren { indexes.offererBySIREN[siren] = offerer.id }
            if let token = offerer.validationToken { indexes.links[token] = .offerer(offerer.id) }
        }
        for attachment in userOfferers.records {
            let ends = Indexes.Attachment(userID: attachment.userID, offererID: attachment.offererID)
            indexes.attachments[ends] = attachment.id
            indexes.userOfferersOfUser.append(attachment.id, to: attachment.userID)
            indexes.userOfferersOfOfferer.append(attachment.id, to: attachment.offererID)
            if let token = attachment.validationToken { indexes.links[token] = .userOfferer(attachment.id) }
        }
        for venue in venues.records {
            indexes.venuesOfOfferer.append(venue.id, to: venue.offererID)
            if let siret = venue.siret { indexes.venueBySIRET[siret] = venue.id }
            if let token = venue.validationToken { indexes.links[token] = .venue(venue.id) }
        }
    }
}
