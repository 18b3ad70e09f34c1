// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A file of a run of the payments (`contract 2018-12 §9.4`); its raw value is its address in the control API.
enum BatchFile: String, Sendable, Hashable, CaseIterable {
    /// The order to the bank, a SEPA credit transfer; there is none without a transfer.
    case transfers = "transfers.xml"
    /// What is paid for each booking.
    case details = "details.csv"
    /// What each young person has left.
    case wallets = "wallets.csv"

    /// The subject of the mail that brings it, without the date. The balances had none of their own.
    var subject: String {
        switch self {
        case .transfers: "Virements pass Culture Pro"
        case .details: "Détails des paiements pass Culture Pro"
        case .wallets: "Soldes des utilisateurs pass Culture Pro"
        }
    }

    /// What it is.
    var contentType: String { self == .transfers ? "text/xml" : "text/csv" }

    /// Its name as an attachment, with the day of the run. The balances went out under the name of the details.
    func name(of batch: PaymentBatch) -> String {
        switch self {
        case .transfers: "transaction_banque_de_france_\(batch.day).xml"
        case .details: "details_des_paiements_\(batch.day).csv"
        case .wallets: "soldes_des_utilisateurs_\(batch.day).csv"
        }
    }

    /// Gathers what stands in it; nothing if there is no such file.
    func document(of id: Identifier<PaymentBatch>, in state: PlatformState) -> (any BatchDocument)? {
        guard let batch = state.batches[id] else { return nil }
        switch self {
        case .transfers: return batch.transferIDs.isEmpty ? nil : CreditTransferOrder(batch, in: state)
        case .details: return PaymentDetails(batch, in: state)
        case .wallets: return WalletBalances(rows: state.balances(at: batch))
        }
    }
}

/// What stands in a batch's file, gathered and not yet written.
protocol BatchDocument: Sendable {
    /// The file, UTF-8.
    var text: String { get }
}
