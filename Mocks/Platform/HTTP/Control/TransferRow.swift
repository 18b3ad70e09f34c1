// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A transfer with the bookings that it pays, gathered under the lock and written outside it.
struct TransferRow: Sendable {
    private struct Line: Sendable {
        let bookingID: Identifier<Booking>
        let amount: Euros
        let rule: ReimbursementRule
        let offerName: String
        let user: String
    }

    private let transfer: Transfer
    private let name: String
    private let siren: String?
    private let lines: [Line]

    /// Gathers a transfer; nothing if there is none of that number.
    init?(_ id: Identifier<Transfer>, in state: PlatformState) {
        guard let transfer = state.transfers[id] else { return nil }
        self.transfer = transfer
        let offerer = state.offerers[transfer.offererID]
        name = offerer?.name ?? ""
        siren = offerer?.siren
        lines = transfer.paymentIDs.compactMap { paymentID in
            guard let payment = state.payments[paymentID], let booking = state.bookings[payment.bookingID],
                let facts = BookingFacts(booking, in: state)
            else { return nil }
            return Line(
                bookingID: booking.id, amount: payment.amount, rule: payment.rule, offerName: facts.product.name,
                user: facts.user.email)
        }
    }

    /// The transfer as the control API lists it.
    var json: JSONValue {
        let account = transfer.bankDetails.account
        return [
            "id": WireJSON.id(transfer.id), "executedAt": WireJSON.date(transfer.executedAt),
            "amount": WireJSON.euros(transfer.amount), "iban": .string(account.iban),
            "bic": .string(account.bic), "recipientName": .string(name),
            "recipientSiren": WireJSON.text(siren), "label": .string(transfer.label),
            "bookings": .array(
                lines.map { line in
                    [
                        "bookingId": WireJSON.id(line.bookingID), "amount": WireJSON.euros(line.amount),
                        "rule": .string(line.rule.rawValue), "offerName": .string(line.offerName),
                        "user": .string(line.user),
                    ]
                }),
        ]
    }
}
