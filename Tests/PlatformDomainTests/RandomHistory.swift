// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import TestSupport

/// A small platform on which random things happen, the same for the same seed.
struct RandomHistory {
    let profile: Profile
    var world: World
    private var random: SeededRandom
    private var shops: [Shop] = []

    init(seed: UInt64) throws {
        random = SeededRandom(seed: seed &* 7_919 &+ 13)
        profile = seed % 2 == 0 ? .documented : .observed
        world = World(profile, seed: seed)
        shops = [try world.shop(), try world.shop(isPaid: false)]
        for _ in 0..<4 { _ = try world.young() }
        for shop in shops {
            _ = try world.thing(shop, price: number(1...60) * 1_00, available: number(1...4), resells: chance(2))
            _ = try world.thing(shop, type: "ThingType.MUSIQUE", price: number(0...40) * 1_00)
            _ = try world.thing(
                shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr", price: number(1...120) * 1_00)
            for _ in 0..<2 {
                let begin = world.now + .hours(number(-100...900))
                _ = try world.date(shop, begin: begin, price: number(0...200) * 1_00, available: number(1...5))
            }
        }
        try world.perform(.setOfferEligible(Identifier(3), true))
        for shop in shops {
            try world.perform(.askForAdministrator(shop.offerer, email: "contact@exemple.fr"))
            try world.perform(.proposeAdministrator(shop.offerer, name: nil, email: world.user(shop.user).email))
        }
    }

    /// One thing happens, or is refused.
    mutating func step() throws {
        let shop = shops[Int(number(0...1))]
        let pro = Actor.user(shop.user)
        switch number(0...16) {
        case 0...5:
            attempt(
                .book(
                    by: Identifier(number(1...Int64(world.state.users.count))), stock: anyStock(),
                    quantity: Int(number(1...3)), recommendation: nil))
        case 6, 7: attempt(.cancelBooking(by: anyActor(), anyBooking()))
        case 8, 9:
            let token = world.state.bookings[anyBooking()]?.token ?? "ZZZZZZ"
            attempt(
                .validateCountermark(by: anyActor(), CountermarkQuery(token: token, email: nil, offerID: nil)))
        case 10: world.advance(by: .hours(number(1...240)))
        case 11: attempt(chance(2) ? .runPayments : .setOfferEligible(Identifier(number(1...10)), chance(2)))
        case 12:
            let id = Identifier<Occurrence>(number(1...4))
            let begin = world.now + .hours(number(-200...400))
            attempt(
                chance(3)
                    ? .deleteOccurrence(by: pro, id)
                    : .updateOccurrence(by: pro, id, begin: begin, end: begin + .hours(number(1...50))))
        case 13: changeStock(by: pro)
        case 14: try changeBankDetails(of: shop)
        case 15: attempt(.setOfferActive(by: pro, Identifier(number(1...10)), !chance(4)))
        default: attempt(.recommend(to: Identifier(number(1...4)), limit: 5))
        }
    }

    private mutating func changeStock(by pro: Actor) {
        if chance(6) { return attempt(.deleteStock(by: pro, anyStock())) }
        var changes = StockChanges()
        changes.available = .some(chance(3) ? nil : number(0...6))
        changes.price = chance(2) ? cents(number(0...80) * 1_00) : nil
        changes.resellsUnfetched = chance(2) ? chance(2) : nil
        attempt(.updateStock(by: pro, anyStock(), changes))
    }

    private mutating func changeBankDetails(of shop: Shop) throws {
        if chance(3) { return attempt(.acceptOffererBankDetails(shop.offerer)) }
        if chance(2) { return fileRIB(of: shop) }
        let draft = BankDetailsDraft(iban: "FR76\(number(1...3))", bic: "BDFEFR2LCCB")
        if chance(2) {
            var changes = VenueChanges()
            changes.bankDetails = .some(chance(2) ? nil : draft)
            attempt(.updateVenue(by: .user(shop.user), shop.venue, changes))
            if chance(2) { attempt(.acceptVenueBankDetails(shop.venue)) }
        } else {
            var changes = OffererChanges()
            changes.bankDetails = .some(chance(3) ? nil : draft)
            attempt(.updateOfferer(by: .user(shop.user), shop.offerer, changes))
        }
    }

    /// A step towards naming the administrator, in whatever order: who it is stays the same.
    private mutating func appoint(in shop: Shop) {
        let email = world.state.users[shop.user]?.email ?? ""
        switch number(0...9) {
        case 0: attempt(.askForAdministrator(shop.offerer, email: email))
        case 1...3: attempt(.proposeAdministrator(shop.offerer, name: nil, email: email))
        case 4...6: attempt(.validateAddress(shop.offerer, .structure))
        default: attempt(.validateAddress(shop.offerer, .administrator))
        }
    }

    private mutating func fileRIB(of shop: Shop) {
        let payee: Payee = chance(2) ? .offerer(shop.offerer) : .venue(shop.venue)
        if chance(4) { return attempt(.refuseBankDetails(payee, reason: "illisible")) }
        if chance(3) { return appoint(in: shop) }
        let rib = RIB(form: .pdf, byteCount: 9, digest: "\(number(1...3))", filedAt: world.now)
        attempt(.fileRIB(by: .user(shop.user), payee, rib))
    }

    private mutating func attempt(_ command: Command) {
        _ = try? world.perform(command)
    }

    private mutating func anyBooking() -> Identifier<Booking> {
        Identifier(number(1...Int64(max(1, world.state.bookings.count))))
    }

    private mutating func anyStock() -> Identifier<Stock> { Identifier(number(1...Int64(world.state.stocks.count))) }

    private mutating func anyActor() -> Actor {
        chance(6) ? .team : .user(Identifier(number(1...Int64(world.state.users.count))))
    }

    private mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }

    private mutating func chance(_ oneIn: Int64) -> Bool { number(1...oneIn) == 1 }
}
