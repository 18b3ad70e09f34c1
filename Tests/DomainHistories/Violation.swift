// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An invariant that does not hold, and how one sees it.
package struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// What does not hold.
    package let invariant: Invariant
    /// How one sees it.
    package let detail: String

    /// Both.
    package var description: String { "\(invariant.rawValue): \(detail)" }
}
