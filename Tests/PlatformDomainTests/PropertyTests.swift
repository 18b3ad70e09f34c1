// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("Random histories")
struct PropertyTests {
    /// What the log of a history says of one booking.
    private struct Story {
        var validations = 0
        var cancellations = 0
        var payments = 0
        var transfers = 0
        var wasPaidWhenCancelled = false
    }

    @Test("whatever happens, wallets, stocks, countermarks and money stay right", arguments: 0..<300)
    func invariants(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(seed))
        for step in 0..<60 {
            try history.step()
            if step % 10 == 9 { try check(history.world) }
        }
        history.world.advance(by: .days(60))
        try check(history.world)
    }

    @Test("replaying all events gives an equal state", arguments: 0..<60)
    func replay(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(1_000 + seed))
        for _ in 0..<60 { try history.step() }
        var replayed = PlatformState(profile: history.profile, at: World.beginning)
        for event in history.world.log { replayed.evolve(event) }
        #expect(replayed == history.world.state)
    }

    @Test("random histories reach what they are to judge")
    func reach() throws {
        var kinds: Set<String> = []
        for seed in 0..<40 as Range<UInt64> {
            var history = try RandomHistory(seed: seed)
            for _ in 0..<60 { try history.step() }
            history.world.advance(by: .days(60))
            for event in history.world.log { kinds.insert(String("\(event)".prefix { $0 != "(" })) }
            let payments = history.world.state.payments.records
            if payments.contains(where: { $0.rule == .eligibleDigitalThings }) { kinds.insert("eligible") }
        }
        let expected: Set<String> = [
            "bookingCreated", "bookingCancelled", "stockNotRestored", "countermarkValidated", "bookingBecamePayable",
            "paymentCreated", "paymentRetried", "transferSent", "occurrenceUpdated", "occurrenceDeleted",
            "stockUpdated", "stockDeleted", "venueBankDetailsAccepted", "eligible", "ribFiled", "bankDetailsRefused",
            "administratorAsked", "administratorProposed", "administratorAddressValidated",
        ]
        #expect(kinds.isSuperset(of: expected), "missing: \(expected.subtracting(kinds))")
    }

    @Test("the same seed gives the same history")
    func determinism() throws {
        var first = try RandomHistory(seed: 5)
        var second = try RandomHistory(seed: 5)
        for _ in 0..<40 {
            try first.step()
            try second.step()
        }
        #expect(first.world.log == second.world.log)
        #expect(first.world.log.count > 60)
    }

    private func check(_ world: World) throws {
        let state = world.state
        var spent: [Identifier<User>: Euros] = [:]
        var booked: [Identifier<Stock>: Int64] = [:]
        for booking in state.bookings.records where !booking.isCancelled {
            spent[booking.userID, default: .zero] += booking.total
            booked[booking.stockID, default: 0] += Int64(booking.quantity)
        }
        for user in state.users.records {
            #expect(user.wallet >= .zero)
            #expect(user.spent == spent[user.id] ?? .zero)
            #expect(user.spentOnPhysical <= state.rules.physicalCeiling)
            #expect(user.spentOnDigital <= state.rules.digitalCeiling)
        }
        for stock in state.stocks.records {
            #expect(stock.booked == booked[stock.id] ?? 0)
            if let available = stock.available { #expect(stock.booked <= available) }
        }
        #expect(Set(state.bookings.records.map(\.token)).count == state.bookings.count)
        checkMoney(state)
        checkStories(world.log, state)
    }

    private func checkMoney(_ state: PlatformState) {
        if state.rules.hasRIB {
            let offerers = state.offerers.records.map { ($0.bankDetails, $0.rib) }
            for (details, rib) in offerers + state.venues.records.map({ ($0.bankDetails, $0.rib) }) {
                #expect(rib != nil || details?.isAccepted != true, "nothing is accepted without its RIB")
                #expect(details != nil || rib == nil, "there is no RIB of no account")
            }
        }
        var owed = Euros.zero
        for payment in state.payments.records {
            let booking = state.bookings[payment.bookingID]
            #expect(booking?.paymentID == payment.id)
            #expect(booking?.isCancelled == false, "what is paid is never cancelled")
            #expect(payment.amount == .zero || payment.amount == booking?.total)
            #expect((payment.transferID != nil) == payment.statuses.contains { $0.state == .sent })
            if payment.transferID != nil { owed += payment.amount }
        }
        var sent = Euros.zero
        for transfer in state.transfers.records {
            sent += transfer.amount
            #expect(transfer.amount > .zero)
            #expect(transfer.bankDetails.isAccepted)
            for id in transfer.paymentIDs {
                #expect(state.payments[id]?.bankDetails?.iban == transfer.bankDetails.iban)
            }
        }
        #expect(sent == owed, "what was sent is what was paid")
    }

    private func checkStories(_ log: [Event], _ state: PlatformState) {
        var stories: [Identifier<Booking>: Story] = [:]
        for event in log {
            switch event {
            case .countermarkValidated(let id, _, _): stories[id, default: Story()].validations += 1
            case .bookingCancelled(let id, _, _):
                stories[id, default: Story()].cancellations += 1
                if stories[id, default: Story()].payments > 0 {
                    stories[id, default: Story()].wasPaidWhenCancelled = true
                }
            case .paymentCreated(let payment): stories[payment.bookingID, default: Story()].payments += 1
            case .transferSent(let transfer):
                for id in transfer.paymentIDs {
                    if let booking = state.payments[id]?.bookingID { stories[booking, default: Story()].transfers += 1 }
                }
            default: break
            }
        }
        for (id, story) in stories {
            #expect(story.validations <= 1, "\(id) is validated at most once")
            #expect(story.cancellations <= 1, "\(id) is cancelled at most once")
            #expect(story.payments <= 1 && story.transfers <= 1, "\(id) is paid at most once")
            #expect(!story.wasPaidWhenCancelled && !(story.cancellations == 1 && story.payments == 1))
        }
    }
}
