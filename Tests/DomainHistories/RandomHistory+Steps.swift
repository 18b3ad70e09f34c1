// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension RandomHistory {
    /// One thing happens, or is refused.
    package mutating func step() {
        let shop = shops[Int(number(0...1))]
        let pro = Actor.user(shop.user)
        switch number(0...18) {
        case 0...5:
            attempt(.book(by: anyUser(), stock: anyStock(), quantity: Int(number(1...3)), recommendation: nil))
        case 6, 7: attempt(.cancelBooking(by: anyActor(), anyBooking()))
        case 8, 9:
            let token = state.bookings[anyBooking()]?.token ?? "ZZZZZZ"
            attempt(.validateCountermark(by: anyActor(), CountermarkQuery(token: token, email: nil, offerID: nil)))
        case 10: advance(by: .hours(number(1...240)))
        case 11: attempt(chance(2) ? .runPayments : .setOfferEligible(Identifier(number(1...10)), chance(2)))
        case 12: changeDate(by: pro)
        case 13: changeStock(by: pro)
        case 14: changeBankDetails(of: shop)
        case 15: attempt(.setOfferActive(by: pro, Identifier(number(1...10)), !chance(4)))
        case 16, 17:
            publicV1Step()
            if chance(3) { publishingStep() }
        default: attempt(.recommend(to: anyUser(), limit: 5))
        }
    }

    private mutating func changeDate(by pro: Actor) {
        let id = Identifier<Occurrence>(number(1...Int64(max(4, state.occurrences.count))))
        guard !chance(3) else {
            attempt(.deleteOccurrence(by: pro, id))
            return
        }
        let begin = now + .hours(number(-200...400))
        attempt(.updateOccurrence(by: pro, id, begin: begin, end: begin + .hours(number(1...50))))
    }

    private mutating func changeStock(by pro: Actor) {
        guard !chance(6) else {
            attempt(.deleteStock(by: pro, anyStock()))
            return
        }
        var changes = StockChanges()
        changes.available = .some(chance(3) ? nil : number(0...6))
        changes.price = chance(2) ? Euros(cents: number(0...80) * 100) : nil
        changes.resellsUnfetched = chance(2) ? chance(2) : nil
        attempt(.updateStock(by: pro, anyStock(), changes))
    }

    private mutating func changeBankDetails(of shop: Shop) {
        guard !chance(3) else {
            attempt(.acceptOffererBankDetails(shop.offerer))
            return
        }
        guard !chance(2) else { return fileRIB(of: shop) }
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

    private mutating func fileRIB(of shop: Shop) {
        let payee: Payee = chance(2) ? .offerer(shop.offerer) : .venue(shop.venue)
        guard !chance(4) else {
            attempt(.refuseBankDetails(payee, reason: "illisible"))
            return
        }
        guard !chance(3) else { return appoint(in: shop) }
        let rib = RIB(form: .pdf, byteCount: 9, digest: "\(number(1...3))", filedAt: now)
        attempt(.fileRIB(by: .user(shop.user), payee, rib))
    }

    /// A step towards naming the administrator, in whatever order: who it is stays the same.
    private mutating func appoint(in shop: Shop) {
        let email = state.users[shop.user]?.email ?? ""
        switch number(0...9) {
        case 0: attempt(.askForAdministrator(shop.offerer, email: email))
        case 1...3: attempt(.proposeAdministrator(shop.offerer, name: nil, email: email))
        case 4...6: attempt(.validateAddress(shop.offerer, .structure))
        default: attempt(.validateAddress(shop.offerer, .administrator))
        }
    }

    mutating func anyUser() -> Identifier<User> { Identifier(number(1...Int64(state.users.count))) }

    mutating func anyBooking() -> Identifier<Booking> {
        Identifier(number(1...Int64(max(1, state.bookings.count))))
    }

    private mutating func anyStock() -> Identifier<Stock> { Identifier(number(1...Int64(state.stocks.count))) }

    mutating func anyActor() -> Actor { chance(6) ? .team : .user(anyUser()) }
}
