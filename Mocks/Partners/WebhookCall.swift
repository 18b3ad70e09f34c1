// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A call of the pass Culture as a partner reads it: decoded once, verified, decoded again (today §4.2).
struct WebhookCall: Sendable {
    /// The payload.
    let payload: JSONValue

    /// Reads a call.
    ///
    /// - Throws: the answer to give instead.
    init(_ request: PartnerRequest, key: String, check: SignatureCheck) throws(Refusal) {
        guard let inner = (try? JSONValue(parsing: request.body))?.stringValue,
            let payload = try? JSONValue(parsing: inner), payload.objectValue != nil
        else { throw Refusal(answer: .refused("a JSON text in a JSON string is expected")) }
        guard check.accepts(request, inner: inner, payload: payload, key: key) else {
            throw Refusal(answer: .invalidSignature)
        }
        self.payload = payload
    }

    /// Why a call is not read.
    struct Refusal: Error {
        /// What to answer.
        let answer: PartnerAnswer
    }

    /// Whether any text in it has a letter beyond ASCII.
    var hasAccents: Bool { payload.text.utf8.contains { $0 >= 0x80 } }
}
