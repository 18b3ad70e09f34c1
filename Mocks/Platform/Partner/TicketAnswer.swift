// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import PlatformDomain

/// What a partner's answer to a request for tickets comes to (`today §4.5`).
enum TicketAnswer: Sendable, Hashable {
    /// As many tickets as were asked for.
    case issued([TicketDraft], remaining: Int64?)
    /// Two for one: the second is kept, the first goes back.
    case oneTooMany(kept: TicketDraft, returned: String, remaining: Int64?)
    /// One for two: it goes back at once, and nothing is booked.
    case oneTooFew(String)
    /// No, and how many are left.
    case refused(PartnerWord, remaining: Int64)
    /// Something that is none of these; with the barcodes that were in it, if any.
    case unusable(barcodes: [String])

    /// Why a partner says no.
    enum PartnerWord: String, Sendable, Hashable {
        /// Nothing is left.
        case soldOut = "sold_out"
        /// Something is left, but not enough.
        case notEnoughSeats = "not_enough_seats"
    }

    /// Reads an answer; none at all leaves no barcode here (`today §4.5`).
    init(_ answer: PartnerLine.Answer, quantity: Int) {
        guard case .success(let response) = answer else {
            self = .unusable(barcodes: [])
            return
        }
        let object = (try? JSONValue(parsing: response.body))?.objectValue
        switch response.status {
        case 200..<300: self = Self.tickets(object ?? JSONObject(), quantity: quantity)
        case 409: self = Self.refusal(object ?? JSONObject())
        default: self = .unusable(barcodes: [])
        }
    }

    /// What the journal calls it.
    var word: String {
        switch self {
        case .issued: "booked"
        case .oneTooMany: "booked, one ticket too many"
        case .oneTooFew: "one ticket too few"
        case .refused(let word, _): word.rawValue
        case .unusable: "unusable"
        }
    }

    private static func tickets(_ object: JSONObject, quantity: Int) -> TicketAnswer {
        let elements = object["tickets"]?.arrayValue ?? []
        let tickets = elements.compactMap(TicketDraft.init)
        let unusable = TicketAnswer.unusable(barcodes: tickets.map(\.barcode))
        // The key must be there; null says that there is no limit.
        guard let left = RemainingQuantity(object["remainingQuantity"]), tickets.count == elements.count else {
            return unusable
        }
        let remaining = left.number
        switch (tickets.count, quantity) {
        case (quantity, _): return .issued(tickets, remaining: remaining)
        case (2, 1): return .oneTooMany(kept: tickets[1], returned: tickets[0].barcode, remaining: remaining)
        case (1, 2): return .oneTooFew(tickets[0].barcode)
        default: return unusable
        }
    }

    private static func refusal(_ object: JSONObject) -> TicketAnswer {
        guard let word = object["error"]?.stringValue.flatMap(PartnerWord.init), let left = object["remainingQuantity"]
        else { return .unusable(barcodes: []) }
        let count = left.intValue.flatMap { $0 <= RemainingQuantity.most ? Int64(max(0, $0)) : nil }
        switch (word, count) {
        case (.soldOut, let count): return .refused(.soldOut, remaining: count ?? 0)
        case (.notEnoughSeats, .some(let count)): return .refused(.notEnoughSeats, remaining: count)
        case (.notEnoughSeats, .none): return .unusable(barcodes: [])
        }
    }
}

extension TicketDraft {
    /// Reads a ticket; nothing when its barcode or its seat is not as it must be.
    fileprivate init?(_ value: JSONValue) {
        guard let barcode = value["barcode"]?.stringValue, (1...100).contains(barcode.unicodeScalars.count) else {
            return nil
        }
        let seat = value["seat"] ?? .null
        guard seat == .null || seat.stringValue.map({ $0.unicodeScalars.count <= 100 }) ?? false else { return nil }
        self.init(barcode: barcode, seat: seat.stringValue)
    }
}
