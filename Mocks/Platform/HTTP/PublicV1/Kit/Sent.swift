// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a body says of a field that may be left out (`today §1.4`): a field that is not sent stays as it is.
enum Sent<Value> {
    /// Nothing.
    case absent
    /// That there is to be none.
    case null
    /// What it is to be.
    case value(Value)

    /// The value, if there is one.
    var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// What is to change: nothing, an erasure, or a new value.
    var change: Value?? {
        switch self {
        case .absent: nil
        case .null: .some(nil)
        case .value(let value): value
        }
    }
}

extension Sent: Sendable where Value: Sendable {}
