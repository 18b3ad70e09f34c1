// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Booking: StoredRecord {
    /// The fields of a `Booking`.
    package static let columns: [Column<Booking>] = [
        Column("id", \.id), Column("userID", \.userID), Column("stockID", \.stockID), Column("quantity", \.quantity),
        Column("amount", \.amount), Column("token", \.token), Column("dateCreated", \.dateCreated),
        Column("recommendationID", \.recommendationID), Column("isUsed", \.isUsed), Column("dateUsed", \.dateUsed),
        Column("isCancelled", \.isCancelled), Column("paymentID", \.paymentID),
        Column("batchesBeforeUse", \.batchesBeforeUse),
        Column("batchesBeforeCancellation", \.batchesBeforeCancellation), Column("datesBefore", \.datesBefore),
    ]

    /// Reads a `Booking`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), userID: try row.next(), stockID: try row.next(), quantity: try row.next(),
            amount: try row.next(), token: try row.next(), dateCreated: try row.next(),
            recommendationID: try row.next(), isUsed: try row.next(), dateUsed: try row.next(),
            isCancelled: try row.next(), paymentID: try row.next(),
            batchesBeforeUse: try row.next(), batchesBeforeCancellation: try row.next(),
            datesBefore: try row.next())
        let (cents, overflows) = amount.cents.multipliedReportingOverflow(by: Int64(quantity))
        guard !overflows, StoredBounds.cents.contains(cents) else {
            throw StoredError("quantity is \(quantity) and amount \(amount.cents), which is beyond all money")
        }
    }
}

extension Payment: StoredRecord {
    /// The fields of a `Payment`.
    package static let columns: [Column<Payment>] = [
        Column("id", \.id), Column("bookingID", \.bookingID), Column("amount", \.amount), Column("rule", \.rule),
        Column("bankDetails_iban", \.bankDetails?.iban), Column("bankDetails_bic", \.bankDetails?.bic),
        Column("bankDetails_isAccepted", \.bankDetails?.isAccepted), Column("offererID", \.offererID),
        Column("label", \.label), Column("statuses", \.statuses), Column("transferID", \.transferID),
    ]

    /// Reads a `Payment`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), bookingID: try row.next(), amount: try row.next(), rule: try row.next(),
            bankDetails: try row.bankDetails(), offererID: try row.next(), label: try row.next(),
            statuses: try row.next(), transferID: try row.next())
    }
}

/// A status is kept as a list in its payment: state, date, detail.
extension PaymentStatus: Storable {
    /// What its column holds.
    package static var columnType: ColumnType { .list }
    /// The value as it is kept.
    package var stored: StoredValue { .list([.text(state.rawValue), date.stored, detail.stored]) }
    /// Reads the value; nothing if it is none.
    package init?(stored: StoredValue) {
        guard case .list(let parts) = stored, parts.count == 3, let text = String(stored: parts[0]),
            let state = State(rawValue: text), let date = Instant(stored: parts[1]),
            let detail = String?(stored: parts[2])
        else { return nil }
        self.init(state: state, date: date, detail: detail)
    }
}

extension Transfer: StoredRecord {
    /// The fields of a `Transfer`.
    package static let columns: [Column<Transfer>] = [
        Column("id", \.id), Column("executedAt", \.executedAt), Column("amount", \.amount),
        Column("bankDetails_iban", \.bankDetails.iban), Column("bankDetails_bic", \.bankDetails.bic),
        Column("bankDetails_isAccepted", \.bankDetails.isAccepted), Column("offererID", \.offererID),
        Column("label", \.label), Column("paymentIDs", \.paymentIDs),
        Column("endToEndID", \.endToEndID),
    ]

    /// Reads a `Transfer`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), executedAt: try row.next(), amount: try row.next(),
            bankDetails: BankDetails(iban: try row.next(), bic: try row.next(), isAccepted: try row.next()),
            offererID: try row.next(), label: try row.next(), paymentIDs: try row.next(),
            endToEndID: try row.next())
    }
}

extension PaymentBatch: StoredRecord {
    /// The fields of a `PaymentBatch`.
    package static let columns: [Column<PaymentBatch>] = [
        Column("id", \.id), Column("at", \.at), Column("retried", \.retried), Column("created", \.created),
        Column("transferIDs", \.transferIDs), Column("userCount", \.userCount),
        Column("bookingCount", \.bookingCount),
    ]

    /// Reads a `PaymentBatch`.
    package init(_ row: inout StoredRow) throws(StoredError) {
        self.init(
            id: try row.next(), at: try row.next(), retried: try row.next(), created: try row.next(),
            transferIDs: try row.next(), userCount: try row.next(), bookingCount: try row.next())
    }
}
