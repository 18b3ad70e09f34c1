// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The people and offers that many checks share, made when the first one asks for them.
///
/// Whatever a check changes, it makes for itself; these are only looked at, or booked for nothing.
actor Cast {
    /// A structure with a venue, a free book, a free show and a free digital offer, and two young people.
    struct Company: Sendable {
        let partner: Partner
        let venue: String
        let book: (offer: Offer, stock: Stock)
        let show: (offer: Offer, stock: Stock)
        let digital: (offer: Offer, stock: Stock)
        let stranger: Partner
        let young: Account
        let friend: Account
    }

    private var made: Task<Company, any Error>?

    /// The company, made once.
    func company(_ wire: Wire) async throws -> Company {
        let task = made ?? Task { try await Cast.make(wire) }
        made = task
        return try await task.value
    }

    private static func make(_ wire: Wire) async throws -> Company {
        let partner = try await wire.newPartner()
        let venue = try await wire.newVenue(of: partner)
        return Company(
            partner: partner, venue: venue, book: try await wire.newBook(of: partner, venue: venue),
            show: try await wire.newShow(of: partner, venue: venue), digital: try await wire.newDigital(of: partner),
            stranger: try await wire.newPartner("autre"), young: try await wire.newYoung("jeune+essai"),
            friend: try await wire.newYoung("ami"))
    }
}
