// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// A transfer as its structure sees it, gathered under the lock and written off it.
struct PartnerTransfer: Sendable {
    private struct Share: Sendable {
        let offerID: Identifier<Offer>
        let name: String
        var amount: Euros
        var bookings: [Identifier<Booking>]
    }

    private let transfer: Transfer
    private let amount: Euros
    private let shares: [Share]

    /// Gathers the part of a transfer that is the structure's: all of it, unless another one has the same account. Payments of nothing
    /// that go along are no part of what was transferred.
    init(_ transfer: Transfer, to offererID: Identifier<Offerer>, in state: PlatformState) {
        self.transfer = transfer
        var shares: [Share] = []
        var places: [Identifier<Offer>: Int] = [:]
        for paymentID in transfer.paymentIDs {
            guard let payment = state.payments[paymentID], payment.offererID == offererID, payment.amount > .zero,
                let booking = state.bookings[payment.bookingID], let offer = state.offer(of: booking.stockID)
            else { continue }
            if let place = places[offer.id] {
                shares[place].amount += payment.amount
                shares[place].bookings.append(booking.id)
            } else {
                places[offer.id] = shares.count
                let name = state.products[offer.productID]?.name ?? ""
                shares.append(Share(offerID: offer.id, name: name, amount: payment.amount, bookings: [booking.id]))
            }
        }
        self.shares = shares
        amount = shares.reduce(.zero) { $0 + $1.amount }
    }

    /// The transfer with its offers.
    var json: JSONValue {
        let account = transfer.bankDetails.account
        return [
            "id": WireJSON.id(transfer.id), "executedAt": WireJSON.date(transfer.executedAt),
            "amount": WireJSON.euros(amount), "iban": .string(account.iban),
            "bic": .string(account.bic), "label": .string(transfer.label), "modelName": "Transfer",
            "offers": .array(
                shares.map { share in
                    [
                        "offerId": WireJSON.id(share.offerID), "name": .string(share.name),
                        "amount": WireJSON.euros(share.amount),
                        "bookings": .array(share.bookings.map { WireJSON.id($0) }),
                    ]
                }),
        ]
    }

    /// One row for each offer.
    var cells: [[String]] {
        let account = transfer.bankDetails.account
        return shares.map { share in
            [
                FrenchText.day(transfer.executedAt, in: .paris), FrenchText.euros(amount), account.iban,
                account.bic, transfer.label, share.name, String(share.bookings.count),
                FrenchText.euros(share.amount),
            ]
        }
    }
}
