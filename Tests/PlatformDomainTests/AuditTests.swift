// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import DomainHistories
import PlatformDomain
import Testing

/// Each invariant is broken once, by events that the domain would never give, and the audit sees it.
@Suite("The audit sees what is broken")
struct AuditTests {
    private let young = Identifier<User>(3)
    private let book = Identifier<Stock>(1)

    /// A history without violations in which somebody has booked a book.
    private func history(_ profile: Profile = .documented) throws -> (RandomHistory, Event) {
        var history = try RandomHistory(seed: 2, profile: profile)
        let booked = try history.attempt(.book(by: young, stock: book, quantity: 1, recommendation: nil)).get()
        #expect(history.audit.violations.isEmpty)
        return (history, try found(booked.first))
    }

    /// What is seen wrong of a history into which an event was forced.
    private func seen(_ history: RandomHistory, after events: Event...) -> Set<Invariant> {
        var history = history
        for event in events { history.force(event) }
        history.audit.compare(history.state)
        return Set(history.audit.violations.map(\.invariant))
    }

    private var validated: Event { .countermarkValidated(Identifier(1), by: nil, at: World.beginning) }
    private var cancelled: Event { .bookingCancelled(Identifier(1), .user, at: World.beginning) }

    @Test(
        "the bookings' own: a countermark twice, two validations, two cancellations, a validation after a cancellation")
    func bookings() throws {
        let (history, booked) = try history()
        #expect(seen(history, after: booked).contains(.countermarksUnique))
        #expect(seen(history, after: validated).isEmpty)
        #expect(seen(history, after: validated, validated) == [.validatedAtMostOnce])
        #expect(seen(history, after: cancelled).isEmpty)
        #expect(seen(history, after: cancelled, cancelled) == [.cancelledAtMostOnce])
        #expect(seen(history, after: cancelled, validated).contains(.validatedAtMostOnce))
    }

    @Test("a stock with fewer copies than are booked")
    func oversold() throws {
        let (history, _) = try history()
        var stock = try found(history.state.stocks[book])
        stock.available = 0
        #expect(seen(history, after: .stockUpdated(stock)) == [.stockNeverOversold])
        stock.available = nil
        stock.booked = 2
        #expect(seen(history, after: .stockUpdated(stock)) == [.stockNeverOversold])
    }

    @Test("a wallet below nothing, money from nowhere, a ceiling passed")
    func wallets() throws {
        let (history, _) = try history()
        var user = try found(history.state.users[young])
        user.credit = .zero
        #expect(seen(history, after: .userUpdated(user)) == [.walletNeverNegative, .moneyConserved])
        user = try found(history.state.users[young])
        user.spent = .zero
        #expect(seen(history, after: .userUpdated(user)) == [.moneyConserved])
        user = try found(history.state.users[young])
        user.spentOnPhysical = cents(100_01)
        #expect(seen(history, after: .userUpdated(user)) == [.ceilingsHold])
    }

    @Test("a second payment, a payment of what is cancelled, a cancellation of what is paid, a second transfer")
    func payments() throws {
        var (history, _) = try history()
        let unused = history
        history.force(validated)
        let unpaid = history
        let events = try history.attempt(.runPayments).get()
        #expect(history.audit.violations.isEmpty)
        let payment = try found(events.first { if case .paymentCreated = $0 { true } else { false } })
        let transfer = try found(events.first { if case .transferSent = $0 { true } else { false } })
        #expect(seen(history, after: payment) == [.paidAtMostOnce])
        #expect(seen(history, after: transfer) == [.paidAtMostOnce])
        #expect(seen(history, after: cancelled).contains(.cancelledNeverPaid))
        #expect(seen(unpaid, after: cancelled, payment).contains(.cancelledNeverPaid))
        #expect(
            seen(unpaid, after: cancelled, .bookingBecamePayable(Identifier(1), at: World.beginning)).contains(
                .cancelledNeverPaid))
        #expect(seen(unpaid, after: transfer) == [.transfersAreTheirPayments])
        #expect(seen(unused, after: payment, transfer) == [.paidOnceOver])
        let withdrawn = Event.paymentWithdrawn(Identifier(1), .bookingCancelled, at: World.beginning)
        #expect(seen(history, after: withdrawn) == [.sentNeverWithdrawn])
        #expect(seen(unused, after: payment, withdrawn, cancelled).isEmpty)
    }

    @Test("a refusal as paid of what nobody was paid for")
    func refusals() throws {
        var (history, _) = try history()
        history.force(validated)
        let cancellation = Command.cancelBooking(by: .team, Identifier(1))
        var unpaid = history
        unpaid.audit.note(.bookingPaid, of: cancellation)
        #expect(seen(unpaid) == [.paidIsSent])
        _ = try history.attempt(.runPayments).get()
        history.audit.note(.bookingPaid, of: cancellation)
        #expect(seen(history).isEmpty)
    }

    @Test("a transfer to an account that nobody accepted, where the team has to")
    func acceptance() throws {
        var (history, _) = try history(.observed)
        var offerer = try found(history.state.offerers[Identifier(1)])
        offerer.bankDetails?.isAccepted = false
        history.force(.offererUpdated(offerer))
        history.force(validated)
        let events = try history.attempt(.runPayments).get()
        var audit = Audit(rules: Rules(profile: .documented), at: World.beginning)
        for event in events { audit.note(event, history.state) }
        #expect(audit.violations.map(\.invariant).contains(.transfersNeedAcceptance))
    }

    @Test("bank details that were accepted without a RIB")
    func withoutRIB() throws {
        let (history, _) = try history()
        var offerer = try found(history.state.offerers[Identifier(1)])
        offerer.rib = nil
        #expect(seen(history, after: .offererUpdated(offerer)) == [.acceptanceNeedsRIB])
    }

    @Test("time that goes back, and events that do not give the state")
    func timeAndReplay() throws {
        let (history, _) = try history()
        #expect(seen(history, after: .timeReached(World.beginning - .seconds(1))) == [.timeMonotonic])
        var complete = history
        complete.end()
        #expect(complete.audit.violations.isEmpty)
        var incomplete = history
        incomplete.audit.note(cancelled, history.state)
        let before = incomplete.audit.violations.count
        incomplete.audit.replay(history.state, profile: .documented)
        #expect(incomplete.audit.violations.dropFirst(before).map(\.invariant) == [.replayIsEqual])
    }
}
