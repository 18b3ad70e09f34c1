// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// Why a decision was taken. New reasons may be added.
    public struct Reason: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `never-sent`.
        public let code: String

        init(_ code: String) { self.code = code }

        /// The stable code.
        public var description: String { code }

        // Why a request is made again.

        /// It surely never left.
        public static let neverSent = Reason("never-sent")

        /// It changes nothing, and no complete answer came.
        public static let noAnswer = Reason("no-answer")

        /// It changes nothing, and the answer was a 429 or a 5xx.
        public static let status = Reason("status")

        // Why it is not.

        /// It was a validation, and may have been sent.
        public static let mayHaveBeenSent = Reason("may-have-been-sent")

        /// It was made as often as the ``RetryPolicy`` allows.
        public static let attemptsUsed = Reason("attempts-used")

        /// What would have been waited for does not fit in the deadline.
        public static let deadline = Reason("deadline")

        /// The caller cancelled.
        public static let cancelled = Reason("cancelled")

        /// The platform is held to be down.
        public static let circuitIsOpen = Reason("circuit-is-open")

        /// The provider's key was used as often as the platform takes in a minute, or the platform said so.
        public static let rateLimit = Reason("rate-limit")

        // Why the circuit changed.

        /// As many faults in a row as the ``CircuitPolicy`` says.
        public static let faultsInARow = Reason("faults-in-a-row")

        /// The one call that was let through had no answer either.
        public static let probeFailed = Reason("probe-failed")

        /// The time to leave the platform alone is over.
        public static let coolDownOver = Reason("cool-down-over")

        /// The platform answered.
        public static let answered = Reason("answered")
    }
}
