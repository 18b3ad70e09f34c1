// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension WebhookResponse {
    /// The most characters that pass Culture takes as a barcode or a seat (`today §4.5`).
    private static let longest = 100

    /// The answer to a booking, to the letter of `today §4.5`.
    ///
    /// - Throws: ``AnswerFault`` when pass Culture would take it for something else, or for nothing at all.
    init(_ answer: TicketAnswer, to booking: TicketBooking) throws(AnswerFault) {
        switch answer {
        case .soldOut: self.init(409, ["error": "sold_out", "remainingQuantity": 0])
        case .notEnoughSeats(let remaining):
            guard 0..<booking.booking.quantity ~= remaining else { throw AnswerFault(.remainingSeats) }
            self.init(409, ["error": "not_enough_seats", "remainingQuantity": .number(JSONNumber(remaining))])
        case .tickets(let tickets, let remaining):
            guard tickets.count == booking.booking.quantity else { throw AnswerFault(.ticketCount) }
            guard Set(tickets.map(\.barcode)).count == tickets.count else { throw AnswerFault(.barcodeTwice) }
            guard tickets.allSatisfy({ 1...Self.longest ~= $0.barcode.unicodeScalars.count }) else {
                throw AnswerFault(.barcodeLength)
            }
            guard tickets.allSatisfy({ ($0.seat?.unicodeScalars.count ?? 0) <= Self.longest }) else {
                throw AnswerFault(.seatLength)
            }
            let written = tickets.map { ticket -> JSONValue in
                ["barcode": .string(ticket.barcode), "seat": ticket.seat.map { .string($0) } ?? .null]
            }
            self.init(200, ["remainingQuantity": try Self.written(remaining), "tickets": .array(written)])
        }
    }

    /// The answer to a cancellation, to the letter of `today §4.6`.
    ///
    /// - Throws: ``AnswerFault`` when it says that fewer than no seats are left.
    init(_ answer: CancellationAnswer) throws(AnswerFault) {
        switch answer {
        case .cancelled(let remaining): self.init(200, ["remainingQuantity": try Self.written(remaining)])
        case .alreadyCancelled(let remaining):
            self.init(409, ["error": "already_cancelled", "remainingQuantity": try Self.written(remaining)])
        }
    }

    /// The answer to a call that was refused.
    init(_ refusal: WebhookRefusal) {
        // The words are those of pass Culture's own example.
        self.init(
            status: refusal.code.status,
            body: refusal.code.status == 401
                ? Array(#"{"message": "Invalid Signature"}"#.utf8)
                : JSONValue.object(["message": .string("\(refusal)")]).serialized())
    }

    /// An answer that says in a word why there is none of the partner's.
    static func without(_ status: Int, _ message: String) -> WebhookResponse {
        WebhookResponse(status, ["message": .string(message)])
    }

    private init(_ status: Int, _ object: JSONObject) {
        self.init(status: status, body: JSONValue.object(object).serialized())
    }

    private static func written(_ remaining: SeatsLeft) throws(AnswerFault) -> JSONValue {
        switch remaining {
        case .unlimited: return .null
        case .seats(let count):
            guard count >= 0 else { throw AnswerFault(.remainingSeats) }
            return .number(JSONNumber(count))
        }
    }
}

/// What is wrong with an answer of the partner's: it is kept from pass Culture, which would lose tickets by it.
struct AnswerFault: Error, Hashable {
    let reason: Event.Reason

    init(_ reason: Event.Reason) {
        self.reason = reason
    }
}
