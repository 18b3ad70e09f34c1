// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Amounts as people write them.
public enum Money {
    /// Cents as euros: `12,50 €` in French, `€12.50` in English.
    public static func text(_ cents: Int64, in language: Language) -> String {
        let digits = String(cents.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let sign = cents < 0 ? "-" : ""
        switch language {
        case .french: return "\(sign)\(padded.dropLast(2)),\(padded.suffix(2)) €"
        case .english: return "\(sign)€\(padded.dropLast(2)).\(padded.suffix(2))"
        }
    }
}
