// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

extension PlatformState {
    /// Decides what a command brings about, without changing anything.
    ///
    /// What is due until `instant` must have been settled. No event at all is an answer too: what was asked for holds already.
    ///
    /// - Parameters:
    ///   - command: What is asked.
    ///   - instant: When.
    ///   - drawing: What countermarks, links and secrets are drawn from; they end up in the events.
    /// - Returns: What happened, to be applied with ``evolve(_:)`` in this order.
    /// - Throws: Why not.
    package func decide(
        _ command: Command, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        let events = try decideAlone(command, at: instant, drawing: &drawing)
        return events + returns(after: command, events, at: instant) + notices(after: events, at: instant)
    }

    private func decideAlone(
        _ command: Command, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        switch command {
        case .signUp(let signUp): try self.signUp(signUp, at: instant, drawing: &drawing)
        case .validateUser(let token): try validateUser(token)
        case .updateUser(let id, let changes): try updateUser(id, changes)
        case .changePassword(let id, let hash): try changePassword(id, hash)
        case .requestPasswordReset(let email): requestPasswordReset(email, at: instant, drawing: &drawing)
        case .resetPassword(let token, let hash): try resetPassword(token, hash, at: instant)
        case .openSession(let id): try openSession(id, at: instant, drawing: &drawing)
        case .closeSession(let id): sessions[id]?.isClosed == false ? [.sessionClosed(id)] : []

        case .createOfferer(let actor, let draft): try createOfferer(actor, draft, at: instant, drawing: &drawing)
        case .updateOfferer(let actor, let id, let changes): try updateOfferer(actor, id, changes)
        case .validateStructures(let kinds, let token): try validateStructures(kinds, token)
        case .attachUser(let actor, let user, let offerer, let rights): try attachUser(actor, user, offerer, rights)
        case .nameAdministrator(let id, let email): try nameAdministrator(id, email)
        case .acceptOffererBankDetails(let id): try acceptBankDetails(of: .offerer(id))
        case .acceptVenueBankDetails(let id): try acceptBankDetails(of: .venue(id))
        case .askForAdministrator(let id, let email): try askForAdministrator(id, email, at: instant)
        case .proposeAdministrator(let id, let name, let email): try proposeAdministrator(id, name: name, email)
        case .validateAddress(let id, let address): try validateAddress(id, address)
        case .fileRIB(let actor, let payee, let rib): try fileRIB(actor, payee, rib)
        case .refuseBankDetails(let payee, let reason): try refuseBankDetails(of: payee, reason: reason)
        case .createVenue(let actor, let draft): try createVenue(actor, draft, at: instant, drawing: &drawing)
        case .updateVenue(let actor, let id, let changes): try updateVenue(actor, id, changes)
        case .validateVenue(let token): try validateVenue(token)

        case .createProduct(let actor, let draft, let venue): try createProduct(actor, draft, at: venue, instant)
        case .updateProduct(let actor, let id, let changes): try updateProduct(actor, id, changes)
        case .createOffer(let actor, let venue, let product, let email):
            try createOffer(actor, at: venue, product, bookingEmail: email, instant)
        case .setOfferActive(let actor, let id, let isActive): try setOfferActive(actor, id, isActive)
        case .setOfferEligible(let id, let isEligible): try setOfferEligible(id, isEligible)
        case .createOccurrence(let actor, let offer, let begin, let end):
            try createOccurrence(actor, offer, begin: begin, end: end, at: instant)
        case .updateOccurrence(let actor, let id, let begin, let end):
            try updateOccurrence(actor, id, begin: begin, end: end, at: instant)
        case .deleteOccurrence(let actor, let id): try deleteOccurrence(actor, id, at: instant)
        case .createStock(let actor, let draft): try createStock(actor, draft, at: instant)
        case .updateStock(let actor, let id, let changes): try updateStock(actor, id, changes, at: instant)
        case .deleteStock(let actor, let id): try deleteStock(actor, id, at: instant)
        case .createMediation(let actor, let offer, let credit, let thumbCount, let color, let crop):
            try createMediation(
                actor, offer, credit: credit, thumbCount: thumbCount, dominantColor: color, crop: crop,
                at: instant)
        case .updateMediation(let actor, let id, let isActive, let credit):
            try updateMediation(actor, id, isActive: isActive, credit: credit)

        case .recommend(let user, let limit): try recommend(to: user, limit: limit, at: instant)
        case .recommendOffer(let user, let offer): try recommend(offer, to: user, at: instant)
        case .updateRecommendation(let user, let id, let isFavorite, let isClicked):
            try updateRecommendation(user, id, isFavorite: isFavorite, isClicked: isClicked)
        case .book(let user, let stock, let quantity, let recommendation):
            try book(user, stock, quantity: quantity, recommendation, at: instant, drawing: &drawing)
        case .cancelBooking(let actor, let id): try cancelBooking(actor, id, at: instant)
        case .validateCountermark(let actor, let query): try validateCountermark(query, by: actor, at: instant)
        case .runPayments: paymentBatch(at: instant, drawing: &drawing)
        case .publicV1(let command): try decide(command, at: instant, drawing: &drawing)
        }
    }
}
