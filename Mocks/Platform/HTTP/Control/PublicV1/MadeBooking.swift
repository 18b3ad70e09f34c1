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
        let venueID = try venue(service)
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
        let made = try offer.make(service)
        let userID = try MadeBeneficiary.unless(self.userID, service)
        let bookingID: Identifier<Booking> = try ControlRoutes.performThen(
            service, .book(by: userID, stock: made.stockID, quantity: quantity, recommendation: nil)
        ) { state, _ in Identifier(Int64(state.bookings.count)) }
        try bring(bookingID, venueID, service)
        guard let booking = service.read({ state, _ in state.bookings[bookingID] }) else { throw .serverFault }
        return booking
    }

    /// The venue that was asked for, or one that fits the state: another structure's where the state is about the structure or the link.
    private func venue(_ service: Service) throws(WireError) -> Identifier<Venue> {
        switch state {
        case .foreign: return try MadeVenue(name: "Librairie d'en face").make(service).id
        case .inactiveLink, .closedOfferer:
            return try MadeVenue(name: "Librairie d'à côté", providerID: providerID).make(service).id
        default: break
        }
        if let venueID {
            guard service.read({ state, _ in state.sees(providerID, venueID) }) else {
                throw .control(
                    "The provider has no link to this venue", hint: "POST /_control/venueLinks makes one.", status: 409)
            }
            return venueID
        }
        let first = service.read { state, _ in
            state.venueLinks(of: providerID).first { link in
                let offererID = state.venues[link.venueID]?.offererID
                return link.isActive && offererID.flatMap { state.offerers[$0] }?.isActive == true
            }?.venueID
        }
        if let first { return first }
        return try MadeVenue(providerID: providerID).make(service).id
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
