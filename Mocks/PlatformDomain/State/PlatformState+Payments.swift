// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    mutating func evolveMoney(_ event: Event) {
        switch event {
        case .paymentCreated(let payment):
            create(payment)
        case .paymentRetried(let id, let details, let label, let instant):
            payments.update(id) {
                $0.bankDetails = details
                $0.label = label
                $0.statuses.append(PaymentStatus(state: .pending, date: instant, detail: nil))
            }
            if let payment = payments[id] { noLongerWaits(payment) }
        case .paymentWithdrawn(let id, let cause, let instant):
            withdraw(id, cause, at: instant)
        case .transferSent(let transfer):
            transfers.append(transfer)
            for offererID in offerersPaid(by: transfer) {
                indexes.transfersOfOfferer.append(transfer.id, to: offererID)
            }
            for id in transfer.paymentIDs {
                payments.update(id) {
                    $0.transferID = transfer.id
                    $0.statuses.append(PaymentStatus(state: .sent, date: transfer.executedAt, detail: nil))
                }
            }
        case .paymentBatchRun(let batch):
            batches.append(batch)
            guard batch.at >= nextBatch else { break }
            nextBatch = Fortnight.batch(after: batch.at)
            enqueueBatch()
        default:
            break
        }
    }

    /// Enters the next fortnight's payments: they are for what is payable by then, or, where only what is strictly over is payable, before.
    mutating func enqueueBatch() {
        due.insert(.paymentBatch, at: nextBatch, rules.noShow.isStrict ? .first : .last)
    }

    private mutating func create(_ payment: Payment) {
        payments.append(payment)
        bookings.update(payment.bookingID) { $0.paymentID = payment.id }
        payable[payment.bookingID] = nil
        if payment.bankDetails == nil, let venueID = venue(of: payment)?.id {
            unprocessable.update(venueID, startingFrom: []) { $0.insert(payment.id) }
        }
        count(payment, by: 1)
    }

    /// Counts what a payment pays for towards the ceiling or the brackets, once more or once less.
    mutating func count(_ payment: Payment, by times: Int) {
        guard !payment.rule.isDigital, let booking = bookings[payment.bookingID] else { return }
        if category(of: booking.stockID) == nil {
            reimbursable.update(payment.offererID, startingFrom: .zero) { $0 += booking.total * times }
        } else if let date = payment.statuses.first?.date, let venueYear = venueYear(of: booking, at: date) {
            revenue.update(venueYear, startingFrom: .zero) { $0 += booking.total * times }
        }
    }

    /// The structures that a transfer brings something. Those that share an account are paid by one transfer, and each sees it.
    func offerersPaid(by transfer: Transfer) -> [Identifier<Offerer>] {
        let paid = transfer.paymentIDs.compactMap { payments[$0] }.filter { $0.amount > .zero }
        return Set(paid.map(\.offererID)).sorted()
    }

    /// Takes a payment from those that wait for an account.
    mutating func noLongerWaits(_ payment: Payment) {
        guard let venueID = venue(of: payment)?.id else { return }
        unprocessable.update(venueID, startingFrom: []) { $0.remove(payment.id) }
        if unprocessable[venueID]?.isEmpty == true { unprocessable[venueID] = nil }
    }
}

extension PlatformState {
    /// The account that a venue is paid to: its own, failing that its structure's (`guide G32`).
    ///
    /// Nothing if there is none, or if the team has not accepted it where it must (`guide G30`): a venue's own account that awaits
    /// acceptance holds the money back, since the structure's is no longer the one that it asked for. Nor is there one for a
    /// structure without SIREN, by which the bank's order names it.
    package func usableBankDetails(of venue: Venue) -> BankDetails? {
        guard let offerer = offerers[venue.offererID], offerer.siren != nil,
            let details = venue.bankDetails ?? offerer.bankDetails
        else { return nil }
        return details.isAccepted || !rules.bankDetailsNeedAcceptance ? details : nil
    }

    /// The account that a booking is paid to.
    func account(of booking: Booking) -> BankDetails? {
        venue(of: booking.stockID).flatMap { usableBankDetails(of: $0) }
    }

    /// What a booking brings its structure, and by which rule; as long as it has no payment, what the batch would pay for it.
    ///
    /// - Parameters:
    ///   - id: The booking.
    ///   - forecast: That of its structure, for who asks about many bookings; gathered here otherwise.
    package func reimbursement(
        of id: Identifier<Booking>, by forecast: ReimbursementForecast? = nil
    ) -> (amount: Euros, rule: ReimbursementRule)? {
        guard let booking = bookings[id] else { return nil }
        if let payment = booking.paymentID.flatMap({ payments[$0] }) { return (payment.amount, payment.rule) }
        guard let offererID = offererID(of: booking.stockID) else { return nil }
        return (forecast ?? ReimbursementForecast(of: offererID, in: self)).reimbursement(of: booking, in: self)
    }

    /// The rule of least amount (`contract 2018-12 §9.2`): the booking that crosses the ceiling is not paid at all, and counts; what is digital
    /// neither counts nor is stopped.
    func reimbursement(of booking: Booking, countedBefore: Euros) -> (amount: Euros, rule: ReimbursementRule) {
        let isDigital = product(of: booking.stockID)?.isDigital ?? false
        let isEligible = rules.paysEligibleDigitalOffers && offer(of: booking.stockID)?.isEligible ?? false
        if isDigital { return isEligible ? (booking.total, .eligibleDigitalThings) : (.zero, .digitalThings) }
        if countedBefore + booking.total > rules.reimbursementCeiling { return (.zero, .maximum) }
        return (booking.total, .physicalOffers)
    }

    /// The venue whose booking a payment pays.
    func venue(of payment: Payment) -> Venue? {
        bookings[payment.bookingID].flatMap { venue(of: $0.stockID) }
    }
}
