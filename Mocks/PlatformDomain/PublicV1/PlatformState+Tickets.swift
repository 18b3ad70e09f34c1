// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Tickets that partners issue (`today §4.5`, `§4.6`).
extension PlatformState {
    /// The tickets that go with a booking.
    package func tickets(of id: Identifier<Booking>) -> [Ticket] {
        indexes.publicV1.ticketsOfBooking.list(id).compactMap { tickets[$0] }
    }

    /// Books with tickets: they are there already, whatever the answers to others made of the seats meanwhile, and what the partner has left
    /// becomes what is left here. It counts as made when the partner was told of it: creation date and limit are those that were told
    /// (`today §4.3`), unless that person booked that stock meanwhile.
    func book(
        _ order: TicketedOrder, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        let events = try book(
            order.userID, order.stockID, quantity: order.quantity, order.recommendationID, at: instant,
            hasTickets: true, madeAt: min(order.askedAt, instant), drawing: &drawing)
        var issued: [Event] = []
        for (index, draft) in order.tickets.enumerated() {
            issued.append(
                .publicV1(
                    .ticketIssued(
                        Ticket(
                            id: Identifier(tickets.nextID.number + Int64(index)), bookingID: bookings.nextID,
                            barcode: draft.barcode, seat: draft.seat))))
        }
        let left = remaining(order.remaining, of: order.stockID, bookedBeside: Int64(order.quantity), at: instant)
        return left + events + issued
            + returns(of: order.surplus, to: order.providerID, at: order.cancelURL, instant)
    }

    /// Cancels a booking whose tickets the partner took back. It could be cancelled when the partner was asked: the time for it may be over
    /// by now. What was cancelled meanwhile stays as it is; what was used meanwhile stays used.
    func cancel(_ cancellation: TicketedCancellation, at instant: Instant) throws(Refusal) -> [Event] {
        guard let booking = bookings[cancellation.bookingID] else { throw .unknown(.booking) }
        if booking.isCancelled { return [] }
        guard !booking.isUsed else { throw .bookingUsed }
        let left = cancellation.remaining.map {
            remaining($0, of: booking.stockID, bookedBeside: -Int64(booking.quantity), at: instant)
        }
        return (left ?? []) + [.bookingCancelled(booking.id, cancellation.cause, at: instant)]
    }

    /// What a partner has left becomes what is left here, whatever was thought before.
    func remaining(
        _ remaining: Int64?, of id: Identifier<Stock>, bookedBeside: Int64, at instant: Instant
    ) -> [Event] {
        guard var stock = stocks[id] else { return [] }
        stock.available = remaining.map { left in
            let (sum, overflow) = left.addingReportingOverflow(stock.booked + bookedBeside)
            return overflow ? .max : sum
        }
        stock.dateModified = instant
        return stock == stocks[id] ? [] : [.stockUpdated(stock)]
    }

    /// Barcodes go back, a minute later at the earliest.
    func returns(
        of barcodes: [String], to providerID: Identifier<Provider>, at url: String, _ instant: Instant
    ) -> [Event] {
        barcodes.enumerated().map { index, barcode in
            .publicV1(
                .barcodeGivenUp(
                    ReturnedBarcode(
                        id: Identifier(returnedBarcodes.nextID.number + Int64(index)), providerID: providerID,
                        url: url, barcode: barcode, due: instant + PublicV1Rules.barcodeReturn, isSent: false)))
        }
    }

    /// The barcodes of bookings that a command cancels without the partner having been asked: those of a date that is taken out.
    func returns(after command: Command, _ events: [Event], at instant: Instant) -> [Event] {
        switch command {
        case .cancelBooking, .publicV1(.cancelCountermark), .publicV1(.cancelWithTickets): return []
        default: break
        }
        var next = returnedBarcodes.nextID.number
        return events.flatMap { event -> [Event] in
            guard case .bookingCancelled(let id, _, _) = event, let booking = bookings[id],
                let partner = CalledPartner(of: booking.stockID, in: self), let url = partner.urls.cancel
            else { return [] }
            return tickets(of: id).map { ticket in
                defer { next += 1 }
                return .publicV1(
                    .barcodeGivenUp(
                        ReturnedBarcode(
                            id: Identifier(next), providerID: partner.providerID, url: url, barcode: ticket.barcode,
                            due: instant + PublicV1Rules.barcodeReturn, isSent: false)))
            }
        }
    }
}
