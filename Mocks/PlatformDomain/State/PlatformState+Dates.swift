// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    func createOccurrence(
        _ actor: Actor, _ offerID: Identifier<Offer>, begin: Instant, end: Instant, at instant: Instant
    ) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard let offer = offers[offerID], products[offer.productID]?.kind == .event else { throw .unknown(.offer) }
        try requireEditor(actor, ofOffer: offerID)
        try check(begin: begin, end: end)
        return [
            .occurrenceCreated(
                Occurrence(
                    id: occurrences.nextID, offerID: offerID, begin: begin, end: end, dateCreated: instant,
                    isDeleted: false))
        ]
    }

    func updateOccurrence(
        _ actor: Actor, _ id: Identifier<Occurrence>, begin: Instant?, end: Instant?, at instant: Instant
    ) throws(Refusal) -> [Event] {
        var occurrence = try requireEditor(actor, ofOccurrence: id)
        let oldBegin = occurrence.begin
        occurrence.begin = begin ?? occurrence.begin
        occurrence.end = end ?? occurrence.end
        try check(begin: occurrence.begin, end: occurrence.end)
        let terms = occurrence.begin == oldBegin ? [] : movedTerms(of: occurrence, at: instant)
        return withdrawals(movedTo: occurrence, at: instant) + [.occurrenceUpdated(occurrence)] + terms
    }

    /// Takes a date out with its stocks, and cancels their bookings.
    func deleteOccurrence(_ actor: Actor, _ id: Identifier<Occurrence>, at instant: Instant) throws(Refusal) -> [Event]
    {
        let occurrence = try requireEditor(actor, ofOccurrence: id)
        guard !occurrence.isDeleted else { return [] }
        var events = [Event.occurrenceDeleted(id)]
        for stock in stocks(of: id) where !stock.isDeleted {
            events.append(.stockDeleted(stock.id))
            events += cancellations(of: stock.id, .occurrenceDeleted, at: instant)
        }
        return events
    }

    private func check(begin: Instant, end: Instant) throws(Refusal) {
        guard end >= begin else { throw .endBeforeBegin }
        guard end > begin else { throw .endIsBegin }
    }

    @discardableResult
    private func requireEditor(_ actor: Actor, ofOccurrence id: Identifier<Occurrence>) throws(Refusal) -> Occurrence {
        try requireSignedIn(actor)
        guard let occurrence = occurrences[id] else { throw .unknown(.occurrence) }
        try requireEditor(actor, ofOffer: occurrence.offerID)
        return occurrence
    }
}

// Stocks.
extension PlatformState {
    func createStock(_ actor: Actor, _ draft: StockDraft, at instant: Instant) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        let occurrence: Occurrence?
        let offerID: Identifier<Offer>
        switch draft.owner {
        case .occurrence(let id):
            guard let found = occurrences[id] else { throw .unknown(.occurrence) }
            occurrence = found
            offerID = found.offerID
        case .offer(let id):
            guard offers[id] != nil else { throw .unknown(.offer) }
            occurrence = nil
            offerID = id
        }
        try requireEditor(actor, ofOffer: offerID)
        try check(price: draft.price)
        if let available = draft.available, available < 0 { throw .fewerThanBooked }
        var limit: Instant? = if case .at(let instant) = draft.limit { instant } else { nil }
        if limit == nil, rules.setsDefaultBookingLimit, let occurrence {
            limit = defaultLimit(before: occurrence.begin)
        }
        if let limit, let occurrence, limit > occurrence.begin { throw .limitAfterBegin }
        return [
            .stockCreated(
                Stock(
                    id: stocks.nextID, occurrenceID: occurrence?.id, offerID: occurrence == nil ? offerID : nil,
                    ownerOfferID: offerID, price: draft.price, available: draft.available, bookingLimit: limit,
                    groupSize: draft.groupSize, dateModified: instant, isDeleted: false, booked: 0, everBooked: 0,
                    bookingRows: 0, runningRows: 0, resellsUnfetched: draft.resellsUnfetched, withheld: 0))
        ]
    }

    func updateStock(
        _ actor: Actor, _ id: Identifier<Stock>, _ changes: StockChanges, at instant: Instant
    ) throws(Refusal) -> [Event] {
        var stock = try requireEditor(actor, ofStock: id)
        if let price = changes.price {
            try check(price: price)
            stock.price = price
        }
        if let available = changes.available {
            let floor = rules.quantityFloorCountsRows ? max(stock.booked, stock.bookingRows) : stock.booked
            if let available, available < floor { throw .fewerThanBooked }
            stock.available = available
        }
        switch changes.limit {
        case .unspecified: break
        case .none: stock.bookingLimit = nil
        case .at(let limit):
            if let begin = occurrence(of: id)?.begin, limit > begin { throw .limitAfterBegin }
            stock.bookingLimit = limit
        }
        if let groupSize = changes.groupSize { stock.groupSize = groupSize }
        if let resells = changes.resellsUnfetched {
            stock.resellsUnfetched = resells
            if resells { stock.withheld = 0 }
        }
        stock.dateModified = instant
        return [.stockUpdated(stock)]
    }

    func deleteStock(_ actor: Actor, _ id: Identifier<Stock>, at instant: Instant) throws(Refusal) -> [Event] {
        let stock = try requireEditor(actor, ofStock: id)
        guard !stock.isDeleted else { return [] }
        return [.stockDeleted(id)] + cancellations(of: id, .stockDeleted, at: instant)
    }

    /// What is cancelled with a stock: never what was paid, and what was validated only where the service's habit is served, of offers
    /// that go by it.
    private func cancellations(
        of id: Identifier<Stock>, _ cause: CancellationCause, at instant: Instant
    ) -> [Event] {
        let keepsUsed = !rules.deletionCancelsValidatedBookings || category(of: id) != nil
        return bookings(of: id)
            .filter { !$0.isCancelled && !isPaid($0) && (!$0.isUsed || !keepsUsed) }
            .flatMap {
                withdrawal(of: $0, .bookingCancelled, at: instant) + [.bookingCancelled($0.id, cause, at: instant)]
            }
    }

    /// The service's own limit for a date (`contract 2018-12 §6.4`): the begin at 23:59 UTC, its seconds kept, three days earlier.
    private func defaultLimit(before begin: Instant) -> Instant {
        var clock = CivilDateTime(begin, in: .utc)
        clock.hour = 23
        clock.minute = 59
        return clock.instant(in: .utc) - .days(3)
    }

    /// The service's column held eight digits before the point (`contract 2018-12 §6.4`).
    private func check(price: Euros) throws(Refusal) {
        guard (0..<10_000_000_000).contains(price.cents) else { throw .invalidAmount }
    }

    private func requireEditor(_ actor: Actor, ofStock id: Identifier<Stock>) throws(Refusal) -> Stock {
        try requireSignedIn(actor)
        guard let stock = stocks[id] else { throw .unknown(.stock) }
        try requireEditor(actor, ofOffer: stock.ownerOfferID)
        return stock
    }
}
