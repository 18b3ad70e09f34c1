// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import JSON
import Synchronization

/// A ticketing system (today §4.5, §4.6): bookings at `/book`, cancellations at `/cancel`.
///
/// It cancels order by order: barcodes of two bookings in one call are none that it knows. Each stock has eight seats unless told. The
/// one with the id 99 takes nine seconds unless none is to: its tickets come too late for the pass Culture, and the system knows it.
package final class TicketingDouble: PartnerDouble {
    /// The stock whose tickets are issued too late.
    package static let slowStock = 99

    /// The booking that a ticket was issued for.
    private struct Order: Equatable {
        let number: Int
        let stock: Int
    }

    private struct State {
        var plans: [Int: SeatPlan] = [:]
        var orders: [String: Order] = [:]
        var orderCount = 0
        var count = 0
    }

    private let flaw: TicketingFlaw?
    private let key: String
    private let seats: Int
    private let slowStock: Int?
    private let linger: @Sendable (Span) -> Void
    private let state = Mutex(State())

    /// A ticketing system.
    ///
    /// - Parameters:
    ///   - flaw: how it is broken; nil for one that is not.
    ///   - key: the HMAC key that it shares with the pass Culture.
    ///   - seats: how many seats each stock has.
    ///   - slowStock: the stock whose tickets are issued too late; nil for none.
    ///   - linger: lets time pass when it takes its time.
    package init(
        flaw: TicketingFlaw? = nil, key: String, seats: Int = 8, slowStock: Int? = TicketingDouble.slowStock,
        linger: @escaping @Sendable (Span) -> Void
    ) {
        self.flaw = flaw
        self.key = key
        self.seats = seats
        self.slowStock = slowStock
        self.linger = linger
    }

    /// The answer to a request.
    package func answer(_ request: PartnerRequest) -> PartnerAnswer {
        guard request.method == "POST" else { return PartnerAnswer(405) }
        let isCancelling = request.target.hasPrefix("/cancel")
        var check = flaw?.signatureCheck ?? .innerText
        if flaw == .acceptsAnyCancellation, isCancelling { check = .never }
        if flaw == .acceptsMissingSignature, request.signature == nil { check = .never }
        do throws(WebhookCall.Refusal) {
            let call = try WebhookCall(request, key: key, check: check)
            return isCancelling ? cancel(call) : book(call)
        } catch {
            if flaw == .takesSeatBeforeVerifying, !isCancelling,
                let call = try? WebhookCall(request, key: key, check: .never)
            {
                _ = book(call)
            }
            let isForbidden = flaw == .forbids && error.answer == .invalidSignature
            return isForbidden ? PartnerAnswer(403, error.answer.body) : error.answer
        }
    }

    // MARK: Bookings

    private func book(_ call: WebhookCall) -> PartnerAnswer {
        if let refusal = flaw?.payloadFlaw?.refusal(call) { return refusal }
        guard let stock = call.payload["stock_id"]?.intValue, let quantity = call.payload["booking_quantity"]?.intValue,
            (1...2).contains(quantity)
        else { return .refused("stock_id, booking_quantity") }
        let isLate =
            stock == slowStock || flaw == .booksSlowly || flaw == .booksTwoSlowly && quantity == 2
            || flaw == .refusesSlowly && quantity > left(stock)
        if isLate { linger(.seconds(9)) }
        return state.withLock { state in
            var plan = state.plans[stock] ?? SeatPlan(seats: seats)
            defer { state.plans[stock] = plan }
            if let refusal = refusal(&plan, quantity) { return refusal }
            let barcodes = barcodes(quantity, &state)
            plan.issue(barcodes, seats: quantity)
            state.orderCount += 1
            for barcode in barcodes { state.orders[barcode] = Order(number: state.orderCount, stock: stock) }
            let answer = issued(barcodes, left: plan.left)
            // Nobody waits any more for what comes after eight seconds: the seats go back on sale.
            if stock == slowStock, flaw != .keepsLateSeats { _ = plan.cancel(barcodes) }
            return answer
        }
    }

    private func left(_ stock: Int) -> Int { state.withLock { $0.plans[stock]?.left ?? seats } }

    private func refusal(_ plan: inout SeatPlan, _ quantity: Int) -> PartnerAnswer? {
        guard quantity > plan.left, flaw != .oversells else { return nil }
        if plan.left > 0, flaw != .soldOutForTwo {
            if flaw == .losesLastSeat { plan.lose() }
            return PartnerAnswer(409, ["error": "not_enough_seats", "remainingQuantity": 1])
        }
        if flaw == .notFoundWhenSoldOut { return PartnerAnswer(404, ["message": "Not Found"]) }
        return PartnerAnswer(409, ["error": "sold_out", "remainingQuantity": 0])
    }

    private func barcodes(_ quantity: Int, _ state: inout State) -> [String] {
        (0..<quantity).map { position in
            if flaw == .emptyBarcode, quantity == 1 { return "" }
            if position == 0 || flaw != .sameBarcodeTwice { state.count += 1 }
            let digits = String(state.count)
            let isLong = flaw == .longBarcode || flaw == .longBarcodesForTwo && quantity == 2
            let length = isLong ? 101 : 13
            return String(repeating: "0", count: length - digits.utf8.count) + digits
        }
    }

    private func issued(_ barcodes: [String], left: Int) -> PartnerAnswer {
        let shown = flaw == .oneTicketForTwo ? Array(barcodes.prefix(1)) : barcodes
        var answer: JSONObject = [
            "tickets": .array(shown.map { ["barcode": .string($0), "seat": nil] })
        ]
        if flaw != .remainingMissing { answer["remainingQuantity"] = .number(JSONNumber(max(0, left))) }
        return PartnerAnswer(201, .object(answer))
    }

    // MARK: Cancellations

    private func isCancelled(_ barcode: String) -> Bool {
        state.withLock { state in
            state.orders[barcode].flatMap { state.plans[$0.stock] }?.isCancelled(barcode) == true
        }
    }

    private func cancel(_ call: WebhookCall) -> PartnerAnswer {
        guard let barcodes = call.payload["barcodes"]?.arrayValue?.compactMap(\.stringValue), let first = barcodes.first
        else { return .refused("barcodes") }
        let isLate =
            flaw == .cancelsSlowly || flaw == .cancelsTwoSlowly && barcodes.count == 2
            || flaw == .repeatsSlowly && isCancelled(first)
        if isLate { linger(.seconds(9)) }
        return state.withLock { state in
            guard let order = state.orders[first], barcodes.allSatisfy({ state.orders[$0] == order }),
                var plan = state.plans[order.stock]
            else { return PartnerAnswer(404) }
            defer { state.plans[order.stock] = plan }
            let outcome = plan.cancel(barcodes, atMost: flaw == .givesOneSeatBack ? 1 : 2)
            if outcome == .repeated, flaw == .cancelsTwice { plan.raise(by: barcodes.count) }
            let left: JSONValue = .number(JSONNumber(plan.left))
            switch outcome {
            case .repeated where flaw == .forgetsCancelled: return PartnerAnswer(404)
            case .repeated: return PartnerAnswer(409, ["error": "already_cancelled", "remainingQuantity": left])
            case .unknown: return PartnerAnswer(404)
            case .done: return PartnerAnswer(200, ["remainingQuantity": left])
            }
        }
    }
}
