// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import TestSupport

/// A platform with a clock, and the shortest ways to populate it.
struct World {
    private(set) var state: PlatformState
    private(set) var log: [Event] = []
    private(set) var now: Instant
    private var random: SeededRandom
    private var people = 0
    private var structures = 0

    /// When every world begins: a Monday, in the first fortnight of December 2018.
    static let beginning = instant("2018-12-03T10:00:00Z")

    init(_ profile: Profile = .documented, at begin: Instant = World.beginning, seed: UInt64 = 1) {
        state = PlatformState(profile: profile, at: begin)
        now = begin
        random = SeededRandom(seed: seed)
    }

    /// What would refuse a command now; nothing if it would pass.
    func refusal(_ command: Command) -> Refusal? {
        var random = random
        do {
            _ = try state.decide(command, at: now, drawing: &random)
            return nil
        } catch {
            return error
        }
    }

    @discardableResult
    mutating func perform(_ command: Command) throws(Refusal) -> [Event] {
        let events = try state.decide(command, at: now, drawing: &random)
        for event in events { state.evolve(event) }
        log += events
        return events
    }

    @discardableResult
    mutating func advance(to instant: Instant) -> [Settled] {
        var seen: [Event] = []
        let settled = state.settle(until: instant, drawing: &random) { event, _ in seen.append(event) }
        log += seen
        now = max(now, instant)
        return settled
    }

    @discardableResult
    mutating func advance(by span: Span) -> [Settled] { advance(to: now + span) }

    /// Makes something happen without a command, such as what no route does.
    mutating func happen(_ event: Event) {
        state.evolve(event)
        log.append(event)
    }

    /// Runs the payments, and says whether there was nothing to pay.
    mutating func paysNothing() throws -> Bool {
        try perform(.runPayments).allSatisfy { event in
            guard case .paymentBatchRun(let batch) = event else { return false }
            return batch.at == now && batch.created.isEmpty && batch.retried.isEmpty && batch.transferIDs.isEmpty
        }
    }

    /// A young person with a validated account.
    mutating func young() throws -> Identifier<User> {
        people += 1
        let draft = SignUp(
            purpose: .young, email: "jeune\(people)@exemple.fr", passwordHash: "hash", publicName: "Jeune \(people)",
            isValidatedAtOnce: true)
        try perform(.signUp(draft))
        return Identifier(Int64(state.users.count))
    }

    /// A structure with its administrator and a validated physical venue.
    mutating func shop(isPaid: Bool = true) throws -> Shop {
        structures += 1
        let siren = "\(100_000_000 + structures)"
        people += 1
        let draft = OffererDraft(
            name: "Structure \(structures)", siren: siren, address: "1 rue du Test", postalCode: "75001", city: "Paris")
        try perform(
            .signUp(
                SignUp(
                    purpose: .professional(draft), email: "pro\(people)@exemple.fr", passwordHash: "hash",
                    publicName: "Pro \(people)", isValidatedAtOnce: true)))
        let user = Identifier<User>(Int64(state.users.count))
        let offerer = Identifier<Offerer>(Int64(state.offerers.count))
        try perform(.nameAdministrator(offerer, email: "pro\(people)@exemple.fr"))
        let virtual = state.venues(of: offerer)[0].id
        var details = VenueDetails()
        details.siret = siren + "00001"
        details.address = "1 rue du Test"
        details.postalCode = "75001"
        details.city = "Paris"
        try perform(
            .createVenue(
                by: .user(user), VenueDraft(offererID: offerer, name: "Lieu", isVirtual: false, details: details)))
        let shop = Shop(user: user, offerer: offerer, venue: Identifier(Int64(state.venues.count)), virtual: virtual)
        if isPaid {
            try enterBankDetails("FR7630001007941234567890\(structures % 10)85", for: shop)
            try fileRIB(.offerer(offerer), for: shop)
            try perform(.acceptOffererBankDetails(offerer))
        }
        return shop
    }

    mutating func enterBankDetails(_ iban: String, for shop: Shop) throws {
        var changes = OffererChanges()
        changes.bankDetails = .some(BankDetailsDraft(iban: iban, bic: "BDFEFR2LCCB"))
        try perform(.updateOfferer(by: .user(shop.user), shop.offerer, changes))
    }

