// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A moment in time: microseconds since 1970-01-01T00:00:00Z.
///
/// Time is an argument everywhere in this kit; only ``SystemClock`` knows the real one.
public struct Instant: Comparable, Hashable, Sendable {
    /// Microseconds since the start of 1970, UTC; negative before it.
    public var microseconds: Int64

    /// Creates the instant that many microseconds after the start of 1970, UTC.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The start of 1970, UTC.
    public static let epoch = Instant(microseconds: 0)

    /// The last microsecond of the year 9999, after which the contract's dates cannot be written.
    public static let latest = Instant(microseconds: 253_402_300_799_999_999)

    /// The instant so much later (or earlier, if the span is negative), held at the ends of what can be represented.
    public func advanced(by span: Span) -> Instant {
        Instant(microseconds: microseconds.addingClamped(span.microseconds))
    }

    /// Whether the left instant comes first.
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The time from the right instant to the left one, held at the longest that can be represented.
    public static func - (left: Instant, right: Instant) -> Span {
        Span(microseconds: left.microseconds.subtractingClamped(right.microseconds))
    }

    /// The instant so much later.
    public static func + (left: Instant, right: Span) -> Instant { left.advanced(by: right) }

    /// The instant so much earlier.
    public static func - (left: Instant, right: Span) -> Instant {
        Instant(microseconds: left.microseconds.subtractingClamped(right.microseconds))
    }
}

extension Instant: CustomStringConvertible {
    /// The ISO form of the contract.
    public var description: String { iso8601 }
}
