// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CCrypto

/// Digests of 32 bytes by libcrypto, which libcurl has loaded already; none of our own making.
enum SHA256 {
    private static let count = 32

    /// The digest of a message; nothing when libcrypto gives none.
    static func digest(of message: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: count)
        var written: UInt32 = 0
        let code = message.withUnsafeBytes {
            EVP_Digest($0.baseAddress, $0.count, &digest, &written, EVP_sha256(), nil)
        }
        return code == 1 && written == count ? digest : nil
    }

    /// The digest of a message by a key (HMAC, RFC 2104); nothing when libcrypto gives none.
    static func hmac(of message: [UInt8], key: [UInt8]) -> [UInt8]? {
        var digest = [UInt8](repeating: 0, count: count)
        var written: UInt32 = 0
        let result = key.withUnsafeBytes { key in
            message.withUnsafeBufferPointer {
                HMAC(EVP_sha256(), key.baseAddress, Int32(key.count), $0.baseAddress, $0.count, &digest, &written)
            }
        }
        return result != nil && written == count ? digest : nil
    }

    /// Whether two lists of bytes are the same, in a time that does not tell where they differ.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }

    /// The bytes as lower-case hexadecimal digits.
    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
    }
}
