// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A row of the register that cannot be used.
public struct RegisterError: Error, Hashable, CustomStringConvertible {
    /// The row as written.
    public let row: String
    /// What is wrong with it.
    public let reason: String

    /// The reason, then the row.
    public var description: String { "\(reason): \(row)" }
}
