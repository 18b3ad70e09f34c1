// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A large value of which little more than an address is passed on.
final class Boxed<Value: Sendable>: Sendable {
    /// The value.
    let value: Value

    /// Boxes a value.
    init(_ value: Value) {
        self.value = value
    }
}
