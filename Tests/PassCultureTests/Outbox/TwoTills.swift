// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCultureTesting
import TestSupport

@testable import PassCulture

/// An outbox that two tills have.
struct TwoTills: Sendable {
    /// How they have it.
    enum Kind: CaseIterable, Sendable {
        /// In memory.
        case memory
        /// One object on a file.
        case object
        /// Each an object on the same file, as two programs have it.
        case file
    }

    private let folder: ScratchFolder
    let first: any OutboxStore
    let second: any OutboxStore

    /// Opens it after a till that wrote into it, and was killed then.
    init(_ kind: Kind, after dying: (any OutboxStore) throws -> Void = { _ in }) throws {
        folder = try ScratchFolder()
        let path = folder.path("outbox.db")
        switch kind {
        case .memory:
            let before = MemoryOutbox()
            try dying(before)
            first = before.restarted()
            second = first
        case .object, .file:
            try dying(SQLiteOutbox(path: path))
            first = try SQLiteOutbox(path: path)
            second = kind == .object ? first : try SQLiteOutbox(path: path)
        }
    }

    /// All that was ever written down, oldest first.
    var attempts: [Attempt] { get throws { try first.attempts(from: .epoch, to: .latest) } }
}
