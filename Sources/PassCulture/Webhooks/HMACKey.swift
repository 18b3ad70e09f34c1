// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The key by which pass Culture signs its calls, one for each environment; hidden from every kind of printing.
///
/// Keep it where the log-in is kept. While it is being changed, a ``WebhookVerifier`` takes the old one and the new one.
public struct HMACKey: Sendable, Masked {
    /// The most bytes that a key may have.
    private static let limit = 4_096

    private let bytes: [UInt8]

    /// Takes a key as pass Culture gave it, letter by letter.
    ///
    /// - Throws: ``PassCultureError`` with the code ``PassCultureError/Code/invalidConfiguration`` when it is empty, too long, or holds a
    ///   control character: a line break at the end of a key's file is the usual one, and would make every signature wrong.
    public init(_ text: String) throws(PassCultureError) {
        guard !text.isEmpty, text.utf8.count <= Self.limit, !text.hasControlCharacter else {
            throw PassCultureError(
                .invalidConfiguration, detail: "the HMAC key is empty, too long, or holds a control character")
        }
        bytes = Array(text.utf8)
        guard SHA256.hmac(of: [], key: bytes) != nil else {
            throw PassCultureError(.invalidConfiguration, detail: "libcrypto does not sign with this HMAC key")
        }
    }

    /// The signature of a text: 64 lower-case hexadecimal digits (`today §4.2`).
    public func signature(of text: some Sequence<UInt8>) -> String {
        String(decoding: signed(Array(text)), as: UTF8.self)
    }

    /// Whether a signature is that of a text; takes as long for a wrong one as for the right one.
    func signs(_ text: [UInt8], as signature: [UInt8]) -> Bool { SHA256.areEqual(signed(text), signature) }

    private func signed(_ text: [UInt8]) -> [UInt8] {
        guard let digest = SHA256.hmac(of: text, key: bytes) else {
            preconditionFailure("libcrypto signed with this key when it was made, and does not any more")
        }
        return SHA256.hexadecimal(digest)
    }
}
