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
            if let venueID = payments[id].flatMap({ venue(of: $0)?.id }) {
                unprocessable.update(venueID, startingFrom: []) { $0.remove(id) }
                if unprocessable[venueID]?.isEmpty == true { unprocessable[venueID] = nil }
            }
        case .transferSent(let transfer):
            transfers.append(transfer)
            // Structures that share an account are paid by one transfer, and each sees it.
            for offererID in Set(transfer.paymentIDs.compactMap { payments[$0]?.offererID }).sorted() {
                indexes.transfersOfOfferer.append(transfer.id, to: offererID)
            }
            for id in transfer.paymentIDs {
                payments.update(id) {
                    $0.transferID = transfer.id
                    $0.statuses.append(PaymentStatus(state: .sent, date: transfer.executedAt, detail: nil))
                }
            }
        case .paymentBatchRun(let instant):
            guard instant >= nextBatch else { break }
            nextBatch = Fortnight.batch(after: instant)
            due.insert(.paymentBatch, at: nextBatch)
        default:
            break
        }
    }

    private mutating func create(_ payment: Payment) {
        payments.append(payment)
        bookings.update(payment.bookingID) { $0.paymentID = payment.id }
        payable[payment.bookingID] = nil
        if payment.bankDetails == nil, let venueID = venue(of: payment)?.id {
            unprocessable.update(venueID, startingFrom: []) { $0.insert(payment.id) }
        }
        if payment.rule != .digitalThings, let booking = bookings[payment.bookingID] {
            reimbursable.update(payment.offererID, startingFrom: .zero) { $0 += booking.total }
        }
    }

    /// A fortnight's payments: one for every payable booking that has none, a new attempt for those that had no account, and one
    /// transfer for each account (`guide G32`, `contract 2018-12 §9`).
    func paymentBatch(at instant: Instant) -> [Event] {
        let label = Fortnight.label(at: instant)
        var events: [Event] = []
        var toTransfer: [Payment] = []
        for payment in retriedPayments(label: label) {
            guard let details = payment.bankDetails else { continue }
            events.append(.paymentRetried(payment.id, details, label: label, at: instant))
            toTransfer.append(payment)
        }
        for payment in newPayments(label: label, at: instant) {
            events.append(.paymentCreated(payment))
            toTransfer.append(payment)
        }
        events += transfers(of: toTransfer, label: label, at: instant).map(Event.transferSent)
        return events + [.paymentBatchRun(at: instant)]
    }

    private func retriedPayments(label: String) -> [Payment] {
        var retried: [Payment] = []
        for venueID in unprocessable.keys {
            guard let venue = venues[venueID], let details = usableBankDetails(of: venue) else { continue }
            for id in unprocessable[venueID] ?? [] {
                guard var payment = payments[id] else { continue }
                payment.bankDetails = details
                payment.label = label
                retried.append(payment)
            }
        }
        return retried.sorted { $0.id < $1.id }
    }

    private func newPayments(label: String, at instant: Instant) -> [Payment] {
        var made: [Payment] = []
        var counted: [Identifier<Offerer>: Euros] = [:]
        for id in payable.keys.sorted() {
            guard let booking = bookings[id], let venue = venue(of: booking.stockID) else { continue }
            let before = counted[venue.offererID] ?? reimbursable[venue.offererID] ?? .zero
            let (amount, rule) = reimbursement(of: booking, countedBefore: before)
            if rule != .digitalThings { counted[venue.offererID] = before + booking.total }
            let details = usableBankDetails(of: venue)
            made.append(
                Payment(
                    id: Identifier(payments.nextID.number + Int64(made.count)), bookingID: id, amount: amount,
                    rule: rule,
                    bankDetails: details, offererID: venue.offererID, label: label,
                    statuses: [firstStatus(of: venue, hasAccount: details != nil, at: instant)], transferID: nil))
        }
        return made
    }

    private func firstStatus(of venue: Venue, hasAccount: Bool, at instant: Instant) -> PaymentStatus {
        if hasAccount { return PaymentStatus(state: .pending, date: instant, detail: nil) }
        let isEntered = venue.bankDetails != nil || offerers[venue.offererID]?.bankDetails != nil
        return PaymentStatus(
            state: .notProcessable, date: instant,
            detail: isEntered ? "IBAN et BIC en attente de validation" : "IBAN et BIC manquants sur l'offreur")
    }

    /// One transfer for each account, sorted by account; none for an account to which nothing is owed.
    private func transfers(of payments: [Payment], label: String, at instant: Instant) -> [Transfer] {
        let owed = payments.filter { $0.amount > .zero && $0.bankDetails != nil }
        let groups = Dictionary(grouping: owed) { Account(iban: $0.bankDetails?.iban, bic: $0.bankDetails?.bic) }
        var made: [Transfer] = []
        for account in groups.keys.sorted() {
            guard let group = groups[account], let first = group.first, let details = first.bankDetails else {
                continue
            }
            made.append(
                Transfer(
                    id: Identifier(transfers.nextID.number + Int64(made.count)), executedAt: instant,
                    amount: group.reduce(.zero) { $0 + $1.amount }, bankDetails: details, offererID: first.offererID,
                    label: label, paymentIDs: group.map(\.id)))
        }
        return made
    }

    private struct Account: Hashable, Comparable {
        let iban: String?
        let bic: String?

        static func < (left: Account, right: Account) -> Bool {
            (left.iban ?? "", left.bic ?? "") < (right.iban ?? "", right.bic ?? "")
        }
    }
}

extension PlatformState {
    /// The account that a venue is paid to: its own, failing that its structure's (`guide G32`).
    ///
    /// Nothing if there is none, or if the team has not accepted it where it must (`guide G30`): a venue's own account that awaits
    /// acceptance holds the money back, since the structure's is no longer the one that it asked for.
    package func usableBankDetails(of venue: Venue) -> BankDetails? {
        guard let details = venue.bankDetails ?? offerers[venue.offererID]?.bankDetails else { return nil }
        return details.isAccepted || !rules.bankDetailsNeedAcceptance ? details : nil
    }

    /// What a booking brings its structure, and by which rule; what it would bring if it were paid next, as long as it is not.
    package func reimbursement(of id: Identifier<Booking>) -> (amount: Euros, rule: ReimbursementRule)? {
        guard let booking = bookings[id] else { return nil }
        if let payment = booking.paymentID.flatMap({ payments[$0] }) { return (payment.amount, payment.rule) }
        let offererID = offererID(of: booking.stockID)
        return reimbursement(of: booking, countedBefore: offererID.flatMap { reimbursable[$0] } ?? .zero)
    }

    /// The rule of least amount (`contract 2018-12 §9.2`): the booking that crosses the ceiling is not paid at all, and counts.
    private func reimbursement(of booking: Booking, countedBefore: Euros) -> (amount: Euros, rule: ReimbursementRule) {
        let isDigital = product(of: booking.stockID)?.isDigital ?? false
        let isEligible = rules.paysEligibleDigitalOffers && offer(of: booking.stockID)?.isEligible ?? false
        if isDigital && !isEligible { return (.zero, .digitalThings) }
        if countedBefore + booking.total > rules.reimbursementCeiling { return (.zero, .maximum) }
        return (booking.total, isDigital ? .eligibleDigitalThings : .physicalOffers)
    }

    private func venue(of payment: Payment) -> Venue? {
        bookings[payment.bookingID].flatMap { venue(of: $0.stockID) }
    }
}
