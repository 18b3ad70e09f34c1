// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The account that an IBAN and a BIC name, however they were written: without blanks, in capitals, as a bank reads them.
package struct BankAccount: Hashable, Comparable, Sendable {
    /// The account.
    package let iban: String
    /// The bank.
    package let bic: String

    /// Creates an account from what somebody wrote.
    package init(iban: String, bic: String) {
        self.iban = Self.plain(iban)
        self.bic = Self.plain(bic)
    }

    /// Whether the left account comes first: by IBAN, then by BIC.
    package static func < (left: BankAccount, right: BankAccount) -> Bool {
        (left.iban, left.bic) < (right.iban, right.bic)
    }

    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace })).uppercased()
    }
}

extension BankDetailsDraft {
    /// The account that they name.
    package var account: BankAccount { BankAccount(iban: iban, bic: bic) }
}

extension BankDetails {
    /// The account that they name.
    package var account: BankAccount { BankAccount(iban: iban, bic: bic) }
}
