// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    /// Checks a countermark, in the contract's order of evaluation (`contract 2018-12 §2.1`, from row 2).
    ///
    /// - Throws: ``Refusal/signInRefused(_:)``, ``Refusal/missingParameters(email:offerID:)`` (never of the offer),
    ///   ``Refusal/unknownCountermark``, ``Refusal/alreadyValidated`` or ``Refusal/cancelled``.
    package func checkCountermark(
        _ query: CountermarkQuery, by actor: Actor
    ) throws(Refusal) -> CountermarkAnswer {
        if case .refused(let why) = actor { throw .signInRefused(why) }
        if actor == .anonymous, query.email == nil { throw .missingParameters(email: true, offerID: false) }
        guard let booking = booking(matching: query) else { throw .unknownCountermark }
        if booking.isUsed { throw .alreadyValidated }
        if booking.isCancelled { throw .cancelled }
        guard let offererID = offererID(of: booking.stockID), canEdit(actor, offererID) else { return .confirmed }
        return .full(booking)
    }

    /// Validates a countermark, in the contract's order of evaluation (`contract 2018-12 §2.2`, from row 2).
    func validateCountermark(
        _ query: CountermarkQuery, by actor: Actor, at instant: Instant
    ) throws(Refusal) -> [Event] {
        guard let booking = booking(matching: query) else { throw .unknownCountermark }
        var validator: Identifier<User>?
        switch actor {
        case .refused(let why):
            throw .signInRefused(why)
        case .anonymous:
            guard query.email != nil, query.offerID != nil else {
                throw .missingParameters(email: query.email == nil, offerID: query.offerID == nil)
            }
        case .user(let id):
            guard let offererID = offererID(of: booking.stockID), canEdit(actor, offererID) else { throw .noRights }
            validator = id
        case .team:
            break
        }
        if rules.cancelledBeforeUsed, booking.isCancelled { throw .cancelled }
        if booking.isUsed { throw .alreadyValidated }
        if booking.isCancelled { throw .cancelled }
        return [.countermarkValidated(booking.id, by: validator, at: instant)]
    }

    /// The booking of exactly that countermark, of that user if an address is given, of that offer if one is.
    private func booking(matching query: CountermarkQuery) -> Booking? {
        guard let booking = booking(token: query.token) else { return nil }
        if let email = query.email, users[booking.userID]?.email != email { return nil }
        if let offerID = query.offerID, stocks[booking.stockID]?.ownerOfferID != offerID { return nil }
        return booking
    }
}
