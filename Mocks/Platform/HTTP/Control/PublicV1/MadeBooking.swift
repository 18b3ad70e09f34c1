// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// A booking that the control API makes, in a state of the sheet's table, with all that it hangs on.
struct MadeBooking: Sendable {
    /// The state.
    let state: MadeState
    /// The provider that is to find it so.
    let providerID: Identifier<Provider>
    /// Where; the provider's first venue if unset.
    let venueID: Identifier<Venue>?
    /// By whom; a new beneficiary if unset.
    let userID: Identifier<User>?
    /// For how many.
    let quantity: Int

    /// Makes it; nothing for the state in which there is none.
    func make(_ service: Service) throws(WireError) -> Booking {
        let known = try knownVenue(service)
        try rehearse(at: known, service)
        let venueID = if let known { known } else { try newVenue(service) }
        let made = try offer(at: venueID).make(service)
        let userID = try MadeBeneficiary.unless(self.userID, service)
        let bookingID: Identifier<Booking> = try ControlRoutes.performThen(
            service, .book(by: userID, stock: made.stockID, quantity: quantity, recommendation: nil)
        ) { state, _ in Identifier(Int64(state.bookings.count)) }
        try bring(bookingID, venueID, service)
        guard let booking = service.read({ state, _ in state.bookings[bookingID] }) else { throw .serverFault }
        return booking
    }

    /// What is booked.
    private func offer(at venueID: Identifier<Venue>) -> MadeOffer {
        var offer = MadeOffer(kind: .product, venueID: venueID)
        // Whose offer it is decides who is told of the booking (`today §4.4`).
        if state != .foreign { offer.providerID = providerID }
        switch state {
        case .eventWindowOpen: offer.kind = .event
        case .eventWindowClosed:
            offer.kind = .event
            offer.startsIn = .hours(36)
        case .activationCodeUsed: offer.kind = .activationCode
        default: break
        }
        return offer
    }

    /// Refuses what could not be booked in the end, before anything is made for it.
    ///
    /// At a venue that is yet to be made it goes as at any other that is open; if there is none, what can be known is known too late.
    private func rehearse(at venueID: Identifier<Venue>?, _ service: Service) throws(WireError) {
        var rehearsal = Rehearsal(service)
        let state = rehearsal.state
        let other = state.venues.records.first { venue in
            venue.isValidated && state.offerers[venue.offererID]?.isActive == true
        }
        guard let place = venueID ?? other?.id else { return }
        var offer = offer(at: place)
        if venueID == nil { offer.providerID = nil }
        let made = try offer.make(at: rehearsal.now) { command throws(WireError) in
            try rehearsal.perform(.publicV1(command))
            return MadeOffer.Counts(rehearsal.state)
        }
        try rehearsal.book(by: userID, stock: made.stockID, quantity: quantity)
    }

    /// The venue that was asked for, or the provider's first one; nothing if one is to be made.
    private func knownVenue(_ service: Service) throws(WireError) -> Identifier<Venue>? {
        switch state {
        case .foreign, .inactiveLink, .closedOfferer: return nil
        default: break
        }
        if let venueID {
            guard service.read({ state, _ in state.sees(providerID, venueID) }) else {
                throw .control(
                    "The provider has no link to this venue", hint: "POST /_control/venueLinks makes one.", status: 409)
            }
            return venueID
        }
        return service.read { state, _ in
            state.venueLinks(of: providerID).first { link in
                let offererID = state.venues[link.venueID]?.offererID
                return link.isActive && offererID.flatMap { state.offerers[$0] }?.isActive == true
            }?.venueID
        }
    }

    /// A new venue that fits the state: another structure's where the state is about the structure or the link.
    private func newVenue(_ service: Service) throws(WireError) -> Identifier<Venue> {
        switch state {
        case .foreign: try MadeVenue(name: "Librairie d'en face").make(service).id
        case .inactiveLink, .closedOfferer:
            try MadeVenue(name: "Librairie d'à côté", providerID: providerID).make(service).id
        default: try MadeVenue(providerID: providerID).make(service).id
        }
    }

    /// Brings a booking just made into the state.
    private func bring(
        _ id: Identifier<Booking>, _ venueID: Identifier<Venue>, _ service: Service
    ) throws(WireError) {
        switch state {
        case .used, .activationCodeUsed: try use(id, service)
        case .reimbursed:
            try use(id, service)
            try ControlRoutes.performPublicV1(service, .reimburse(id)) { _, _ in () }
        case .cancelled: try ControlRoutes.perform(service, .cancelBooking(by: .team, id))
        case .inactiveLink:
            var changes = PartnerChanges()
            changes.isActive = false
            try ControlRoutes.performPublicV1(service, .updateLink(providerID, venueID, changes)) { _, _ in () }
        case .closedOfferer: try ControlRoutes.setStructure(of: venueID, isActive: false, service)
        case .unknown, .foreign, .confirmedProduct, .eventWindowOpen, .eventWindowClosed: break
        }
    }

    private func use(_ id: Identifier<Booking>, _ service: Service) throws(WireError) {
        let token = service.read { state, _ in state.bookings[id]?.token ?? "" }
        try ControlRoutes.perform(
            service, .validateCountermark(by: .team, CountermarkQuery(token: token, email: nil, offerID: nil)))
    }
}
