// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who pays: what the service read from its settings. The account is a published example.
struct Payer: Sendable, Hashable {
    /// The name on the order.
    let name: String
    /// The account that is debited.
    let iban: String
    /// Its bank.
    let bic: String
    /// What the bank knows the payer by.
    let remittanceCode: String

    /// The pass Culture.
    static let passCulture = Payer(
        name: "pass Culture", iban: "FR7630001007941234567890185", bic: "BDFEFRPPCCT", remittanceCode: "0000")
}
