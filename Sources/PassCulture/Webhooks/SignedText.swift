// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The text of a call of pass Culture whose signature was found right: JSON, as it was signed and before anything is read in it.
///
/// It holds a young person's data, and is hidden from every kind of printing.
public struct SignedText: Hashable, Sendable, Masked {
    /// The bytes that were signed.
    public let bytes: [UInt8]

    /// Takes bytes for signed: for the verifier, and for tests of what is read in them.
    package init(trusting bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The name of what is asked, the same for a repetition of the same call: a digest of the text.
    func digest(for call: WebhookCall) -> WebhookDigest {
        guard let digest = SHA256.digest(of: Array(call.rawValue.utf8) + [0x0A] + bytes) else {
            preconditionFailure("libcrypto has no SHA-256, and yet found a signature right")
        }
        return WebhookDigest(hexadecimal: String(decoding: SHA256.hexadecimal(digest), as: UTF8.self))
    }
}
