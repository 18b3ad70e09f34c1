// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto
import HTTPClient
import JSON
import PlatformDomain

/// A signed call to a partner, ready to be sent (`today §4.2`).
struct PartnerMessage: Sendable {
    /// What it is for.
    let kind: PartnerCall.Kind
    /// Where it goes.
    let url: String
    /// The text within the body, over which it is signed.
    let inner: [UInt8]
    /// The HMAC-SHA256 of that text, in small hexadecimal digits.
    let signature: String

    /// Writes and signs a call.
    init(_ kind: PartnerCall.Kind, to url: String, _ payload: JSONValue, key: Secret, form: InnerForm) {
        self.kind = kind
        self.url = url
        inner = form.text(payload)
        let code = HMAC<SHA256>.authenticationCode(for: inner, using: SymmetricKey(data: Array(key.text.utf8)))
        signature = Digest.hexadecimal(code)
    }

    /// The request: the text, once more encoded as a JSON string.
    func request(within limit: Duration) -> HTTPRequest {
        HTTPRequest(
            method: "POST", url: url,
            headers: [
                HTTPHeader("Content-Type", "application/json"), HTTPHeader("PassCulture-Signature", signature),
            ],
            body: JSONValue.string(String(decoding: inner, as: UTF8.self)).serialized(), connectDeadline: limit,
            totalDeadline: limit, usesFreshConnection: true)
    }
}