    /// Files a RIB for an account whose bank details were entered.
    mutating func fileRIB(_ payee: Payee, for shop: Shop, digest: String = "a") throws {
        try perform(
            .fileRIB(by: .user(shop.user), payee, RIB(form: .pdf, byteCount: 9, digest: digest, filedAt: now)))
    }

    /// An offer of a thing with one stock.
    mutating func thing(
        _ shop: Shop, type: String = "ThingType.LIVRE_EDITION", url: String? = nil, price: Int64 = 10_00,
        available: Int64? = nil, resells: Bool = false
    ) throws -> Identifier<Stock> {
        var details = ProductDetails()
        details.name = "Chose"
        details.type = type
        details.url = url
        let venue = url == nil ? shop.venue : shop.virtual
        try perform(.createProduct(by: .user(shop.user), ProductDraft(kind: .thing, details: details), at: venue))
        let owner = StockDraft.Owner.offer(Identifier(Int64(state.offers.count)))
        return try stock(shop, owner, price: price, available: available, resells: resells)
    }

    /// An offer of a date that lasts two hours, with one stock.
    mutating func date(
        _ shop: Shop, begin: Instant, type: String = "EventType.CINEMA", price: Int64 = 10_00,
        available: Int64? = nil, limit: StockDraft.Limit = .none
    ) throws -> Identifier<Stock> {
        var details = ProductDetails()
        details.name = "Film"
        details.type = type
        details.durationMinutes = 120
        try perform(.createProduct(by: .user(shop.user), ProductDraft(kind: .event, details: details), at: shop.venue))
        let offer = Identifier<Offer>(Int64(state.offers.count))
        try perform(.createOccurrence(by: .user(shop.user), offer, begin: begin, end: begin + .hours(2)))
        let owner = StockDraft.Owner.occurrence(Identifier(Int64(state.occurrences.count)))
        return try stock(shop, owner, price: price, available: available, limit: limit)
    }

    mutating func stock(
        _ shop: Shop, _ owner: StockDraft.Owner, price: Int64, available: Int64? = nil,
        limit: StockDraft.Limit = .none, resells: Bool = false
    ) throws -> Identifier<Stock> {
        let draft = StockDraft(
            owner: owner, price: Euros(cents: price), available: available, limit: limit, resellsUnfetched: resells)
        try perform(.createStock(by: .user(shop.user), draft))
        return Identifier(Int64(state.stocks.count))
    }

    mutating func book(
        _ user: Identifier<User>, _ stock: Identifier<Stock>, quantity: Int = 1
    ) throws -> Identifier<Booking> {
        try perform(.book(by: user, stock: stock, quantity: quantity, recommendation: nil))
        return Identifier(Int64(state.bookings.count))
    }

    func booking(_ id: Identifier<Booking>) throws -> Booking { try found(state.bookings[id]) }
    func user(_ id: Identifier<User>) throws -> User { try found(state.users[id]) }
    func stock(_ id: Identifier<Stock>) throws -> Stock { try found(state.stocks[id]) }

    mutating func validate(_ id: Identifier<Booking>, by shop: Shop) throws {
        try perform(.validateCountermark(by: .user(shop.user), try countermark(id)))
    }

    /// The query of a booking's countermark alone, or with whose it is and of what.
    func countermark(_ id: Identifier<Booking>, isOpen: Bool = false) throws -> CountermarkQuery {
        let booking = try booking(id)
        guard isOpen else { return CountermarkQuery(token: booking.token, email: nil, offerID: nil) }
        return CountermarkQuery(
            token: booking.token, email: try user(booking.userID).email, offerID: state.offer(of: booking.stockID)?.id)
    }
}

/// A structure of a ``World``.
struct Shop {
    let user: Identifier<User>
    let offerer: Identifier<Offerer>
    let venue: Identifier<Venue>
    let virtual: Identifier<Venue>
}

/// Something that the test itself made is not there.
struct NotFound: Error {}

func found<Record>(_ record: Record?) throws -> Record {
    guard let record else { throw NotFound() }
    return record
}

func instant(_ text: String) -> Instant {
    guard let instant = Instant(iso8601: text) else { preconditionFailure("no instant: \(text)") }
    return instant
}

func cents(_ count: Int64) -> Euros { Euros(cents: count) }
