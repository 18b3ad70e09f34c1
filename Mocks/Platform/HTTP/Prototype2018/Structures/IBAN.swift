// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The form of an IBAN: country, length, the check digits of ISO 13616, and for France and Monaco the key of the RIB within.
enum IBAN {
    /// The lengths in the countries of the SEPA area.
    private static let lengths = [
        "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
        "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21,
        "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24,
        "SI": 19, "SK": 24, "SM": 27, "VA": 22,
    ]

    /// Whether a text is a well-formed IBAN of a SEPA country, blanks allowed and small letters taken for capitals.
    static func isValid(_ text: String) -> Bool {
        let digits = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(String.init).joined().uppercased()
        let bytes = Array(digits.utf8)
        guard bytes.count > 4, lengths[String(digits.prefix(2))] == bytes.count,
            bytes[2...3].allSatisfy(isDigit), bytes.allSatisfy({ isDigit($0) || isLetter($0) })
        else { return false }
        if digits.hasPrefix("FR") || digits.hasPrefix("MC") {
            // Bank and branch, account, and the national key.
            guard bytes[4..<14].allSatisfy(isDigit), bytes[25...].allSatisfy(isDigit), hasKey(bytes[4...]) else {
                return false
            }
        }
        return remainder(bytes[4...] + bytes[..<4]) == 1
    }

    /// Whether the last two digits of a RIB are its key: with them the whole, its letters read as digits (A and J 1; B, K and
    /// S 2; and so on to I, R and Z 9), is a multiple of 97.
    private static func hasKey(_ rib: ArraySlice<UInt8>) -> Bool {
        rib.reduce(0) { ($0 * 10 + ribDigit($1)) % 97 } == 0
    }

    private static func ribDigit(_ byte: UInt8) -> Int {
        guard isLetter(byte) else { return Int(byte - UInt8(ascii: "0")) }
        let place = Int(byte - UInt8(ascii: "A"))
        // A to I are 1 to 9, J to R too, S to Z 2 to 9.
        return place < 18 ? place % 9 + 1 : place - 16
    }

    /// The remainder by 97 of the number that the characters make, letters being 10 to 35.
    private static func remainder(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { remainder, byte in
            isDigit(byte)
                ? (remainder * 10 + Int(byte - UInt8(ascii: "0"))) % 97
                : (remainder * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
