// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a snapshot in lines of JSON cannot be read: what is wrong on which line, and what to do about it.
package struct SnapshotError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    package let description: String
    /// What to do about it.
    package let hint: String

    /// Creates an error.
    init(
        _ description: String,
        hint: String = "Send a snapshot as GET /_control/snapshots/{id} or passculture data export gave it."
    ) {
        self.description = description
        self.hint = hint
    }
}
