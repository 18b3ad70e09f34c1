// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An amount of money in whole cents; never a floating-point number.
package struct Euros: Hashable, Comparable, Sendable {
    /// The amount in cents.
    package var cents: Int64

    /// Creates an amount from cents.
    package init(cents: Int64) {
        self.cents = cents
    }

    /// No money.
    package static let zero = Euros(cents: 0)

    /// Whether the left amount is the smaller.
    package static func < (left: Euros, right: Euros) -> Bool { left.cents < right.cents }
    /// The sum.
    package static func + (left: Euros, right: Euros) -> Euros { Euros(cents: left.cents + right.cents) }
    /// The difference.
    package static func - (left: Euros, right: Euros) -> Euros { Euros(cents: left.cents - right.cents) }
    /// The price of so many.
    package static func * (price: Euros, quantity: Int) -> Euros { Euros(cents: price.cents * Int64(quantity)) }
    /// Adds in place.
    package static func += (left: inout Euros, right: Euros) { left.cents += right.cents }
    /// Subtracts in place.
    package static func -= (left: inout Euros, right: Euros) { left.cents -= right.cents }
}
