// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What the platform draws: links, secrets and countermarks. Each is drawn while deciding and travels in the events.
enum Drawing {
    private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let unambiguous = Array("ABCDEFGHJKLMNPQRSTUVWXYZ234567".utf8)
    private static let base32 = Array("ABCDEFGH9JKLMN8PQRSTUVWXYZ234567".utf8)

    /// A text of so many characters that are safe in an address.
    static func text(length: Int, from drawing: inout some RandomNumberGenerator) -> String {
        String(
            decoding: (0..<length).map { _ in urlSafe[Int.random(in: 0..<urlSafe.count, using: &drawing)] },
            as: UTF8.self)
    }

    /// The token of a validation link: 27 characters (`contract 2018-12 §3`).
    static func link(from drawing: inout some RandomNumberGenerator) -> String { text(length: 27, from: &drawing) }

    /// The token of a password link: 10 characters (`contract 2018-12 §3`).
    static func passwordLink(from drawing: inout some RandomNumberGenerator) -> String {
        text(length: 10, from: &drawing)
    }

    /// The unguessable part of a session's cookie.
    static func secret(from drawing: inout some RandomNumberGenerator) -> String { text(length: 43, from: &drawing) }

    /// The 32 hexadecimal digits of a random UUID, its version and variant in their places.
    static func uuid(from drawing: inout some RandomNumberGenerator) -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &drawing) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes.map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
    }

    /// A countermark: three bytes from 1 to 255, each spelt as a public identifier of two characters (`contract 2018-12 §3`).
    ///
    /// Never one of the ``ReservedCountermarks``.
    static func countermark(from drawing: inout some RandomNumberGenerator) -> String {
        var countermark = anyCountermark(from: &drawing)
        while ReservedCountermarks.contains(countermark) { countermark = anyCountermark(from: &drawing) }
        return countermark
    }

    /// A countermark of today's edition: six characters from `A` to `Z` without `I` and `O`, and from `2` to `7` (`today §2.3`).
    static func publicV1Countermark(from drawing: inout some RandomNumberGenerator) -> String {
        while true {
            let characters = (0..<6).map { _ in unambiguous[Int.random(in: 0..<unambiguous.count, using: &drawing)] }
            let countermark = String(decoding: characters, as: UTF8.self)
            if !ReservedCountermarks.contains(countermark) { return countermark }
        }
    }

    private static func anyCountermark(from drawing: inout some RandomNumberGenerator) -> String {
        var characters: [UInt8] = []
        for _ in 0..<3 {
            let byte = UInt8.random(in: 1...255, using: &drawing)
            characters.append(base32[Int(byte >> 3)])
            characters.append(base32[Int(byte & 0b111) << 2])
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
