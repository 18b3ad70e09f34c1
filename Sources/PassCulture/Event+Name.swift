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

        /// The outcome of a validation could not be recorded; the caller was told it all the same.
        public static let journalFailed = Name("journal-failed")
    }
}
