// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The furniture of today's edition: providers, their venues, and bookings in every state.
extension Control {
    /// Makes a provider; only this answer tells its key, and it is recorded without it.
    ///
    /// - Throws: a precondition that does not quote the answer, which may hold a key.
    func newProvider(sharing signingKey: SigningKey? = nil) async throws -> (id: Int, key: APIKey) {
        let body: JSONObject = signingKey.map { ["hmacKey": .string($0.text)] } ?? [:]
        let backstage = Wire(world: wire.world, recorder: Recorder())
        let exchange: Exchange
        do {
            exchange = try await backstage.anonymous.from(nil).post("/_control/providers", .object(body))
        } catch Interruption.failed(let evidence) {
            throw Interruption.precondition(evidence)
        }
        wire.recorder.keep(exchange.masking(["apiKey", "hmacKey"]))
        guard exchange.status == 201, let id = exchange.json?["id"]?.intValue,
            let key = exchange.json?["apiKey"]?.stringValue.flatMap(APIKey.init)
        else {
            throw Interruption.precondition(
                Evidence(expected: "201 with id and apiKey", seen: "\(exchange.status), whose body is not shown"))
        }
        return (id, key)
    }

    /// The numbers of all providers.
    func providers() async throws -> [Int] {
        try await ask("GET", "/_control/providers", expecting: 200).list().compactMap { $0["id"]?.intValue }
    }

    /// Switches a provider on or off.
    func setProvider(_ id: Int, isActive: Bool) async throws {
        try await ask("PATCH", "/_control/providers/\(id)", ["isActive": .bool(isActive)], expecting: 200)
    }

    /// Makes a structure with a venue that is linked to a provider; gives the venue's number.
    func newVenue(of providerId: Int) async throws -> Int {
        try number(await ask("POST", "/_control/venues", ["providerId": number(providerId)], expecting: 201), "id")
    }

    /// Makes or ends the link between a provider and a venue.
    func link(_ providerId: Int, to venueId: Int, isActive: Bool) async throws {
        try await ask(
            "POST", "/_control/venueLinks",
            ["providerId": number(providerId), "venueId": number(venueId), "isActive": .bool(isActive)],
            expecting: 200)
    }

    /// Sets how many calls a minute a key may make; nothing for any number.
    func setRateLimit(perMinute: Int?) async throws {
        try await ask("PUT", "/_control/rateLimit", ["perMinute": perMinute.map(number) ?? .null], expecting: 200)
    }

    /// Whether the control tells that somebody lifted the limit of calls; one that cannot tell has not.
    func isRateLimitLifted() async throws -> Bool {
        let exchange = try await wire.anonymous.from(nil).get("/_control/rateLimit")
        return exchange.status == 200 && exchange.json?["perMinute"] == .null
    }

    /// Makes a young person; gives their number.
    func newBeneficiary() async throws -> Int {
        try number(await ask("POST", "/_control/beneficiaries", [:], expecting: 201), "id")
    }

    /// Makes an event that begins after a span; gives the number of its stock.
    func newEvent(of providerId: Int, at venueId: Int, beginningIn span: Span) async throws -> Int {
        try number(
            await ask(
                "POST", "/_control/offers",
                [
                    "kind": "event", "venueId": number(venueId), "providerId": number(providerId),
                    "startsIn": .number(JSONNumber(span.wholeSeconds)),
                ], expecting: 201), "stockId")
    }

    /// Books a stock; for somebody new, if nobody is named.
    func book(stock: Int, by person: Int? = nil) async throws -> PublicBooking {
        var body: JSONObject = ["stockId": number(stock)]
        body["beneficiaryId"] = person.map(number)
        return try booking(await ask("POST", "/_control/bookings", .object(body), expecting: 201))
    }

    /// Makes a booking in a state, by the control API's name for it.
    func book(_ state: String, of providerId: Int, at venueId: Int) async throws -> PublicBooking {
        try booking(
            await ask(
                "POST", "/_control/bookings",
                ["state": .string(state), "providerId": number(providerId), "venueId": number(venueId)],
                expecting: 201))
    }

    /// Cancels a booking as the young person who made it.
    func cancel(_ booking: PublicBooking) async throws {
        try await ask("POST", "/_control/bookings/\(booking.id)/cancel", [:], expecting: 200)
    }

    /// Closes the structure of a venue, or opens it again.
    func setStructure(of venueId: Int, isOpen: Bool) async throws {
        try await ask(
            "POST", "/_control/structures/\(isOpen ? "reopen" : "close")", ["venueId": number(venueId)], expecting: 200)
    }

    private func booking(_ exchange: Exchange) throws -> PublicBooking {
        guard let token = exchange.json?["token"]?.stringValue else {
            throw Interruption.precondition(Evidence(expected: "a token", seen: exchange.summary, curl: exchange.curl))
        }
        return PublicBooking(
            id: try number(exchange, "id"), token: token, offerId: try number(exchange, "offerId"),
            venueId: try number(exchange, "venueId"))
    }

    private func number(_ exchange: Exchange, _ key: String) throws -> Int {
        guard let number = exchange.json?[key]?.intValue else {
            throw Interruption.precondition(
                Evidence(expected: "a number under \"\(key)\"", seen: exchange.summary, curl: exchange.curl))
        }
        return number
    }

    private func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }
}
