// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How a countermark is written (document (23), contract 2018-12 §1.1), and what a report may say of one that is written otherwise.
enum CountermarkForm {
    /// What makes it something else than six letters and digits, without telling it; nil when it is that.
    static func breach(in token: String) -> String? {
        let signs = Array(token.unicodeScalars)
        let other = signs.indices.first { !isLetterOrDigit(signs[$0]) }
        guard signs.count != 6 || other != nil else { return nil }
        return "\(signs.count) characters" + (other.map { ", \(name(signs[$0])) as number \($0 + 1)" } ?? "")
    }

    /// What makes it something else than three pairs of the service's alphabet, without telling it; nil when it is that.
    static func breachOfAlphabet(in token: String) -> String? {
        guard token.wholeMatch(of: /(?:(?!AA)[A-HJ-NP-Z2-9][AE9MQUY4]){3}/) == nil else { return nil }
        let signs = Array(token.unicodeScalars)
        let alphabets = ["ABCDEFGHJKLMNPQRSTUVWXYZ23456789", "AE9MQUY4"].map { Set($0.unicodeScalars) }
        let other = signs.indices.first { !alphabets[$0 % 2].contains(signs[$0]) }
        let wrong =
            other.map { "\(name(signs[$0])) as number \($0 + 1)" }
            ?? (signs.count == 6 ? "a pair AA" : "all of the alphabet")
        return "\(signs.count) characters, \(wrong)"
    }

    private static func isLetterOrDigit(_ sign: Unicode.Scalar) -> Bool {
        sign.isASCII && (sign.properties.isAlphabetic || sign.properties.numericType != nil)
    }

    /// A sign and its number: "-" (U+002D).
    private static func name(_ sign: Unicode.Scalar) -> String {
        let digits = String(sign.value, radix: 16, uppercase: true)
        return "\"\(sign)\" (U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ")"
    }
}
