// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Finds out whether a call comes from pass Culture, and what it says: the only way to a ``SignedText``.
///
/// The body is a JSON text in a JSON string, and the signature covers the inner text (`today §4.2`): the outer string is decoded once, its
/// bytes are signed, and the two signatures are compared in constant time. Nothing is ever written anew before it is checked, so both ways
/// in which pass Culture writes the inner text (blanks and `\uXXXX`, or compact in UTF-8) are the same to it.
public struct WebhookVerifier: Sendable {
    /// The header with the signature.
    public static let header = "PassCulture-Signature"

    private let keys: [HMACKey]
    private let acceptsRawBody: Bool

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - key: The key of this environment.
    ///   - others: Further keys that are good while the key is being changed.
    ///   - acceptsRawBody: Whether a body that is no JSON string may be the signed text itself: for the day that pass Culture ends the
    ///     double encoding. It never does away with the signature.
    public init(_ key: HMACKey, also others: [HMACKey] = [], acceptsRawBody: Bool = false) {
        keys = [key] + others
        self.acceptsRawBody = acceptsRawBody
    }

    /// The signed text of a call.
    ///
    /// - Parameters:
    ///   - body: The body, byte by byte as it came.
    ///   - signature: The value of the header ``header``; nothing if there is none.
    /// - Throws: ``WebhookRefusal`` when the call is not known to come from pass Culture.
    public func verify(body: [UInt8], signature: String?) throws(WebhookRefusal) -> SignedText {
        guard let signature, !signature.isEmpty else { throw WebhookRefusal(.signatureMissing) }
        let digits = Array(signature.utf8)
        guard digits.count == 64, digits.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else {
            throw WebhookRefusal(.signatureMalformed)
        }
        guard let text = text(of: body) else { throw WebhookRefusal(.bodyNotAString) }
        // Every key is tried, whichever fits.
        let fitting = keys.count { $0.signs(text, as: digits) }
        guard fitting > 0 else { throw WebhookRefusal(.signatureWrong) }
        return SignedText(trusting: text)
    }

    private func text(of body: [UInt8]) -> [UInt8]? {
        if case .string(let text)? = try? JSONValue(parsing: body) { return Array(text.utf8) }
        return acceptsRawBody ? body : nil
    }
}
