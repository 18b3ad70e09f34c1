// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A provider of today's edition as checks speak for it: every call with its key, none with an `Origin`.
struct PublicProvider: Sendable {
    /// The way to the platform.
    let wire: Wire
    /// Its key; nil calls without one.
    let key: APIKey?

    private var caller: Caller {
        Caller(wire: wire, identity: key.map(Identity.bearer) ?? .anonymous).from(nil)
    }

    /// Calls every route, and demands the same answer of each.
    func expectEverywhere(_ status: Int, _ body: JSONValue) async throws {
        for route in PublicRoute.all { try await caller.send(route.method, route.path).expect(status, body) }
    }

    /// Reads.
    func get(_ path: String, _ query: [(String, String)] = []) async throws -> Exchange {
        try await caller.get(path, query)
    }

    /// Sends a request with a JSON body.
    func send(_ method: String, _ path: String, json: JSONValue) async throws -> Exchange {
        try await caller.send(method, path, json: json)
    }

    /// Reads a countermark.
    func read(_ token: String) async throws -> Exchange {
        try await caller.get("/public/bookings/v1/token/\(token)")
    }

    /// Does one of the three things to a countermark: `use`, `keep` or `cancel`.
    func act(_ verb: String, _ token: String) async throws -> Exchange {
        try await caller.send("PATCH", "/public/bookings/v1/\(verb)/token/\(token)")
    }

    /// Lists bookings.
    func list(_ query: [(String, String)]) async throws -> Exchange {
        try await caller.get("/public/bookings/v1/bookings", query)
    }

    /// The bookings of an offer, those of one state if it is given.
    func bookings(of offerId: Int, status: String? = nil) async throws -> [JSONValue] {
        let answer = try await list([("offerId", "\(offerId)")] + (status.map { [("status", $0)] } ?? []))
        guard let bookings = try answer.expect(200).json?["bookings"]?.arrayValue else {
            throw answer.failure("200 {\"bookings\":[…]}")
        }
        return bookings
    }

    /// A demand that a booking is listed in a state.
    func expectListed(_ booking: PublicBooking, as status: String) async throws {
        let answer = try await list([("offerId", "\(booking.offerId)"), ("status", status)]).expect(200)
        let ids = answer.json?["bookings"]?.arrayValue?.compactMap { $0["id"]?.intValue } ?? []
        try answer.require(ids.contains(booking.id), "the booking \(booking.id) among those that are \(status)")
    }
}
