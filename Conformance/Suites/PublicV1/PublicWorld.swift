// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A provider with a venue of its own on a platform that can be controlled: whatever a check does there, it does to itself.
struct PublicWorld: Sendable {
    /// Speaks with the provider's key.
    let provider: PublicProvider
    /// The venue's number.
    let venueId: Int
    private let providerId: Int
    private let control: Control

    /// Makes a provider, a structure with a venue, and the link between them.
    static func make(_ wire: Wire) async throws -> PublicWorld {
        let control = Control(wire: wire)
        let provider = try await control.newProvider()
        return PublicWorld(
            provider: PublicProvider(wire: wire, key: provider.key),
            venueId: try await control.newVenue(of: provider.id), providerId: provider.id, control: control)
    }

    /// Makes a booking in a state.
    ///
    /// A booking made a while ago moves the platform's clock: only on a copy that nobody else uses.
    func book(_ state: PublicState) async throws -> PublicBooking {
        guard case .event(let beginsIn, let bookedAgo) = state else {
            return try await control.book(state.name, of: providerId, at: venueId)
        }
        let stock = try await control.newEvent(of: providerId, at: venueId, beginningIn: beginsIn + bookedAgo)
        let booking = try await control.book(stock: stock)
        if bookedAgo > .zero { try await control.advance(by: bookedAgo) }
        return booking
    }

    /// What the platform's clock shows.
    func now() async throws -> Instant { try await control.now() }

    /// Switches the provider off.
    func deactivateProvider() async throws { try await control.setProvider(providerId, isActive: false) }

    /// Ends the link between provider and venue.
    func deactivateLink() async throws { try await control.link(providerId, to: venueId, isActive: false) }

    /// Closes the venue's structure.
    func closeStructure() async throws { try await control.setStructure(of: venueId, isOpen: false) }
}
