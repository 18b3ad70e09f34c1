// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// How much a till takes upon itself while nothing can be sent: beyond it, nothing more is stored, and nothing stored is dropped.
public struct OfflineLimits: Hashable, Sendable {
    /// How many validations may wait.
    public var count: Int
    /// How long the oldest of them may have waited, since it could first be sent: what waits for its time does not age, nor what was found to
    /// be another venue's.
    public var age: Span
    /// How much they may be worth together, in cents, those counted whose amount the caller gave; no limit if `nil`.
    public var amountCents: Int64?

    /// Creates limits: 100 validations, the oldest a day old.
    public init(count: Int = 100, age: Span = .hours(24), amountCents: Int64? = nil) {
        self.count = count
        self.age = age
        self.amountCents = amountCents
    }

    /// Which limit one more would pass, when these are waiting; `nil` if none.
    public func passed(by attempt: Attempt, waiting: [Attempt], at now: Instant) -> String? {
        guard waiting.count < count else { return "offline-count" }
        let oldest = waiting.filter { $0.reading != .wrongVenue }
            .map { max($0.plannedAt, $0.notBefore ?? $0.plannedAt) }.min()
        if let oldest, now - oldest > age { return "offline-age" }
        if let amountCents, let amount = attempt.amountCents {
            var left = amountCents
            for cents in waiting.map({ $0.amountCents ?? 0 }) + [amount] where cents > 0 {
                guard cents <= left else { return "offline-amount" }
                left -= cents
            }
        }
        return nil
    }
}
