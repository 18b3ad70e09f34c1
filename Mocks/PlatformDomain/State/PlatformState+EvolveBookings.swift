// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

extension PlatformState {
    mutating func evolveBookings(_ event: Event) {
        switch event {
        case .recommendationUpdated(let recommendation):
            recommendations.update(recommendation.id) { $0 = recommendation }
        case .recommendationCreated(let recommendation):
            recommendations.append(recommendation)
            indexes.recommendationsOfUser.append(recommendation.id, to: recommendation.userID)
            indexes.recommendationsOfOffer.append(recommendation.id, to: recommendation.offerID)
        case .bookingCreated(let booking):
            create(booking)
        case .bookingCancelled(let id, _, _):
            cancel(id)
        case .stockNotRestored(let id):
            if let booking = bookings[id] { stocks.update(booking.stockID) { $0.withheld += Int64(booking.quantity) } }
        case .countermarkValidated(let id, _, let instant):
            let batchesBefore = Int64(batches.count)
            bookings.update(id) {
                $0.isUsed = true
                $0.dateUsed = instant
                $0.batchesBeforeUse = batchesBefore
            }
            if let booking = bookings[id], booking.paymentID == nil, isReimbursable(booking) { payable[id] = true }
        case .bookingBecamePayable(let id, _):
            payable[id] = true
        default:
            break
        }
    }

    private mutating func create(_ booking: Booking) {
        bookings.append(booking)
        indexes.bookingByToken[booking.token] = booking.id
        indexes.bookingsOfUser.append(booking.id, to: booking.userID)
        indexes.bookingsOfStock.append(booking.id, to: booking.stockID)
        if let offererID = offererID(of: booking.stockID) {
            indexes.bookingsOfOfferer.append(booking.id, to: offererID)
        }
        stocks.update(booking.stockID) {
            $0.booked += Int64(booking.quantity)
            $0.everBooked += Int64(booking.quantity)
            $0.bookingRows += 1
            $0.runningRows += 1
        }
        charge(booking, booking.total)
        enqueue(booking)
    }

    private mutating func cancel(_ id: Identifier<Booking>) {
        guard let booking = bookings[id], !booking.isCancelled else { return }
        let batchesBefore = Int64(batches.count)
        bookings.update(id) {
            $0.isCancelled = true
            $0.batchesBeforeCancellation = batchesBefore
        }
        stocks.update(booking.stockID) {
            $0.booked -= Int64(booking.quantity)
            $0.runningRows -= 1
        }
        charge(booking, .zero - booking.total)
        payable[id] = nil
    }

    /// Takes a validation back; what becomes of the booking by itself is entered anew, for a day later at the earliest.
    mutating func keep(_ id: Identifier<Booking>, at instant: Instant) {
        bookings.update(id) {
            $0.isUsed = false
            $0.dateUsed = nil
            $0.batchesBeforeUse = nil
        }
        payable[id] = nil
        heldUntil[id] = instant + PublicV1Rules.afterKeeping
        if let booking = bookings[id] { enqueue(booking) }
    }

    /// When something comes of a booking by itself that its dates alone would have at an instant.
    func held(_ instant: Instant, of id: Identifier<Booking>) -> Instant { max(instant, heldUntil[id] ?? instant) }

    /// Takes an amount, which may be negative, from the wallet of whoever booked; what goes by today's rules counts towards none of the
    /// prototype's ceilings.
    private mutating func charge(_ booking: Booking, _ amount: Euros) {
        let product = category(of: booking.stockID) == nil ? product(of: booking.stockID) : nil
        users.update(booking.userID) {
            $0.spent += amount
            if product?.isDigital == true { $0.spentOnDigital += amount }
            if product?.isPhysicalThing == true { $0.spentOnPhysical += amount }
        }
    }

    /// Enters what will become of a booking if nobody does anything about it.
    private mutating func enqueue(_ booking: Booking) {
        func enter(_ what: DueWhat, at instant: Instant?) {
            if let instant { due.insert(what, at: held(instant, of: booking.id)) }
        }
        enter(.pickUpExpired(booking.id), at: pickUpEnd(of: booking))
        enter(.bookingPayable(booking.id), at: payableWithoutVisit(booking))
        enter(.eventTookPlace(booking.id), at: automaticUse(of: booking))
    }

    /// Enters the bookings of a moved date anew; who was payable only because the date was over is so no longer.
    mutating func requeueBookings(of occurrenceID: Identifier<Occurrence>) {
        for stockID in indexes.stocksOfOccurrence.list(occurrenceID) {
            for id in indexes.bookingsOfStock.list(stockID) {
                guard let booking = bookings[id], !booking.isCancelled, !booking.isUsed, booking.paymentID == nil else {
                    continue
                }
                payable[id] = nil
                enqueue(booking)
            }
        }
    }

    /// Until when the books of a booking are to be fetched (`guide G23`), or any product by today's rules (`today §5`); nothing if it
    /// may be fetched for ever.
    package func pickUpEnd(of booking: Booking) -> Instant? {
        if let category = category(of: booking.stockID) {
            guard !category.isEvent else { return nil }
            return booking.dateCreated
                + (category.isPaperBook ? PublicV1Rules.bookCollection : PublicV1Rules.collection)
        }
        guard let period = rules.bookPickUpPeriod, let product = product(of: booking.stockID),
            product.isPhysicalThing, product.type == Self.books
        else { return nil }
        return booking.dateCreated + period
    }

    /// When a booking becomes payable though nobody comes (`guide G22`, `G24`, `G25`); nothing if it never does.
    package func payableWithoutVisit(_ booking: Booking) -> Instant? {
        guard let occurrence = occurrence(of: booking.stockID), published(occurrence.offerID) == nil else {
            return nil
        }
        return max(noShowPayable(of: occurrence), booking.dateCreated)
    }

    /// From when on the bookings of a date are payable though nobody came.
    func noShowPayable(of occurrence: Occurrence) -> Instant {
        switch rules.noShow {
        case .onceOver: max(occurrence.end, occurrence.begin - (rules.eventCancellationWindow ?? .zero))
        case .afterBegin(let span): occurrence.begin + span
        }
    }

    /// The type of books, the only things that expire: the guide's rule speaks of them alone.
    private static var books: String { "ThingType.LIVRE_EDITION" }
}
