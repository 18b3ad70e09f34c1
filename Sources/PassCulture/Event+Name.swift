// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// What happened. New names may be added.
    public struct Name: Hashable, Sendable, CustomStringConvertible {
        /// The stable name, such as `request-finished`.
        public let name: String

        private init(_ name: String) { self.name = name }

        /// The stable name.
        public var description: String { name }

        /// A request was answered, or failed.
        public static let requestFinished = Name("request-finished")

        /// An entry could not be recorded. Before sending, the caller gets an error and nothing is sent; afterwards the caller
        /// is told the outcome all the same.
        public static let journalFailed = Name("journal-failed")

        /// The till's clock shows an earlier time than its outbox has written down: it was set back. Nothing is lost; have it corrected.
        public static let clockSetBack = Name("clock-set-back")
    }
}
