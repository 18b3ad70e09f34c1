// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension TimedExchange {
    /// Whether it refuses because no seat is left (today §4.5).
    var isSoldOut: Bool { exchange.status == 409 && exchange.json?["error"] == "sold_out" }

    /// Whether it refuses because fewer seats are left than were asked for (today §4.5).
    var hasNotEnoughSeats: Bool { exchange.status == 409 && exchange.json?["error"] == "not_enough_seats" }

    /// Whether it says that tickets are cancelled, now or before (today §4.6).
    var isCancelled: Bool {
        isSuccess || (exchange.status == 409 && exchange.json?["error"] == "already_cancelled")
    }

    /// So many tickets; what else stands in them is judged elsewhere.
    @discardableResult
    func expectTickets(_ count: Int) throws -> TimedExchange {
        try expectSuccess()
        guard exchange.json?["tickets"]?.arrayValue?.count == count else {
            throw exchange.failure("2xx with \(count) \(count == 1 ? "ticket" : "tickets")")
        }
        return self
    }

    /// A barcode of 1 to 100 characters in each ticket, and a seat of at most 100 or none (today §4.5).
    @discardableResult
    func expectUsableTickets() throws -> TimedExchange {
        for ticket in exchange.json?["tickets"]?.arrayValue ?? [] {
            guard let barcode = ticket["barcode"]?.stringValue, !barcode.isEmpty, barcode.unicodeScalars.count <= 100
            else { throw exchange.failure("a barcode of 1 to 100 characters") }
            let seat = ticket["seat"] ?? .null
            guard seat.isNull || seat.stringValue.map({ $0.unicodeScalars.count <= 100 }) == true else {
                throw exchange.failure("a seat of at most 100 characters, or null")
            }
        }
        return self
    }

    /// `remainingQuantity`: a number of seats, or null for unlimited (today §4.5, §4.6).
    @discardableResult
    func expectRemaining() throws -> TimedExchange {
        let value = exchange.json?["remainingQuantity"]
        guard value?.isNull == true || value?.intValue.map({ $0 >= 0 }) == true else {
            throw exchange.failure("\"remainingQuantity\": a whole number, written without a point, or null")
        }
        return self
    }

    /// That many seats left, or unlimited.
    @discardableResult
    func expectRemaining(_ count: Int) throws -> TimedExchange {
        guard exchange.json?["remainingQuantity"]?.intValue == count else {
            throw exchange.failure("\"remainingQuantity\":\(count)")
        }
        return self
    }

    /// A refusal as the contract knows them (today §4.5).
    @discardableResult
    func expectRefusal(_ error: String, remaining: Int) throws -> TimedExchange {
        guard exchange.status == 409, exchange.json?["error"]?.stringValue == error,
            exchange.json?["remainingQuantity"]?.intValue == remaining
        else {
            throw exchange.failure("409 {\"error\":\"\(error)\",\"remainingQuantity\":\(remaining)}")
        }
        return self
    }
}
