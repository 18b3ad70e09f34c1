// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The SHA-256 of files that partners send, by which they are told apart.
enum Digest {
    /// The digest in hexadecimal digits.
    static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    /// Bytes in small hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
