// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What the clock of a platform under test shows.
struct ControlClock: Sendable, Hashable {
    /// The platform's time.
    let now: Instant
    /// Whether time passes by itself.
    let isTicking: Bool
    /// When the next thing falls due; nothing if none does.
    let nextDue: Instant?
}

extension Control {
    /// The clock as it is.
    func clock() async throws -> ControlClock {
        try reading(await ask("GET", "/_control/clock", expecting: 200))
    }

    /// Puts the clock forward, stops it or lets it go; what is not given stays as it is.
    @discardableResult
    func setClock(to instant: Instant? = nil, isTicking: Bool? = nil) async throws -> ControlClock {
        var body: [(String, String)] = []
        if let instant { body.append(("now", instant.iso8601)) }
        if let isTicking { body.append(("mode", isTicking ? "ticking" : "frozen")) }
        return try reading(await ask("PUT", "/_control/clock", .texts(body), expecting: 200))
    }

    /// Goes to the next thing that falls due, and says how many things were settled.
    @discardableResult
    func advanceToNext() async throws -> Int {
        let exchange = try await ask("POST", "/_control/clock/advance", ["toNext": true], expecting: 200)
        guard let count = exchange.json?["settledCount"]?.intValue else { throw exchange.failure("settledCount") }
        return count
    }

    private func reading(_ exchange: Exchange) throws -> ControlClock {
        let next = exchange.json?["nextDue"]?["at"]?.stringValue
        return ControlClock(
            now: try instant(exchange, "now"), isTicking: try exchange.string("mode") == "ticking",
            nextDue: next.flatMap { Instant(iso8601: $0) })
    }
}
