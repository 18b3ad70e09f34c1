// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
public import PassCulture

/// Signs calls as pass Culture does, for a partner's tests of its own receiver.
///
/// ```swift
/// let signer = WebhookSigner(try HMACKey("a key for tests"))
/// let call = signer.request(SampleWebhook.booking(quantity: 2), as: .compactUTF8)
/// let response = await handler.respond(to: call, at: .booking)
/// ```
public struct WebhookSigner: Sendable {
    /// The two ways in which pass Culture writes the inner text (`today §4.2`); a receiver must take both.
    public enum Form: Hashable, Sendable, CaseIterable {
        /// Blanks after commas and colons, and `\uXXXX` for all beyond ASCII.
        case spacedASCII
        /// No blanks, and UTF-8.
        case compactUTF8
    }

    private let key: HMACKey

    /// Creates a signer.
    public init(_ key: HMACKey) {
        self.key = key
    }

    /// A call with a text, signed.
    ///
    /// - Parameters:
    ///   - inner: The text, which is not looked at.
    ///   - isDoubleEncoded: Whether the body is the text in a JSON string, as it is today, or the text itself.
    public func request(_ inner: String, isDoubleEncoded: Bool = true) -> WebhookRequest {
        let body = isDoubleEncoded ? JSONValue.string(inner).serialized(.escapeNonASCII) : Array(inner.utf8)
        return WebhookRequest(method: "POST", signatures: [key.signature(of: inner.utf8)], body: body)
    }

    /// A call with a sample, signed.
    public func request(_ sample: SampleWebhook, as form: Form) -> WebhookRequest {
        request(sample.text(form))
    }
}
