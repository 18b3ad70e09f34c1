// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// What happened. New names may be added.
    public struct Name: Hashable, Sendable, CustomStringConvertible {
        /// The stable name, such as `request-finished`.
        public let name: String

        init(_ name: String) { self.name = name }

        /// The stable name.
        public var description: String { name }

        /// A request was answered, or failed.
        public static let requestFinished = Name("request-finished")

        /// The request will be made again, after ``Event/wait``; ``Event/reason`` says why.
        public static let retryScheduled = Name("retry-scheduled")

        /// The request failed and will not be made again; ``Event/reason`` says why.
        public static let gaveUp = Name("gave-up")

        /// The platform is held to be down: every call fails at once, for ``Event/wait``.
        public static let circuitOpened = Name("circuit-opened")

        /// One call is let through to find out whether the platform is back.
        public static let circuitHalfOpen = Name("circuit-half-open")

        /// The platform answers again.
        public static let circuitClosed = Name("circuit-closed")

        /// A call failed at once because the circuit is open, or the provider's key may not be used, for ``Event/wait`` still.
        public static let callRefused = Name("call-refused")

        /// A call waits until the provider's key may be used again, for ``Event/wait``.
        public static let callDelayed = Name("call-delayed")

        /// An entry could not be recorded. Before sending, the caller gets an error and nothing is sent; afterwards the caller
        /// is told the outcome all the same.
        public static let journalFailed = Name("journal-failed")

        /// The till's clock shows an earlier time than its outbox has written down: it was set back. Nothing is lost; have it corrected.
        public static let clockSetBack = Name("clock-set-back")
    }
}
