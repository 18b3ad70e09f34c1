// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Payments, transfers, batches.
extension Control {
    /// Runs the payment batch now.
    @discardableResult
    func runPayments() async throws -> [Transfer] {
        let exchange = try await ask("POST", "/_control/payments/run", [:])
        return try transfers(exchange.json?["transfers"]?.arrayValue ?? [], exchange)
    }

    /// Every transfer so far.
    func transfers() async throws -> [Transfer] {
        let exchange = try await ask("GET", "/_control/transfers", expecting: 200)
        return try transfers(exchange.list(), exchange)
    }

    /// Every payment so far, as the platform lists it: `bookingId`, `amount`, `rule`, `statuses`.
    func payments() async throws -> [JSONValue] {
        try await ask("GET", "/_control/payments", expecting: 200).list()
    }

    /// Every run of the payments, as the platform lists it.
    func batches() async throws -> [JSONValue] {
        try await ask("GET", "/_control/batches", expecting: 200).list()
    }

    /// A file of a run of the payments.
    func batchFile(_ name: String, of batch: Int) async throws -> [UInt8] {
        try await ask("GET", "/_control/batches/\(batch)/\(name)", expecting: 200).body
    }

    /// The team decides whether a digital offer is reimbursed (guide G26).
    func setEligible(offerId: String, _ eligible: Bool) async throws {
        try await ask("POST", "/_control/offers/eligible", ["offerId": .string(offerId), "eligible": .bool(eligible)])
    }

    private func transfers(_ values: [JSONValue], _ exchange: Exchange) throws -> [Transfer] {
        try values.map { value in
            guard let transfer = Transfer(value) else {
                throw exchange.failure("transfers with amount, iban, bookings")
            }
            return transfer
        }
    }
}
