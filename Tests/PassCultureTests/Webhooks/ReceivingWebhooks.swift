// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// A theatre's own ticketing system, as small as can be.
actor Theatre: TicketOffice {
    private var free: Int
    private var sold: Set<String> = []
    private var lastNumber = 0

    init(seats: Int) {
        free = seats
    }

    func book(_ booking: TicketBooking) async throws -> TicketAnswer {
        let wanted = booking.booking.quantity
        guard free > 0 else { return .soldOut }
        guard free >= wanted else { return .notEnoughSeats(remaining: free) }
        let tickets = (0..<wanted).map { _ in sell() }
        return .tickets(tickets, remaining: .seats(free))
    }

    func cancel(_ cancellation: TicketCancellation) async throws -> CancellationAnswer {
        let good = cancellation.barcodes.filter { sold.remove($0) != nil }
        free += good.count
        return good.isEmpty ? .alreadyCancelled(remaining: .seats(free)) : .cancelled(remaining: .seats(free))
    }

    func giveBack(_ tickets: [Ticket], of booking: TicketBooking, because reason: GiveBackReason) async {
        for ticket in tickets where sold.remove(ticket.barcode) != nil { free += 1 }
    }

    private func sell() -> Ticket {
        free -= 1
        lastNumber += 1
        let ticket = Ticket(barcode: "T\(lastNumber)", seat: "A\(lastNumber)")
        sold.insert(ticket.barcode)
        return ticket
    }

    /// How many seats nobody has.
    var seatsLeft: Int { free }
}

/// Who is told of bookings that need no ticket.
struct Shelf: BookingListener {
    let setAside: @Sendable (BookingFacts) async -> Void
    let putBack: @Sendable (BookingFacts) async -> Void

    func hear(_ notification: BookingNotification) async throws {
        switch notification.action {
        case .book: await setAside(notification.booking)
        case .cancel: await putBack(notification.booking)
        }
    }
}

/// The handler, made when the server starts.
func makeHandler(key: String, file: String, theatre: Theatre, shelf: Shelf) throws -> WebhookHandler {
    WebhookHandler(
        verifier: WebhookVerifier(try HMACKey(key)), store: try SQLiteWebhookStore(path: file),
        tickets: theatre, bookings: shelf)
}

/// A route of your framework: what it gives goes in, what comes out is sent.
func route(
    _ handler: WebhookHandler, _ call: WebhookCall, method: String, headers: [(name: String, value: String)],
    body: [UInt8]
) async -> (status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    let request = WebhookRequest(method: method, headers: headers, body: body)
    let response = await handler.respond(to: request, at: call)
    return (response.status, response.headers, response.body)
}
