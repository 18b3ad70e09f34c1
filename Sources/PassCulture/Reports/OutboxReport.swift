// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What an outbox says of a day or a month: how many validations, for how much, in which venue; what stays open; who decided what by
/// hand; and, with the portal's table of bookings, what was paid.
///
/// An attempt belongs to the day on which it was made at the counter (Paris), whenever it was sent. It is a memory for reconciling, and no
/// fiscal record.
public struct OutboxReport: Hashable, Sendable {
    /// The days that it is about.
    public let period: ReportPeriod
    /// The venue that it is limited to, if it is.
    public let venue: String?
    /// The attempts of the period, oldest first.
    public let attempts: [Attempt]
    /// Each venue by its name, the attempts without a venue last.
    public let venues: [Summary]
    /// All venues together.
    public let total: Summary
    /// What was paid; `nil` without the portal's table.
    public let comparison: TransferComparison?

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - all: The attempts of an outbox: at least those of the period; all of them when transfers are compared, since whatever the outbox
    ///     knows of is not missing from it.
    ///   - period: The days.
    ///   - venue: The venue that it is limited to, by the name in the settings of its tills.
    ///   - transfers: What the portal says was paid.
    public init(
        _ all: [Attempt], of period: ReportPeriod, venue: String? = nil, transfers: TransferFile? = nil
    ) {
        let attempts = all.filter { period.contains($0.plannedAt) && (venue == nil || $0.venue == venue) }
        self.period = period
        self.venue = venue
        self.attempts = attempts
        total = Summary(venue: nil, attempts)
        let groups = Dictionary(grouping: attempts, by: \.venue)
        venues = groups.sorted { left, right in
            guard let (first, second) = left.key.flatMap({ first in right.key.map { (first, $0) } }) else {
                return left.key != nil
            }
            return first < second
        }.map { Summary(venue: $0.key, $0.value) }
        comparison = transfers.map { TransferComparison(attempts, all: all, $0) }
    }

    /// The attempts that go against the guide's rules about late validation, by the vendor's setting.
    public var overrides: [Attempt] { attempts.filter(\.overridesRule) }

    /// The attempts that count as validated without an answer of the platform's own, each with its ``Attempt/promotion``.
    public var promotions: [Attempt] { attempts.filter { $0.promotion != nil } }
}
