// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A length of time, in microseconds; may be negative.
///
/// A day is always 24 hours here: the contract's windows (72 hours, 7 days) are lengths, not calendar arithmetic.
public struct Span: Comparable, Hashable, Sendable {
    /// The length in microseconds.
    public var microseconds: Int64

    /// Creates a span of so many microseconds.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// No time at all.
    public static let zero = Span(microseconds: 0)

    /// A span of so many days of 24 hours.
    public static func days(_ count: Int64) -> Span { hours(count * 24) }

    /// A span of so many hours.
    public static func hours(_ count: Int64) -> Span { minutes(count * 60) }

    /// A span of so many minutes.
    public static func minutes(_ count: Int64) -> Span { seconds(count * 60) }

    /// A span of so many seconds.
    public static func seconds(_ count: Int64) -> Span { Span(microseconds: count * 1_000_000) }

    /// A span of so many milliseconds.
    public static func milliseconds(_ count: Int64) -> Span { Span(microseconds: count * 1_000) }

    /// The whole seconds in the span, rounded down.
    public var wholeSeconds: Int64 { microseconds.flooringQuotient(by: 1_000_000) }

    /// The span in seconds with two decimals, cut and not rounded, for figures that people read: `1.25`.
    public var inSeconds: String {
        let hundredths = padded(Int(abs(microseconds) / 10_000 % 100), to: 2)
        return "\(microseconds < 0 ? "-" : "")\(abs(microseconds) / 1_000_000).\(hundredths)"
    }

    /// Whether the left span is the shorter.
    public static func < (left: Span, right: Span) -> Bool { left.microseconds < right.microseconds }

    /// The sum of two spans.
    public static func + (left: Span, right: Span) -> Span {
        Span(microseconds: left.microseconds + right.microseconds)
    }

    /// The difference of two spans.
    public static func - (left: Span, right: Span) -> Span {
        Span(microseconds: left.microseconds - right.microseconds)
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity, which calendar arithmetic before 1970 needs.
    func flooringQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
