// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

extension PlatformState {
    /// Brings about everything due until an instant, in the order of its instants and, at one instant, of its entry.
    ///
    /// Advancing ten years is the same call as advancing a second. An instant in the past settles nothing. Afterwards ``now`` is
    /// `instant`, or, if `limit` stopped it, the instant of the last step.
    ///
    /// - Parameters:
    ///   - instant: Until when, inclusive.
    ///   - drawing: What the names of transfers are drawn from; they are in the events.
    ///   - limit: The greatest number of things to bring about.
    ///   - observe: Is told each event after it was applied, with the state as it then was; the last one is the
    ///     ``Event/timeReached(_:)`` that replay needs too.
    /// - Returns: What came due, oldest first.
    @discardableResult
    package mutating func settle(
        until instant: Instant, drawing: inout some RandomNumberGenerator, limit: Int = .max,
        observe: (Event, PlatformState) -> Void = { _, _ in }
    ) -> [Settled] {
        let instant = min(instant, .latest)
        guard instant >= now else { return [] }
        var settled: [Settled] = []
        while settled.count < limit, let next = due.first, next.at <= instant {
            // What was due before now can only have been entered late: it happens now.
            let at = max(next.at, now)
            if at > now { apply(.timeReached(at), observe) }
            var events = consequences(of: next.what, at: at, drawing: &drawing)
            events += notices(after: events, at: at)
            // Applying them takes the entry from the queue, here as on replay: it no longer holds.
            for event in events { apply(event, observe) }
            settled.append(Settled(at: at, what: next.what, events: events))
        }
        let isDone = due.first.map { $0.at > instant } ?? true
        if isDone, instant > now { apply(.timeReached(instant), observe) }
        return settled
    }

    private mutating func apply(_ event: Event, _ observe: (Event, PlatformState) -> Void) {
        evolve(event)
        observe(event, self)
    }

    /// What follows from a thing that is due, which still holds.
    private func consequences(
        of what: DueWhat, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) -> [Event] {
        switch what {
        case .pickUpExpired(let id):
            guard let booking = bookings[id] else { return [] }
            let cancelled = Event.bookingCancelled(id, .notFetched, at: instant)
            let resells = stocks[booking.stockID]?.resellsUnfetched ?? false
            return resells ? [cancelled] : [cancelled, .stockNotRestored(id)]
        case .bookingPayable(let id):
            return [.bookingBecamePayable(id, at: instant)]
        case .eventTookPlace(let id):
            return [.countermarkValidated(id, by: nil, at: instant)]
        case .eanOrder:
            return nextOrder.map { carryOut($0, at: instant) } ?? []
        case .cinemaOrder:
            return nextCinemaOrder.map { carryOut($0, at: instant) } ?? []
        case .paymentBatch:
            return paymentBatch(at: instant, drawing: &drawing)
        case .bookingRecap(let id):
            return [.bookingRecapSent(id, at: instant)]
        }
    }

    /// Takes entries that no longer hold from the head of the queue, so that its first entry always does.
    mutating func dropWhatNoLongerHolds() {
        while let first = due.first, !holds(first) { due.removeFirst() }
    }

    private func holds(_ entry: DueQueue.Entry) -> Bool {
        switch entry.what {
        case .pickUpExpired(let id):
            guard let booking = bookings[id] else { return false }
            return !booking.isCancelled && !booking.isUsed && held(entry.at, of: id) == entry.at
        case .bookingPayable(let id):
            guard let booking = bookings[id], !booking.isCancelled, !booking.isUsed, booking.paymentID == nil,
                payable[id] == nil
            else { return false }
            return payableWithoutVisit(booking).map { held($0, of: id) } == entry.at
        case .eventTookPlace(let id):
            guard let booking = bookings[id], !booking.isCancelled, !booking.isUsed, booking.paymentID == nil else {
                return false
            }
            return automaticUse(of: booking).map { held($0, of: id) } == entry.at
        case .eanOrder:
            return nextOrder.map { $0.due <= entry.at } ?? false
        case .cinemaOrder:
            return nextCinemaOrder.map { $0.due <= entry.at } ?? false
        case .paymentBatch:
            return entry.at >= nextBatch
        case .bookingRecap(let id):
            return stocks[id].flatMap { recapDue(of: $0) } == entry.at
        }
    }
}
