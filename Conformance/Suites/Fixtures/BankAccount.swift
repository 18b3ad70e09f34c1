// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A bank account to enter as a partner: an IBAN that checks, and a BIC that the service of 2018 knew.
struct BankAccount: Sendable {
    /// The IBAN, without blanks.
    let iban: String
    /// The BIC.
    let bic: String

    /// The published example of an IBAN.
    static let example = BankAccount(iban: "FR7630006000011234567890189", bic: "BDFEFRPP")

    /// A French account of that number, its key and check digits computed (ISO 13616; RIB key modulo 97).
    static func french(account: Int) -> BankAccount {
        let digits = String(account)
        let number = String(repeating: "0", count: max(0, 11 - digits.count)) + digits
        let base = "30001" + "00064" + number
        let key = padded(97 - remainder(base + "00"))
        let rib = base + key
        // F is 15, R is 27: the country at the end, with two zeros for the check digits.
        let check = padded(98 - remainder(rib + "152700"))
        return BankAccount(iban: "FR" + check + rib, bic: "BDFEFRPP")
    }

    /// A decimal number of any length, modulo 97.
    static func remainder(_ digits: String) -> Int {
        digits.utf8.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 97 }
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
