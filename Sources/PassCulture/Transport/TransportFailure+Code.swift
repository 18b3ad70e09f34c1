// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension TransportFailure {
    /// What happened to a request that got no complete answer. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `no-answer`.
        public let code: String

        private init(_ code: String) { self.code = code }

        /// The stable code.
        public var description: String { code }

        /// The request never left: name not found, nobody listening, no secure connection, or a request that cannot be put.
        public static let neverSent = Code("never-sent")

        /// The request left, or may have; no answer came within the deadline, or the connection broke before one.
        public static let noAnswer = Code("no-answer")

        /// An answer began and broke off.
        public static let answerCutShort = Code("answer-cut-short")

        /// An answer came that is larger than the transport takes.
        public static let answerTooLarge = Code("answer-too-large")

        /// What came back is no HTTP.
        public static let answerMalformed = Code("answer-malformed")

        /// No attempt was made: the platform is held to be down (``CircuitPolicy``). Not for transports to give.
        public static let serviceDown = Code("service-down")

        /// No attempt was made: the provider's key was used too often in the last minute. Not for transports to give.
        public static let tooManyRequests = Code("too-many-requests")

        /// The caller cancelled.
        public static let cancelled = Code("cancelled")
    }
}
