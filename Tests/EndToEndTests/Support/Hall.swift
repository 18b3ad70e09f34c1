// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// A vendor's ticketing system with so many seats of every stock; its tickets are sold before they are printed.
actor Hall: TicketOffice {
    private let seats: Int
    private let printing: @Sendable (_ stock: Int) async -> Void
    private let freesSeats: Bool
    private var sold: [Int: Set<String>] = [:]
    private var stocks: [String: Int] = [:]
    private var lastNumber = 0
    /// Why tickets were given back, one reason a ticket.
    private(set) var givenBack: [GiveBackReason] = []

    /// A hall; `printing` lasts as long as a stock's tickets do, and a broken one frees no seat of tickets that come too late.
    init(seats: Int, freesSeats: Bool = true, printing: @escaping @Sendable (_ stock: Int) async -> Void) {
        self.seats = seats
        self.freesSeats = freesSeats
        self.printing = printing
    }

    func book(_ booking: TicketBooking) async throws -> TicketAnswer {
        let stock = booking.booking.stockID, wanted = booking.booking.quantity
        guard free(of: stock) > 0 else { return .soldOut }
        guard free(of: stock) >= wanted else { return .notEnoughSeats(remaining: free(of: stock)) }
        let tickets = (0..<wanted).map { _ in sell(stock) }
        let left = free(of: stock)
        await printing(stock)
        return .tickets(tickets, remaining: .seats(left))
    }

    func cancel(_ cancellation: TicketCancellation) async throws -> CancellationAnswer {
        let good = cancellation.barcodes.filter(take)
        let left = free(of: cancellation.barcodes.first.flatMap { stocks[$0] } ?? 0)
        return good.isEmpty ? .alreadyCancelled(remaining: .seats(left)) : .cancelled(remaining: .seats(left))
    }

    func giveBack(_ tickets: [Ticket], of booking: TicketBooking, because reason: GiveBackReason) async {
        for ticket in tickets where freesSeats && take(ticket.barcode) { givenBack.append(reason) }
    }

    /// How many seats of a stock nobody has.
    func free(of stock: Int) -> Int { seats - (sold[stock]?.count ?? 0) }

    private func sell(_ stock: Int) -> Ticket {
        lastNumber += 1
        let barcode = "BILLET-\(lastNumber)"
        sold[stock, default: []].insert(barcode)
        stocks[barcode] = stock
        return Ticket(barcode: barcode, seat: "A\(lastNumber)")
    }

    private func take(_ barcode: String) -> Bool {
        stocks[barcode].flatMap { sold[$0]?.remove(barcode) } != nil
    }
}
