// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a text is no ``EAN``.
public enum EANError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Something is inside that is neither a digit nor a blank nor a hyphen.
    case notOnlyDigits

    /// There are so many digits, and not eleven to thirteen.
    case length(Int)

    /// The last digit does not fit the others: one of them was typed or read wrongly.
    case checkDigit(expected: Int, found: Int)

    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .notOnlyDigits: "an EAN has digits only"
        case .length(let count): "an EAN has 13 digits, and 11 or 12 where zeros were lost; this has \(count)"
        case .checkDigit(let expected, let found):
            "the last digit should be \(expected) and is \(found): another digit is wrong, or this one"
        }
    }
}
