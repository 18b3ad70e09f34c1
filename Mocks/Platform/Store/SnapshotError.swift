// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a snapshot is not kept: what is wrong on which line of one that was sent, or that there is no room; and what to do about it.
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

    /// As many are kept as there may be.
    static let noRoom = SnapshotError(
        "\(SnapshotShelf.capacity) snapshots are kept already",
        hint: "Throw one away with DELETE /_control/snapshots/{id}.")
}
