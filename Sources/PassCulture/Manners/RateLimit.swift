// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The limit of calls by one provider's key, shared by all that this process does with it: 200 a minute (`today §1.3`).
final class RateLimit: Sendable {
    /// How many calls the platform takes in a minute.
    static let calls = 200
    /// The shortest time to leave the platform alone after a 429, which promises none of its own.
    static let patience = Duration.seconds(60)
    /// The longest, whatever it asks for: a proxy's whim, or a till's clock that is a day slow, must not close a shop for a day.
    static let longestPatience = Duration.seconds(300)

    private static let shared = Mutex<[ProviderKey: RateLimit]>([:])

    private let window = Mutex(CallWindow(calls: RateLimit.calls, in: .seconds(60)))

    private init() {}

    /// The limit of a key: one and the same in the whole process.
    static func of(_ key: ProviderKey) -> RateLimit {
        shared.withLock { limits in
            if let limit = limits[key] { return limit }
            let limit = RateLimit()
            limits[key] = limit
            return limit
        }
    }

    /// How long the next call has to wait at a time; nil for not at all.
    func delay(at now: Duration) -> Duration? { window.withLock { $0.delay(at: now) } }

    /// Lets a call go at a time, and counts it; or says how long it has to wait.
    func admit(at now: Duration) -> Duration? { window.withLock { $0.admit(at: now) } }

    /// Counts a call that went at one time from another, at which it ended.
    func ended(_ start: Duration, at now: Duration) { window.withLock { $0.ended(start, at: now) } }

    /// Lets nothing go for a time after a 429, and then one call, which finds out for all.
    func block(at now: Duration, for delay: Duration) { window.withLock { $0.block(until: now + delay) } }

    /// Takes note of the end of a call that was not answered with a 429.
    func passed(at now: Duration) { window.withLock { $0.passed(at: now) } }
}

extension TransportResponse {
    /// How long to leave the platform alone after a 429.
    var patience: Duration { min(max(RateLimit.patience, askedDelay ?? .zero), RateLimit.longestPatience) }
}
