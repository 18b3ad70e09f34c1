// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
package import PlatformDomain

// Tickets that a partner issues and takes back while somebody waits (`today §4.5`, `§4.6`).
extension Service {
    /// Asks the partner whose tickets a command is about, if it is about any; the command to perform is then another one, with the tickets.
    ///
    /// - Throws: the domain's refusal, before anybody is asked; ``PublicV1Refusal/noTickets`` or ``PublicV1Refusal/ticketsNotReturned`` when
    ///   the partner says no or nothing that can be used: nothing is booked or cancelled then.
    package func askingTicketOffice(for command: Command) async throws(Refusal) -> Command {
        switch command {
        case .book(let userID, let stockID, let quantity, let recommendationID):
            guard let partner = read({ state, _ in CalledPartner(of: stockID, in: state) }), partner.hasTicket,
                let url = partner.urls.booking, let cancelURL = partner.urls.cancel
            else { return command }
            guard let (payload, askedAt) = try payload(of: command) else { return command }
            let order = TicketedOrder(
                userID: userID, stockID: stockID, quantity: quantity, recommendationID: recommendationID,
                askedAt: askedAt, providerID: partner.providerID, cancelURL: cancelURL)
            return .publicV1(.bookWithTickets(try await order.fulfilled(by: self, partner, at: url, payload)))
        case .cancelBooking(_, let id): return try await returningTickets(of: id, for: command)
        case .publicV1(.cancelCountermark(_, let token)):
            guard let id = read({ state, _ in state.booking(token: token)?.id }) else { return command }
            return try await returningTickets(of: id, for: command)
        default: return command
        }
    }

    /// What the partner is told of a booking that could be made now, and when that is.
    private func payload(of command: Command) throws(Refusal) -> (PartnerPayload, Instant)? {
        var rehearsal = Rehearsal(self)
        try rehearsal.carryOut(command)
        let state = rehearsal.state
        return state.bookings[Identifier(Int64(state.bookings.count))].flatMap { PartnerPayload($0, in: state) }
            .map { ($0, rehearsal.now) }
    }

    private func returningTickets(of id: Identifier<Booking>, for command: Command) async throws(Refusal) -> Command {
        let found = try read { state, now throws(Refusal) -> (CancellationCause, CalledPartner, [String])? in
            var drawing = SystemRandomNumberGenerator()
            let events = try state.decide(command, at: now, drawing: &drawing)
            guard case .bookingCancelled(_, let cause, _) = events.first, let booking = state.bookings[id],
                let partner = CalledPartner(of: booking.stockID, in: state)
            else { return nil }
            return (cause, partner, state.tickets(of: id).map(\.barcode))
        }
        guard let (cause, partner, barcodes) = found, !barcodes.isEmpty, let url = partner.urls.cancel else {
            return command
        }
        let remaining: Int64??
        switch await giveBack(barcodes, to: partner.providerID, at: url) {
        case .refused: throw .publicV1(.ticketsNotReturned)
        case .takenUnread: remaining = nil
        case .taken(let left, _): remaining = .some(left)
        }
        return .publicV1(
            .cancelWithTickets(TicketedCancellation(bookingID: id, cause: cause, remaining: remaining)))
    }
}

extension TicketedOrder {
    /// The order with the tickets that the partner issues.
    fileprivate func fulfilled(
        by service: Service, _ partner: CalledPartner, at url: String, _ payload: PartnerPayload
    ) async throws(Refusal) -> TicketedOrder {
        let message = PartnerMessage(
            .ticketBooking, to: url, payload.json(nil), key: partner.key, form: service.settings.innerForm)
        let answer = await service.call(message, to: providerID) { answer in
            let outcome = TicketAnswer(answer, quantity: quantity)
            return (outcome, outcome.word)
        }
        var order = self
        switch answer {
        case .issued(let tickets, let remaining):
            order.tickets = tickets
            order.remaining = remaining
        case .oneTooMany(let kept, let returned, let remaining):
            order.tickets = [kept]
            order.surplus = [returned]
            order.remaining = remaining
        case .oneTooFew(let barcode):
            switch await service.giveBack([barcode], to: providerID, at: cancelURL) {
            case .refused: try service.giveUp([barcode], of: self)
            case .taken(let left, _): try service.perform(.publicV1(.setRemaining(stockID, left))) { _, _ in () }
            case .takenUnread: break
            }
            throw .publicV1(.noTickets)
        case .refused(_, let remaining):
            try service.perform(.publicV1(.setRemaining(stockID, remaining))) { _, _ in () }
            throw .soldOut
        case .unusable(let barcodes):
            try service.giveUp(barcodes, of: self)
            throw .publicV1(.noTickets)
        }
        return order
    }
}

extension Service {
    /// Has the barcodes go back that were issued for nothing.
    fileprivate func giveUp(_ barcodes: [String], of order: TicketedOrder) throws(Refusal) {
        guard !barcodes.isEmpty else { return }
        try perform(.publicV1(.giveUp(barcodes, of: order.providerID, at: order.cancelURL))) { _, _ in () }
    }
}
