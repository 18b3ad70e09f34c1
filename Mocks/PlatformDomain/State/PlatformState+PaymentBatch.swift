// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension PlatformState {
    /// A fortnight's payments: one for every payable booking that has none, a new attempt for those that had no account, and one
    /// transfer for each account (`guide G32`, `contract 2018-12 §9`); of one booking only, it is that booking's payment alone.
    func paymentBatch(
        at instant: Instant, only booking: Identifier<Booking>? = nil, drawing: inout some RandomNumberGenerator
    ) -> [Event] {
        // Nearly all batches of a leap over the years find nothing.
        guard payable.count > 0 || unprocessable.count > 0 else {
            return [.paymentBatchRun(batch(at: instant, retried: [], created: [], transfers: []))]
        }
        let label = Fortnight.label(at: instant)
        let retried = booking == nil ? retriedPayments(label: label) : []
        let created = newPayments(of: booking.map { [$0] } ?? payable.keys, label: label, at: instant)
        let transfers = transfers(of: retried + created, label: label, at: instant, drawing: &drawing)
        var events: [Event] = []
        for payment in retried {
            guard let details = payment.bankDetails else { continue }
            events.append(.paymentRetried(payment.id, details, label: label, at: instant))
        }
        events += created.map(Event.paymentCreated)
        events += transfers.map(Event.transferSent)
        let batch = batch(at: instant, retried: retried, created: created, transfers: transfers)
        return events + [.paymentBatchRun(batch)]
    }

    private func batch(
        at instant: Instant, retried: [Payment], created: [Payment], transfers: [Transfer]
    ) -> PaymentBatch {
        PaymentBatch(
            id: batches.nextID, at: instant, retried: retried.map(\.id), created: created.map(\.id),
            transferIDs: transfers.map(\.id), userCount: Int64(users.count), bookingCount: Int64(bookings.count))
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

    /// The payments of what is payable, in the service's order: structure by structure, oldest booking first.
    ///
    /// What goes by today's rules waits, and stays used, until there is an account to pay it to.
    private func newPayments(of ids: [Identifier<Booking>], label: String, at instant: Instant) -> [Payment] {
        var toPay: [(booking: Booking, venue: Venue)] = []
        for id in ids {
            guard let booking = bookings[id], let venue = venue(of: booking.stockID), isDue(booking, at: instant)
            else { continue }
            toPay.append((booking, venue))
        }
        toPay.sort { ($0.venue.offererID, $0.booking.id) < ($1.venue.offererID, $1.booking.id) }
        var made: [Payment] = []
        var running = RunningReimbursements()
        for (booking, venue) in toPay {
            let details = usableBankDetails(of: venue)
            guard details != nil || category(of: booking.stockID) == nil else { continue }
            let (amount, rule) = running.pay(booking, at: instant, in: self)
            made.append(
                Payment(
                    id: Identifier(payments.nextID.number + Int64(made.count)), bookingID: booking.id, amount: amount,
                    rule: rule, bankDetails: details, offererID: venue.offererID, label: label,
                    statuses: [firstStatus(of: venue, hasAccount: details != nil, at: instant)], transferID: nil))
        }
        return made
    }

    /// Whether what is payable is paid at an instant: for a date that nobody came to, where it must be strictly over, not at that very one.
    private func isDue(_ booking: Booking, at instant: Instant) -> Bool {
        guard rules.noShow.isStrict, !booking.isUsed, let occurrence = occurrence(of: booking.stockID) else {
            return true
        }
        return noShowPayable(of: occurrence) < instant
    }

    private func firstStatus(of venue: Venue, hasAccount: Bool, at instant: Instant) -> PaymentStatus {
        if hasAccount { return PaymentStatus(state: .pending, date: instant, detail: nil) }
        let offerer = offerers[venue.offererID]
        let why =
            if venue.bankDetails == nil && offerer?.bankDetails == nil {
                "IBAN et BIC manquants sur l'offreur"
            } else if offerer?.siren == nil {
                "SIREN manquant sur l'offreur"
            } else {
                "IBAN et BIC en attente de validation"
            }
        return PaymentStatus(state: .notProcessable, date: instant, detail: why)
    }

    /// One transfer for each account, sorted by account; none for an account to which nothing is owed.
    ///
    /// A payment of nothing goes with the transfer to its account, as in the service; alone it makes none, where the service
    /// ordered a transfer of 0.00.
    private func transfers(
        of payments: [Payment], label: String, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) -> [Transfer] {
        var groups: [BankAccount: [Payment]] = [:]
        for payment in payments {
            guard let details = payment.bankDetails else { continue }
            groups[details.account, default: []].append(payment)
        }
        var made: [Transfer] = []
        for account in groups.keys.sorted() {
            guard let group = groups[account], let first = group.first, let details = first.bankDetails else {
                continue
            }
            let amount = group.reduce(.zero) { $0 + $1.amount }
            guard amount > .zero else { continue }
            made.append(
                Transfer(
                    id: Identifier(transfers.nextID.number + Int64(made.count)), executedAt: instant, amount: amount,
                    bankDetails: details, offererID: first.offererID, label: label, paymentIDs: group.map(\.id),
                    endToEndID: Drawing.uuid(from: &drawing)))
        }
        return made
    }
}
