// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension UnknownValidation {
    /// How the answer to a validation was lost; more ways may be told apart later.
    public struct Cause: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `no-answer`.
        public let code: String

        private init(_ code: String) { self.code = code }

        /// The stable code.
        public var description: String { code }

        /// No answer came: the connection broke, or the time was up.
        public static let noAnswer = Cause("no-answer")

        /// An answer began and broke off.
        public static let answerCutShort = Cause("answer-cut-short")

        /// An answer came that was larger than any of the contract's.
        public static let answerTooLarge = Cause("answer-too-large")

        /// What came back is no HTTP.
        public static let answerMalformed = Cause("answer-malformed")

        /// The caller cancelled while the request may have been under way.
        public static let cancelled = Cause("cancelled")

        /// An answer came whose status says nothing about the countermark: a 5xx, a redirection, a page of some network
        /// in between.
        public static let unexpectedStatus = Cause("unexpected-status")
    }
}
