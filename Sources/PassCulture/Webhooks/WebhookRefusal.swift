// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Why a call was not taken for one of pass Culture, or not understood; holds nothing of what it carried.
public struct WebhookRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why.
    public let code: Code
    /// Where in the text, and what was expected there, in English; nothing about a signature.
    public let detail: String?

    /// Refuses a call; the C interface refuses signatures that are no text.
    package init(_ code: Code, detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    /// The code and the detail.
    public var description: String { detail.map { "\(code): \($0)" } ?? code.code }

    /// Reads in a text; what was found instead of what was expected is a young person's data, and is left out.
    static func reading<Value>(_ read: () throws(JSONReadingError) -> Value) throws(WebhookRefusal) -> Value {
        do throws(JSONReadingError) { return try read() } catch {
            let place = error.path.isEmpty ? "" : "\(error.path): "
            throw WebhookRefusal(.unexpectedContent, detail: "\(place)expected \(error.expected)")
        }
    }
}

extension WebhookRefusal {
    /// Why a call was refused: a stable code. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `signature-wrong`.
        public let code: String
        /// The status of the answer: 401 for who may not call, 400 for what is not understood.
        let status: Int

        private init(_ code: String, status: Int) {
            self.code = code
            self.status = status
        }

        /// The stable code.
        public var description: String { code }

        /// There is no signature.
        public static let signatureMissing = Code("signature-missing", status: 401)

        /// The signature is not 64 lower-case hexadecimal digits, or there are several.
        public static let signatureMalformed = Code("signature-malformed", status: 401)

        /// The signature is another's: another key, or a text that was changed.
        public static let signatureWrong = Code("signature-wrong", status: 401)

        /// The body is no JSON string, so there is nothing that could be signed.
        public static let bodyNotAString = Code("body-not-a-string", status: 401)

        /// The call is pass Culture's, and its text is no JSON.
        public static let contentNotJSON = Code("content-not-json", status: 400)

        /// The call is pass Culture's, and its text lacks something or has another kind of value there.
        public static let unexpectedContent = Code("unexpected-content", status: 400)
    }
}
