// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

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
        let provider = try await control.ask("POST", "/_control/providers", [:], expecting: 201)
        guard let providerId = provider.json?["id"]?.intValue,
            let key = provider.json?["apiKey"]?.stringValue.flatMap(APIKey.init)
        else {
            // Not the answer itself: it may hold a key.
            throw Interruption.precondition(
                Evidence(expected: "201 with id and apiKey", seen: "\(provider.status) without them"))
        }
        let venue = try await control.ask(
            "POST", "/_control/venues", ["providerId": .number(JSONNumber(providerId))], expecting: 201)
        return PublicWorld(
            provider: PublicProvider(wire: wire, key: key), venueId: try number(venue, "id"), providerId: providerId,
            control: control)
    }

    /// Makes a booking in a state.
    ///
    /// A booking made a while ago moves the platform's clock: only on a copy that nobody else uses.
    func book(_ state: PublicState) async throws -> PublicBooking {
        guard case .event(let beginsIn, let bookedAgo) = state else { return try await book(named: state.name) }
        let offer = try await control.ask(
            "POST", "/_control/offers",
            [
                "kind": "event", "venueId": number(venueId), "providerId": number(providerId),
                "startsIn": .number(JSONNumber((beginsIn + bookedAgo).wholeSeconds)),
            ], expecting: 201)
        let stock = try PublicWorld.number(offer, "stockId")
        let booking = try made(
            await control.ask("POST", "/_control/bookings", ["stockId": number(stock)], expecting: 201))
        if bookedAgo > .zero { try await control.advance(by: bookedAgo) }
        return booking
    }

    /// Switches the provider off.
    func deactivateProvider() async throws {
        try await control.ask("PATCH", "/_control/providers/\(providerId)", ["isActive": false], expecting: 200)
    }

    /// Ends the link between provider and venue.
    func deactivateLink() async throws {
        try await control.ask(
            "POST", "/_control/venueLinks",
            ["providerId": number(providerId), "venueId": number(venueId), "isActive": false], expecting: 200)
    }

    /// Closes the venue's structure.
    func closeStructure() async throws {
        try await control.ask("POST", "/_control/structures/close", ["venueId": number(venueId)], expecting: 200)
    }

    private func book(named state: String) async throws -> PublicBooking {
        try made(
            await control.ask(
                "POST", "/_control/bookings",
                ["state": .string(state), "providerId": number(providerId), "venueId": number(venueId)],
                expecting: 201))
    }

    private func made(_ exchange: Exchange) throws -> PublicBooking {
        guard let token = exchange.json?["token"]?.stringValue else {
            throw Interruption.precondition(Evidence(expected: "a token", seen: exchange.summary, curl: exchange.curl))
        }
        return PublicBooking(
            id: try PublicWorld.number(exchange, "id"), token: token,
            offerId: try PublicWorld.number(exchange, "offerId"), venueId: try PublicWorld.number(exchange, "venueId"))
    }

    private static func number(_ exchange: Exchange, _ key: String) throws -> Int {
        guard let number = exchange.json?[key]?.intValue else {
            throw Interruption.precondition(
                Evidence(expected: "a number under \"\(key)\"", seen: exchange.summary, curl: exchange.curl))
        }
        return number
    }

    private func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }
}
