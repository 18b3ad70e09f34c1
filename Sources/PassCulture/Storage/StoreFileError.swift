// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import SQLite

/// Why a store's file cannot be used; each store puts it into words of its own.
struct StoreFileError: Error, Hashable {
    /// The kinds of trouble that stores tell apart.
    enum Kind: Hashable {
        /// It cannot be opened, read or written.
        case unreachable
        /// The process that forked this one had it open.
        case inherited
        /// There is no room.
        case diskFull
        /// It is damaged.
        case damaged
        /// It is something else.
        case notOurs
        /// A newer version of the SDK wrote it.
        case newer
        /// Another program holds it for too long.
        case busy
    }

    let kind: Kind
    /// The file and the system's words; nothing of what it holds.
    let detail: String

    init(_ kind: Kind, detail: String) {
        self.kind = kind
        self.detail = detail
    }

    /// Reads SQLite's trouble with a file.
    init(_ error: SQLiteError, _ path: String) {
        kind =
            switch error.kind {
            case .busy: .busy
            case .damaged: .damaged
            case .full: .diskFull
            case .inherited: .inherited
            case .unreachable, .other: .unreachable
            }
        detail = "\(path): \(error)"
    }
}
