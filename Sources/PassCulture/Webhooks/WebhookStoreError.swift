// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why the store of calls could not do what it was asked; nothing of what it holds was lost or changed by that.
public struct WebhookStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong; stable.
    public let code: Code
    /// What is known besides, in English, for a log: the file and the system's words.
    public let detail: String

    /// Creates an error.
    public init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// Puts the trouble with a file into the store's words.
    init(_ error: StoreFileError) {
        let code: Code =
            switch error.kind {
            case .unreachable, .inherited: .unreachable
            case .diskFull: .diskFull
            case .damaged: .damaged
            case .notOurs: .notOurs
            case .newer: .newer
            case .busy: .busy
            }
        self.init(code, detail: error.detail)
    }

    /// The code and the detail.
    public var description: String { detail.isEmpty ? code.code : "\(code.code): \(detail)" }
}

extension WebhookStoreError {
    /// What went wrong: a stable code, safe to store and to compare. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `disk-full`.
        public let code: String

        private init(_ code: String) { self.code = code }

        /// The stable code.
        public var description: String { code }

        /// The file or the database cannot be reached, read or written, or was open when this process was forked.
        public static let unreachable = Code("unreachable")
        /// The disk is full.
        public static let diskFull = Code("disk-full")
        /// The file is damaged, and is left as it is.
        public static let damaged = Code("damaged")
        /// The file is something else, and is left as it is.
        public static let notOurs = Code("not-a-webhook-store")
        /// The file was written by a newer version of the SDK, and is left as it is.
        public static let newer = Code("newer-webhook-store")
        /// Another program holds it for too long.
        public static let busy = Code("busy")
        /// It was closed.
        public static let closed = Code("closed")
    }
}
