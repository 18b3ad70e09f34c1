// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A length of time, in microseconds; may be negative.
///
/// A day is always 24 hours here: the contract's windows (72 hours, 7 days) are lengths, not calendar arithmetic. What is longer than can be
/// represented (292,000 years) is held at that.
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
    public static func days(_ count: Int64) -> Span { hours(count.multipliedClamped(by: 24)) }

    /// A span of so many hours.
    public static func hours(_ count: Int64) -> Span { minutes(count.multipliedClamped(by: 60)) }

    /// A span of so many minutes.
    public static func minutes(_ count: Int64) -> Span { seconds(count.multipliedClamped(by: 60)) }

    /// A span of so many seconds.
    public static func seconds(_ count: Int64) -> Span { Span(microseconds: count.multipliedClamped(by: 1_000_000)) }

    /// A span of so many milliseconds.
    public static func milliseconds(_ count: Int64) -> Span { Span(microseconds: count.multipliedClamped(by: 1_000)) }

    /// The whole seconds in the span, rounded down.
    public var wholeSeconds: Int64 { microseconds.flooringQuotient(by: 1_000_000) }

    /// The span in seconds with two decimals, cut and not rounded, for figures that people read: `1.25`.
    public var inSeconds: String {
        let hundredths = padded(Int(microseconds.magnitude / 10_000 % 100), to: 2)
        return "\(microseconds < 0 ? "-" : "")\(microseconds.magnitude / 1_000_000).\(hundredths)"
    }

    /// Whether the left span is the shorter.
    public static func < (left: Span, right: Span) -> Bool { left.microseconds < right.microseconds }

    /// The sum of two spans.
    public static func + (left: Span, right: Span) -> Span {
        Span(microseconds: left.microseconds.addingClamped(right.microseconds))
    }

    /// The difference of two spans.
    public static func - (left: Span, right: Span) -> Span {
        Span(microseconds: left.microseconds.subtractingClamped(right.microseconds))
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity, which calendar arithmetic before 1970 needs.
    func flooringQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// What the division rounded towards minus infinity leaves.
    func flooringRemainder(by divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// The sum, held at the ends of what can be represented.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other < 0 ? .min : .max
    }

    /// The difference, held at the ends of what can be represented.
    func subtractingClamped(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        guard overflow else { return difference }
        return other < 0 ? .max : .min
    }

    /// The product with a positive factor, held at the ends of what can be represented.
    func multipliedClamped(by factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        guard overflow else { return product }
        return self < 0 ? .min : .max
    }
}
