// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a digital offer's link, or its template, cannot be read; nothing of what it held is told.
public struct DigitalLinkError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong; stable.
    public let code: Code
    /// The part that is missing or cannot be used, if it is one.
    public let part: DigitalLink.Part?
    /// What is known besides, in English, for a log.
    public let detail: String

    init(_ code: Code, _ part: DigitalLink.Part? = nil, _ detail: String) {
        self.code = code
        self.part = part
        self.detail = detail
    }

    /// The code, the part and the detail: `missing {email}: it is empty`.
    public var description: String { "\(code)\(part.map { " \($0.placeholder)" } ?? ""): \(detail)" }
}

extension DigitalLinkError {
    /// What went wrong: a stable code, safe to store and to compare. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `missing`.
        public let code: String

        private init(_ code: String) { self.code = code }

        /// The stable code.
        public var description: String { code }

        /// The template does not ask for all that is needed, or in a way that cannot be read back: a mistake in the offer's address.
        public static let badTemplate = Self("bad-template")
        /// A part is not in the link: it was cut, or opened without a booking.
        public static let missing = Self("missing")
        /// A part is there and cannot be what it should be.
        public static let unusable = Self("unusable")
    }
}
