// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The HMAC key that a vendor shares with the pass Culture (today §4.2); hidden wherever it might be printed.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// A key as it was given out: the bytes of its text; nil for an empty one, which would sign nothing.
    public init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        bytes = Array(text.utf8)
    }

    /// The key as it was given out: what a provider is made with.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value of `PassCulture-Signature` for an inner text: HMAC-SHA256 over its UTF-8, lower-case hex.
    func signature(of inner: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(inner.utf8), using: SymmetricKey(data: bytes))
        return code.map { ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Three asterisks.
    public var description: String { "***" }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
