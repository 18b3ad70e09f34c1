// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

extension ControlRoutes {
    /// The payments: run the batch, list what was paid and what waits.
    var moneyRoutes: [Route] {
        [
            route("POST", "/payments/run") { [service] _ throws(WireError) in
                let events = try Self.perform(service, .runPayments)
                let ids: [Identifier<Transfer>] = events.compactMap { event in
                    if case .transferSent(let transfer) = event { transfer.id } else { nil }
                }
                let rows = service.read { state, _ in ids.compactMap { TransferRow($0, in: state) } }
                return .control(["transfers": .array(rows.map(\.json))])
            },
            route("GET", "/transfers") { [service] _ throws(WireError) in
                let rows = service.read { state, _ in
                    state.transfers.records.compactMap { TransferRow($0.id, in: state) }
                }
                return .control(.array(rows.map(\.json)))
            },
            route("GET", "/payments") { [service] _ throws(WireError) in
                let payments = service.read { state, _ in Array(state.payments.records) }
                return .control(.array(payments.map(Self.payment)))
            },
        ]
    }

    private static func payment(_ payment: Payment) -> JSONValue {
        [
            "id": WireJSON.id(payment.id), "bookingId": WireJSON.id(payment.bookingID),
            "offererId": WireJSON.id(payment.offererID), "amount": WireJSON.euros(payment.amount),
            "rule": .string(payment.rule.rawValue), "iban": WireJSON.text(payment.bankDetails?.account.iban),
            "bic": WireJSON.text(payment.bankDetails?.account.bic), "label": .string(payment.label),
            "transferId": WireJSON.id(payment.transferID),
            "statuses": .array(
                payment.statuses.map { status in
                    [
                        "status": .string(status.state.rawValue), "date": WireJSON.date(status.date),
                        "detail": WireJSON.text(status.detail),
                    ]
                }),
        ]
    }
}
