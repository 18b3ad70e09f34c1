// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// The details of a batch: a line for each payment, as the service's spreadsheet had it, misspelt headings included
/// (`contract 2018-12 §9.6`). Every cell is quoted; dates and what is absent look as Python prints them.
///
/// What was decided when the batch ran is as it was then; a venue, an offer or an address renamed since has its new name.
struct PaymentDetails: BatchDocument {
    /// The lines, without the headings.
    let rows: [[String]]

    /// Gathers the details of a batch.
    init(_ batch: PaymentBatch, in state: PlatformState) {
        let transfers = Set(batch.transferIDs)
        rows = (batch.retried + batch.created).compactMap { id in
            guard let payment = state.payments[id], let booking = state.bookings[payment.bookingID],
                let facts = BookingFacts(booking, in: state)
            else { return nil }
            // A payment that had no account may have found one in a later batch: here it has none.
            let isMadeWithout = payment.statuses.first?.state == .notProcessable
            let hasAccount = !isMadeWithout || batch.retried.contains(id)
            let transfer = payment.transferID.flatMap { transfers.contains($0) ? state.transfers[$0] : nil }
            return Self.row(payment, facts, hasAccount ? payment.bankDetails?.account.iban : nil, transfer, batch)
        }
    }

    private static func row(
        _ payment: Payment, _ facts: BookingFacts, _ iban: String?, _ transfer: Transfer?, _ batch: PaymentBatch
    ) -> [String] {
        let type = facts.product.type
        // What a batch paid as a no-show may be validated after it: here it had not been.
        let wasUsed = facts.booking.batchesBeforeUse.map { $0 < batch.id.number } ?? false
        let used = wasUsed ? facts.booking.dateUsed : nil
        return [
            "\(facts.user.id.number)", facts.user.email, facts.offerer.name, facts.offerer.siren ?? "",
            facts.venue.name, facts.venue.siret ?? "", facts.product.name, OfferType.named(type)?.label ?? type ?? "",
            pythonText(facts.booking.dateCreated), facts.booking.total.decimal,
            used.map(pythonText) ?? "None", iban ?? "", transfer == nil ? "" : batch.messageID,
            transfer.map { dashed($0.endToEndID) } ?? "None", payment.rule.rate, payment.amount.decimal,
        ]
    }

    /// The file.
    var text: String { ([Self.headings] + rows).map(CSV.quotedLine).joined() }

    private static let headings = [
        "ID de l'utilisateur", "Email de l'utlisateur", "Raison social de la structure", "SIREN",
        "Raison sociale du lieu", "SIRET", "Nom de l'offre", "Type de l'offre", "Date de la réservation",
        "Prix de la réservation", "Date de validation", "IBAN", "Message ID", "Transaction ID",
        "Taux de remboursement", "Montant remboursé à l'offreur",
    ]

    /// `2018-12-03 10:00:00.123456`, in UTC, without the fraction when there is none.
    private static func pythonText(_ instant: Instant) -> String {
        String(instant.iso8601.dropLast().map { $0 == "T" ? " " : $0 })
    }

    /// A UUID with its dashes.
    private static func dashed(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        return text
    }
}

extension ReimbursementRule {
    /// What part of the price it pays, as the service wrote it.
    fileprivate var rate: String {
        let hundredths = percent % 100
        return "\(percent / 100).\(hundredths < 10 ? "0" : "")\(hundredths)"
    }
}
