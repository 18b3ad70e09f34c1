// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PlatformState {
    /// What is wrong with the state by rules that no command can break: for a state that was read from outside. Nothing, if all is well.
    ///
    /// Wallets are never overdrawn and say what the bookings took; no stock is sold more often than there is of it; a countermark
    /// belongs to one booking; what is cancelled is not paid, and nothing is paid twice; what left is what was paid; a fortnight's payments
    /// are always to come; every reference leads somewhere.
    package var violations: [String] {
        danglingReferences + bookingViolations + moneyViolations + queueViolations + publicV1Violations
    }

    private var danglingReferences: [String] {
        var found: [String] = []
        func check(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { found.append("\(what()) leads nowhere") }
        }
        for session in sessions.records { check(users[session.userID] != nil, "the user of \(session.id)") }
        for link in userOfferers.records {
            check(users[link.userID] != nil && offerers[link.offererID] != nil, "an end of \(link.id)")
        }
        for venue in venues.records { check(offerers[venue.offererID] != nil, "the structure of \(venue.id)") }
        for product in products.records {
            check(offerers[product.offererID] != nil, "the structure of \(product.id)")
        }
        for offer in offers.records {
            check(venues[offer.venueID] != nil && products[offer.productID] != nil, "an end of \(offer.id)")
        }
        for date in occurrences.records { check(offers[date.offerID] != nil, "the offer of \(date.id)") }
        for stock in stocks.records {
            let hasOffer = offers[stock.ownerOfferID] != nil && stock.offerID.map { offers[$0] != nil } ?? true
            check(hasOffer, "the offer of \(stock.id)")
            check(stock.occurrenceID.map { occurrences[$0] != nil } ?? true, "the date of \(stock.id)")
        }
        for mediation in mediations.records {
            check(offers[mediation.offerID] != nil, "the offer of \(mediation.id)")
            // The team's are nobody's.
            let isTeams = mediation.authorID.number == 0
            check(isTeams || users[mediation.authorID] != nil, "the author of \(mediation.id)")
        }
        for shown in recommendations.records {
            check(users[shown.userID] != nil && offers[shown.offerID] != nil, "an end of \(shown.id)")
        }
        for booking in bookings.records {
            check(users[booking.userID] != nil && stocks[booking.stockID] != nil, "an end of \(booking.id)")
            check(
                booking.paymentID.map { payments[$0]?.bookingID == booking.id } ?? true, "the payment of \(booking.id)")
        }
        for payment in payments.records {
            check(bookings[payment.bookingID] != nil && offerers[payment.offererID] != nil, "an end of \(payment.id)")
            check(payment.transferID.map { transfers[$0] != nil } ?? true, "the transfer of \(payment.id)")
        }
        for transfer in transfers.records {
            check(transfer.paymentIDs.allSatisfy { payments[$0] != nil }, "a payment of \(transfer.id)")
        }
        for batch in batches.records {
            check((batch.retried + batch.created).allSatisfy { payments[$0] != nil }, "a payment of \(batch.id)")
            check(batch.transferIDs.allSatisfy { transfers[$0] != nil }, "a transfer of \(batch.id)")
        }
        return found
    }

    private var bookingViolations: [String] {
        var found: [String] = []
        var spent: [Identifier<User>: Euros] = [:]
        var counts: [Identifier<Stock>: BookingCounts] = [:]
        var tokens: Set<String> = []
        for booking in bookings.records {
            if !tokens.insert(booking.token).inserted {
                found.append("the countermark of \(booking.id) is another's too")
            }
            if booking.isUsed != (booking.dateUsed != nil) {
                found.append("\(booking.id) is used at no time, or not used at some")
            }
            counts[booking.stockID, default: BookingCounts()].add(booking)
            if !booking.isCancelled { spent[booking.userID, default: .zero] += booking.total }
        }
        for user in users.records {
            if user.wallet < .zero { found.append("the wallet of \(user.id) is overdrawn") }
            if user.spent != spent[user.id] ?? .zero { found.append("\(user.id) did not spend what the bookings cost") }
        }
        for stock in stocks.records {
            if BookingCounts(of: stock) != counts[stock.id] ?? BookingCounts() {
                found.append("\(stock.id) is not booked as often as it says")
            }
            if stock.withheld < 0 { found.append("of \(stock.id), fewer than none are withheld") }
            if let available = stock.available, stock.booked > available { found.append("\(stock.id) is oversold") }
        }
        return found
    }

    private var moneyViolations: [String] {
        var found: [String] = []
        var paid = Euros.zero
        for payment in payments.records {
            if payment.transferID != nil { paid += payment.amount }
            let booking = bookings[payment.bookingID]
            guard !payment.isWithdrawn else {
                if booking?.paymentID == payment.id || payment.transferID != nil {
                    found.append("\(payment.id) was withdrawn, and pays \(payment.bookingID)")
                }
                continue
            }
            if booking?.paymentID != payment.id {
                found.append("\(payment.bookingID) has another payment than \(payment.id)")
            }
            if booking?.isCancelled == true { found.append("\(payment.bookingID) is cancelled and paid") }
        }
        var sent = Euros.zero
        var sentPayments: Set<Identifier<Payment>> = []
        for transfer in transfers.records {
            sent += transfer.amount
            for id in transfer.paymentIDs where !sentPayments.insert(id).inserted {
                found.append("\(id) is transferred twice")
            }
        }
        if sent != paid { found.append("\(sent.cents) cents left for \(paid.cents) that were paid") }
        return found
    }
}

/// How often a stock is booked: what it says of itself, or what its bookings say.
private struct BookingCounts: Equatable {
    private var booked: Int64 = 0
    private var everBooked: Int64 = 0
    private var rows: Int64 = 0
    private var runningRows: Int64 = 0

    init() {}

    init(of stock: Stock) {
        (booked, everBooked) = (stock.booked, stock.everBooked)
        (rows, runningRows) = (stock.bookingRows, stock.runningRows)
    }

    mutating func add(_ booking: Booking) {
        everBooked += Int64(booking.quantity)
        rows += 1
        guard !booking.isCancelled else { return }
        booked += Int64(booking.quantity)
        runningRows += 1
    }
}
