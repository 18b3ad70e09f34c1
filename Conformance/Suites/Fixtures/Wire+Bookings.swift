// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Booking, looking and cancelling.
extension Wire {
    /// Asks for a booking, whatever the answer.
    func askBooking(_ stock: Stock, by account: Account, quantity: Int = 1) async throws -> Exchange {
        try await by(account).post(
            "/bookings", ["stockId": .string(stock.id), "quantity": .number(JSONNumber(quantity))])
    }

    /// Books.
    func book(_ stock: Stock, by account: Account, quantity: Int = 1) async throws -> Booking {
        let exchange = try await askBooking(stock, by: account, quantity: quantity).expect(201)
        return Booking(
            id: try exchange.string("id"), token: try exchange.string("token"), cents: try exchange.cents("amount"),
            quantity: quantity, completedURL: exchange.json?["completedUrl"]?.stringValue)
    }

    /// Asks to cancel a booking, whatever the answer.
    func askCancellation(_ booking: Booking, by account: Account) async throws -> Exchange {
        try await by(account).patch("/bookings/\(booking.id)", ["isCancelled": true])
    }

    /// Whether an offer is among those that a young person discovers (`PUT /recommendations`).
    ///
    /// Asks again and again, saying which were seen, until the offer shows or nothing new comes.
    ///
    /// - Throws: ``Interruption/inconclusive(_:)`` when new ones still come after forty times.
    func isShown(_ offer: Offer, to account: Account) async throws -> Bool {
        var seen: [JSONValue] = []
        for _ in 0..<40 {
            let answer = try await by(account).put("/recommendations", ["seenRecommendationIds": .array(seen)])
                .expect(200)
            let list = try answer.list()
            if list.contains(where: {
                $0["offerId"]?.stringValue == offer.id || $0["offer"]?["id"]?.stringValue == offer.id
            }) {
                return true
            }
            let fresh = list.compactMap { $0["id"] }.filter { !$0.isNull && !seen.contains($0) }
            guard !fresh.isEmpty else { return false }
            seen += fresh
        }
        throw Interruption.inconclusive(
            Sentence(
                "Après 40 demandes, de nouvelles offres arrivent encore : on ne peut dire si \(offer.id) est montrée.",
                "After asking 40 times new offers still come: nobody can say whether \(offer.id) is shown."))
    }

    /// The bookings that a partner sees, all pages.
    func partnerBookings(of partner: Partner) async throws -> [JSONValue] {
        var all: [JSONValue] = []
        for page in 1...50 {
            let answer = try await by(partner.account).get(
                "/offerers/\(partner.offererId)/bookings", [("page", "\(page)")])
            if page > 1, answer.status == 404 { break }
            let list = try answer.expect(200).list()
            all += list
            if list.count < 10 { break }
        }
        return all
    }
}
