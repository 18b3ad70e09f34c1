// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The form of a BIC (ISO 9362), and the French banks that the platform knows.
enum BIC {
    /// Whether a text is well-formed: bank, country, place, and possibly a branch.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 8 || bytes.count == 11 else { return false }
        return bytes[..<6].allSatisfy(isLetter) && bytes[6...].allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// Whether the platform knows a bank by this BIC.
    ///
    /// The service had a list of about 2,100 French BICs, in which a BIC stood with its branch or without, but not in both
    /// forms (`contract 2018-12 §5.2`). This one, ``KnownBICs``, is shorter: the banks that a maintained registry lists today.
    static func isKnown(_ text: String) -> Bool { known.contains(text) }

    private static let known: Set<String> = {
        var known: Set<String> = []
        let packed = KnownBICs.packed.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for line in packed.split(separator: "\n") {
            let words = line.split(separator: " ")
            for branch in words.dropFirst() { known.insert(String(words[0]) + (branch == "-" ? "" : branch)) }
        }
        return known
    }()

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
