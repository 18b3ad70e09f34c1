// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

extension PlatformState {
    /// Books, in the contract's order of evaluation (`contract 2018-12 §7.1`, rows 4 to 16).
    ///
    /// - Parameter madeAt: When a booking of today counts as made, if that was before.
    func book(
        _ userID: Identifier<User>, _ stockID: Identifier<Stock>, quantity: Int,
        _ recommendationID: Identifier<Recommendation>?, at instant: Instant,
        hasTickets: Bool = false, madeAt: Instant? = nil, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        guard let user = users[userID] else { throw .unknown(.user) }
        guard (1...Int(Int32.max)).contains(quantity) else { throw .invalidAmount }
        guard let stock = stocks[stockID], let offer = offers[stock.ownerOfferID],
            let product = products[offer.productID], let venue = venues[offer.venueID],
            let offerer = offerers[venue.offererID]
        else { throw .unknown(.stock) }
        guard !stock.isDeleted else { throw .stockDeleted }
        guard stock.price > .zero || user.canBookFreeOffers else { throw .cannotBookFreeOffers }
        let isDateOut = occurrence(of: stockID)?.isDeleted ?? false
        guard offerer.isActive, offer.isActive, !isDateOut else { throw .offerWithdrawn }
        if let limit = stock.bookingLimit, limit < instant { throw .bookingLimitPast }
        guard venue.isValidated else { throw .venueNotValidated }
        let published = published(offer.id)
        if let published { try check(published, quantity: quantity, by: userID, at: instant) }
        // Beyond what can be counted it is beyond every ceiling and wallet too; half of the range leaves room to add to it.
        let (cents, overflow) = stock.price.cents.multipliedReportingOverflow(by: Int64(quantity))
        let total = Euros(cents: overflow ? .max / 2 : min(cents, .max / 2))
        if published == nil, product.isPhysicalThing, user.spentOnPhysical + total > rules.physicalCeiling {
            throw .physicalCeiling(rules.physicalCeiling)
        }
        if published == nil, product.isDigital, user.spentOnDigital + total > rules.digitalCeiling {
            throw .digitalCeiling(rules.digitalCeiling)
        }
        if let recommendationID, recommendations[recommendationID] == nil { throw .unknown(.recommendation) }
        if !hasTickets, let remaining = stock.remaining, Int64(quantity) > remaining { throw .soldOut }
        guard total <= user.wallet else { throw .insufficientFunds }
        let madeAt = madeAt ?? instant
        var booking = Booking(
            id: bookings.nextID, userID: userID, stockID: stockID, quantity: quantity, amount: stock.price,
            token: freshCountermark(isPublicV1: published != nil, drawing: &drawing),
            dateCreated: published == nil ? instant : dateOfBooking(stockID, by: userID, at: madeAt),
            recommendationID: recommendationID, isUsed: false, dateUsed: nil, isCancelled: false, paymentID: nil)
        if published == nil, product.type == Self.artPractice { booking.datesBefore = Int64(occurrences.count) }
        return [.bookingCreated(booking)] + newTerms(of: booking, at: madeAt)
    }

    /// A countermark that no booking ever had; the service did not draw again after a collision, which was a 400.
    package func freshCountermark(isPublicV1: Bool, drawing: inout some RandomNumberGenerator) -> String {
        while true {
            let token =
                isPublicV1 ? Drawing.publicV1Countermark(from: &drawing) : Drawing.countermark(from: &drawing)
            if indexes.bookingByToken[token] == nil { return token }
        }
    }

    /// Cancels a booking (`contract 2018-12 §7.4`); what is cancelled already stays so without another event.
    ///
    /// The delays of the guide are those of the person who booked: a structure that calls off its show can always cancel.
    func cancelBooking(_ actor: Actor, _ id: Identifier<Booking>, at instant: Instant) throws(Refusal) -> [Event] {
        try requireSignedIn(actor)
        guard let booking = bookings[id] else { throw .unknown(.booking) }
        guard !booking.isUsed else { throw .bookingUsed }
        let isOwner = actor == .user(booking.userID)
        let isStructure = offererID(of: booking.stockID).map { canEdit(actor, $0) } ?? false
        guard isOwner || isStructure else { throw .notYourBooking }
        if booking.isCancelled { return [] }
        guard !isPaid(booking) else { throw .bookingPaid }
        if let terms = terms(of: id) {
            // At its very limit a booking is confirmed (`today §5`).
            if isOwner, terms.cancellationLimit != nil, !terms.isWindowOpen(at: instant) {
                throw .publicV1(.cannotCancelAnymore)
            }
        } else if isOwner, let limit = cancellationLimit(of: booking), instant > limit {
            guard let window = rules.eventCancellationWindow, occurrence(of: booking.stockID) != nil else {
                throw .cancellationWeekPast
            }
            throw .cancellationWindowPast(hours: window.wholeSeconds / 3_600)
        }
        return withdrawal(of: booking, .bookingCancelled, at: instant)
            + [.bookingCancelled(id, isOwner ? .user : .offerer, at: instant)]
    }

    /// Until when the person who booked can cancel (`guide G22` to `G25`, `G34`): the last moment, or by today's rules the first one at which
    /// it is too late; nothing for until it is used.
    package func cancellationLimit(of booking: Booking) -> Instant? {
        if let terms = terms(of: booking.id) { return terms.cancellationLimit }
        if let occurrence = occurrence(of: booking.stockID) {
            return rules.eventCancellationWindow.map { firstSession(of: booking, on: occurrence) - $0 }
        }
        guard product(of: booking.stockID)?.isPhysicalThing == true else { return nil }
        return rules.thingCancellationPeriod.map { booking.dateCreated + $0 }
    }

    /// The begin of what was booked. A course of art practice begins with its first session, the first of the dates that the offer had
    /// when it was booked and that were still to come, whichever date the booking names (`guide G25`); anything else with its own date.
    func firstSession(of booking: Booking, on occurrence: Occurrence) -> Instant {
        guard let offer = offers[occurrence.offerID], products[offer.productID]?.type == Self.artPractice else {
            return occurrence.begin
        }
        let sessions = occurrences(of: offer.id).filter { session in
            let wasThere =
                booking.datesBefore.map { session.id.number <= $0 } ?? (session.dateCreated <= booking.dateCreated)
            return wasThere && !session.isDeleted && session.begin >= booking.dateCreated
        }
        return min(occurrence.begin, sessions.map(\.begin).min() ?? occurrence.begin)
    }

    /// The type of courses, whose sessions are booked together.
    static var artPractice: String { "EventType.PRATIQUE_ARTISTIQUE" }

    /// What a person spent, of what they may spend (`contract 2018-12 §4.6`); nothing for nobody.
    package func expenses(of id: Identifier<User>) -> Expenses? {
        guard let user = users[id] else { return nil }
        return Expenses(
            all: .init(max: rules.shownTotal, actual: user.spent),
            physical: .init(max: rules.physicalCeiling, actual: user.spentOnPhysical),
            digital: .init(max: rules.digitalCeiling, actual: user.spentOnDigital))
    }
}
