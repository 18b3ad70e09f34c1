// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The validations of a report beside what the portal says was paid.
public struct TransferComparison: Hashable, Sendable {
    /// An attempt and its booking in the portal's table.
    public struct Pair: Hashable, Sendable {
        /// The attempt.
        public let attempt: Attempt
        /// The booking.
        public let row: TransferFile.Row
    }

    /// Validated and paid.
    public private(set) var paid: [Pair] = []
    /// Validated, and to be paid: by the next transfer, or once there are bank details.
    public private(set) var waiting: [Pair] = []
    /// Validated here, and `À valider` or `Annulée` at the portal: not paid as it stands. To be looked at.
    public private(set) var toCheck: [Pair] = []
    /// Validated, and `Non remboursable`: nothing is ever paid for it.
    public private(set) var notReimbursed: [Pair] = []
    /// Validated, and not in the table.
    public private(set) var missing: [Attempt] = []
    /// Paid although the attempt is not validated in the outbox: provisional, probable, unknown, refused or abandoned. To be looked at.
    /// Of several attempts of a countermark, the one that is open, or else the last.
    public private(set) var paidOtherwise: [Pair] = []
    /// Validated with another amount than the pass was debited; they are among the above too.
    public private(set) var differing: [Pair] = []
    /// Paid, and no attempt in the whole outbox has the countermark.
    public private(set) var notInOutbox: [TransferFile.Row] = []
    /// How many validated attempts cannot be compared because their countermark was erased.
    public private(set) var erased = 0
    /// How many attempts of the whole outbox have lost their countermark: as many of ``notInOutbox`` may be theirs.
    public private(set) var erasedInAll = 0

    /// Compares the attempts of a report, and looks for what was paid in the whole outbox.
    init(_ attempts: [Attempt], all: [Attempt], _ file: TransferFile) {
        let rows = Dictionary(file.rows.map { ($0.countermark, $0) }) { first, _ in first }
        let confirmed = Set(all.lazy.filter { $0.state == .confirmed }.compactMap(\.countermark))
        var otherwise: [Countermark: Int] = [:]
        for attempt in attempts {
            guard let countermark = attempt.countermark else {
                if attempt.state == .confirmed { erased += 1 }
                continue
            }
            let row = rows[countermark]
            guard attempt.state == .confirmed else {
                // What another attempt validated is told there.
                guard let row, row.isPaid, !confirmed.contains(countermark) else { continue }
                let pair = Pair(attempt: attempt, row: row)
                guard let place = otherwise[countermark] else {
                    otherwise[countermark] = paidOtherwise.count
                    paidOtherwise.append(pair)
                    continue
                }
                if paidOtherwise[place].attempt.state.isClosed { paidOtherwise[place] = pair }
                continue
            }
            guard let row else {
                missing.append(attempt)
                continue
            }
            let pair = Pair(attempt: attempt, row: row)
            switch row.state {
            case .transferred: paid.append(pair)
            case .payable, .waitsForAccount: waiting.append(pair)
            case .toValidate, .cancelled: toCheck.append(pair)
            case .notReimbursed: notReimbursed.append(pair)
            }
            if let amount = attempt.amountCents, amount != row.amountCents { differing.append(pair) }
        }
        let known = Set(all.lazy.compactMap(\.countermark))
        notInOutbox = file.rows.filter { $0.isPaid && !known.contains($0.countermark) }
        erasedInAll = all.count { $0.countermark == nil }
    }

    /// Where the attempts of the report stand in the table, by their number; those of which there is nothing to say are not in it.
    var words: [UInt64: CashierSentence] {
        var words: [UInt64: CashierSentence] = [:]
        for pair in paid { words[pair.attempt.id] = CashierSentence(french: "virée", english: "paid") }
        for pair in paidOtherwise {
            words[pair.attempt.id] = CashierSentence(
                french: "virée, sans validation connue ici", english: "paid, and not validated here")
        }
        for pair in waiting {
            words[pair.attempt.id] = CashierSentence(
                french: "pas encore virée : \(pair.row.paymentState)", english: "not paid yet: \(pair.row.paymentState)"
            )
        }
        for pair in toCheck {
            words[pair.attempt.id] = CashierSentence(
                french: "à contrôler : \(pair.row.paymentState)", english: "to be checked: \(pair.row.paymentState)")
        }
        for pair in notReimbursed {
            words[pair.attempt.id] = CashierSentence(french: "non remboursable", english: "not reimbursed")
        }
        for attempt in missing {
            words[attempt.id] = CashierSentence(french: "absente du fichier", english: "not in the file")
        }
        return words
    }
}
