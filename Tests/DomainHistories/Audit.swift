// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain

/// Keeps books of its own beside the platform's, from the events alone, and compares after each.
package struct Audit: Sendable {
    /// What a person has, by these books; all in cents.
    struct Account {
        var credit: Int64
        /// Booked, neither validated nor paid nor cancelled.
        var reserved: Int64 = 0
        /// Validated or paid, and not cancelled.
        var spent: Int64 = 0

        var wallet: Int64 { credit - reserved - spent }
    }

    /// What became of a booking, by these books.
    struct Story {
        let booking: Booking
        var isSpent = false
        var validations = 0
        var cancellations = 0
        var payments = 0
        var transfers = 0
    }

    /// What was found wrong, in the order found.
    package private(set) var violations: [Violation] = []
    /// Everything that happened.
    package private(set) var log: [Event] = []
    private let rules: Rules
    private let beginning: Instant
    private var now: Instant
    private var accounts: [Identifier<User>: Account] = [:]
    private var stories: [Identifier<Booking>: Story] = [:]
    private var booked: [Identifier<Stock>: Int64] = [:]
    private var tokens: Set<String> = []
    private var payments: [Identifier<Payment>: Payment] = [:]

    /// Opens the books of a platform that is empty at that instant.
    package init(rules: Rules, at beginning: Instant) {
        self.rules = rules
        self.beginning = beginning
        now = beginning
    }

    /// Enters an event that was applied, with the state that it left, and compares what it touched.
    package mutating func note(_ event: Event, _ state: PlatformState) {
        log.append(event)
        let before = now
        expect(state.now >= before, .timeMonotonic, "\(state.now) after \(before)")
        if case .timeReached(let instant) = event {
            expect(instant >= before, .timeMonotonic, "\(instant) after \(before)")
        }
        now = max(before, state.now)
        switch event {
        case .userCreated(let user): accounts[user.id] = Account(credit: user.credit.cents)
        case .bookingCreated(let booking): create(booking, state)
        case .bookingCancelled(let id, _, _): cancel(id, state)
        case .countermarkValidated(let id, _, _): validate(id, state)
        case .publicV1(.bookingKept(let id, _)): keep(id, state)
        case .bookingBecamePayable(let id, _):
            expect(stories[id]?.cancellations == 0, .cancelledNeverPaid, "booking \(id.number) becomes payable")
        case .paymentCreated(let payment): pay(payment, state)
        case .paymentWithdrawn(let id, _, _): withdraw(id, state)
        case .transferSent(let transfer): send(transfer, state)
        case .userUpdated(let user): compare(user.id, state)
        case .stockUpdated(let stock): compare(stock.id, state)
        default: break
        }
    }

    /// Looks at a refusal: what was never sent is not paid.
    package mutating func note(_ refusal: Refusal, of command: Command) {
        guard refusal == .bookingPaid, case .cancelBooking(_, let id) = command else { return }
        expect(stories[id]?.transfers == 1, .paidIsSent, "booking \(id.number) is refused as paid")
    }

    /// Compares all accounts and stocks with the state.
    package mutating func compare(_ state: PlatformState) {
        for id in accounts.keys { compare(id, state) }
        for stock in state.stocks.records { compare(stock.id, state) }
        guard rules.hasRIB else { return }
        for offerer in state.offerers.records { compare(offerer.bankDetails, offerer.rib) }
        for venue in state.venues.records { compare(venue.bankDetails, venue.rib) }
    }

    /// Compares the state with what the events give when they are applied to an empty platform again.
    package mutating func replay(_ state: PlatformState, profile: Profile) {
        var replayed = PlatformState(profile: profile, at: beginning)
        for event in log { replayed.evolve(event) }
        let count = log.count
        expect(replayed == state, .replayIsEqual, "\(count) events")
    }

    // MARK: - Entries

    private mutating func create(_ booking: Booking, _ state: PlatformState) {
        expect(tokens.insert(booking.token).inserted, .countermarksUnique, booking.token)
        stories[booking.id] = Story(booking: booking)
        accounts[booking.userID]?.reserved += booking.total.cents
        booked[booking.stockID, default: 0] += Int64(booking.quantity)
        compare(booking, state)
    }

    private mutating func cancel(_ id: Identifier<Booking>, _ state: PlatformState) {
        guard var story = stories[id] else { return }
        expect(story.cancellations == 0, .cancelledAtMostOnce, "booking \(id.number)")
        expect(story.payments == 0, .cancelledNeverPaid, "booking \(id.number) is cancelled after its payment")
        story.cancellations += 1
        stories[id] = story
        guard story.cancellations == 1 else { return }
        let cents = story.booking.total.cents
        if story.isSpent {
            accounts[story.booking.userID]?.spent -= cents
        } else {
            accounts[story.booking.userID]?.reserved -= cents
        }
        booked[story.booking.stockID, default: 0] -= Int64(story.booking.quantity)
        compare(story.booking, state)
    }

    private mutating func validate(_ id: Identifier<Booking>, _ state: PlatformState) {
        guard let story = stories[id] else { return }
        expect(
            story.validations == 0 && story.cancellations == 0, .validatedAtMostOnce,
            "booking \(id.number), cancelled \(story.cancellations) times")
        stories[id]?.validations += 1
        spend(id)
        compare(story.booking, state)
    }

    /// A validation is taken back: the next one is a first one again.
    private mutating func keep(_ id: Identifier<Booking>, _ state: PlatformState) {
        guard let story = stories[id] else { return }
        expect(
            story.validations == 1 && story.cancellations == 0 && story.payments == 0, .validatedAtMostOnce,
            "booking \(id.number) is kept after \(story.validations) validations and \(story.payments) payments")
        stories[id]?.validations = 0
        if story.isSpent { reserve(id) }
        compare(story.booking, state)
    }

    private mutating func pay(_ payment: Payment, _ state: PlatformState) {
        let id = payment.bookingID
        guard let story = stories[id] else { return }
        expect(story.payments == 0, .paidAtMostOnce, "booking \(id.number) has a second payment")
        expect(story.cancellations == 0, .cancelledNeverPaid, "booking \(id.number) is paid after its cancellation")
        expect(
            payment.amount == .zero || payment.amount == story.booking.total, .moneyConserved,
            "booking \(id.number) of \(story.booking.total.cents) is paid \(payment.amount.cents)")
        stories[id]?.payments += 1
        payments[payment.id] = payment
        spend(id)
        compare(story.booking, state)
    }

    /// A payment that did not leave is taken back: what was not validated is reserved again.
    private mutating func withdraw(_ id: Identifier<Payment>, _ state: PlatformState) {
        guard let booking = payments[id]?.bookingID, let story = stories[booking] else { return }
        expect(
            story.payments == 1 && story.transfers == 0, .sentNeverWithdrawn,
            "payment \(id.number), transferred \(story.transfers) times")
        stories[booking]?.payments = 0
        if story.isSpent, story.validations == 0 { reserve(booking) }
        compare(story.booking, state)
    }

    private mutating func send(_ transfer: Transfer, _ state: PlatformState) {
        let sum = transfer.paymentIDs.reduce(Int64(0)) { $0 + (payments[$1]?.amount.cents ?? 0) }
        expect(
            sum == transfer.amount.cents && sum > 0, .transfersAreTheirPayments,
            "transfer \(transfer.id.number) of \(transfer.amount.cents) for payments of \(sum)")
        expect(
            transfer.bankDetails.isAccepted || !rules.bankDetailsNeedAcceptance, .transfersNeedAcceptance,
            "transfer \(transfer.id.number)")
        for id in transfer.paymentIDs {
            guard let booking = payments[id]?.bookingID, let story = stories[booking] else { continue }
            expect(story.transfers == 0, .paidAtMostOnce, "booking \(booking.number) is transferred twice")
            stories[booking]?.transfers += 1
            let over = state.bookings[booking].flatMap { state.payableWithoutVisit($0) } ?? .latest
            let isEarned = story.validations > 0 || over <= now
            expect(isEarned, .paidOnceOver, "booking \(booking.number), over at \(over)")
        }
    }

    private mutating func spend(_ id: Identifier<Booking>) {
        guard let story = stories[id], !story.isSpent, story.cancellations == 0 else { return }
        stories[id]?.isSpent = true
        accounts[story.booking.userID]?.reserved -= story.booking.total.cents
        accounts[story.booking.userID]?.spent += story.booking.total.cents
    }

    private mutating func reserve(_ id: Identifier<Booking>) {
        guard let booking = stories[id]?.booking else { return }
        stories[id]?.isSpent = false
        accounts[booking.userID]?.reserved += booking.total.cents
        accounts[booking.userID]?.spent -= booking.total.cents
    }

    // MARK: - Comparisons

    private mutating func compare(_ booking: Booking, _ state: PlatformState) {
        compare(booking.userID, state)
        compare(booking.stockID, state)
    }

    private mutating func compare(_ id: Identifier<User>, _ state: PlatformState) {
        guard let account = accounts[id], let user = state.users[id] else { return }
        expect(
            user.wallet >= .zero && account.wallet >= 0, .walletNeverNegative, "user \(id.number): \(account.wallet)")
        expect(
            user.wallet.cents == account.wallet && user.credit.cents == account.credit, .moneyConserved,
            "user \(id.number): \(account.credit) = \(user.wallet.cents) + \(account.reserved) + \(account.spent)")
        expect(
            user.spentOnPhysical <= rules.physicalCeiling && user.spentOnDigital <= rules.digitalCeiling, .ceilingsHold,
            "user \(id.number): \(user.spentOnPhysical.cents), \(user.spentOnDigital.cents)")
    }

    private mutating func compare(_ id: Identifier<Stock>, _ state: PlatformState) {
        guard let stock = state.stocks[id] else { return }
        let count = booked[id] ?? 0
        expect(
            stock.booked == count && stock.available.map { count <= $0 } ?? true, .stockNeverOversold,
            "stock \(id.number): \(count) booked (it says \(stock.booked)) of \(stock.available.map(String.init) ?? "any number")"
        )
    }

    private mutating func compare(_ details: BankDetails?, _ rib: RIB?) {
        let holds = (rib != nil || details?.isAccepted != true) && (details != nil || rib == nil)
        expect(holds, .acceptanceNeedsRIB, "account \(details?.iban ?? "none"), RIB \(rib?.digest ?? "none")")
    }

    private mutating func expect(_ holds: Bool, _ invariant: Invariant, _ detail: @autoclosure () -> String) {
        guard !holds else { return }
        violations.append(Violation(invariant: invariant, detail: detail()))
    }
}
