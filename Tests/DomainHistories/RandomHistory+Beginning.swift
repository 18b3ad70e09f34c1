// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension RandomHistory {
    /// What is there in the beginning.
    mutating func settleIn() throws(Refusal) {
        for index in 0..<2 { try open(index) }
        for index in 0..<4 { try signUp("jeune\(index)@exemple.fr", .young) }
        for shop in shops {
            try thing(shop, price: number(1...60), available: number(1...4), resells: chance(2))
            try thing(shop, type: "ThingType.MUSIQUE", price: number(0...40))
            try thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr", price: number(1...120))
            for _ in 0..<2 { try date(shop, price: number(0...200), available: number(1...5)) }
        }
        try perform(.setOfferEligible(Identifier(3), true))
        for shop in shops {
            try perform(.askForAdministrator(shop.offerer, email: "contact@exemple.fr"))
            try perform(.proposeAdministrator(shop.offerer, name: nil, email: state.users[shop.user]?.email ?? ""))
        }
    }

    private mutating func signUp(_ email: String, _ purpose: SignUp.Purpose) throws(Refusal) {
        let draft = SignUp(
            purpose: purpose, email: email, passwordHash: "hash", publicName: "Quelqu'un", isValidatedAtOnce: true)
        try perform(.signUp(draft))
    }

    /// A structure with its venue and its administrator; the first one is paid from the beginning.
    private mutating func open(_ index: Int) throws(Refusal) {
        let siren = "\(100_000_001 + index)"
        let draft = OffererDraft(
            name: "Structure \(index)", siren: siren, address: "1 rue du Test", postalCode: "75001", city: "Paris")
        try signUp("pro\(index)@exemple.fr", .professional(draft))
        let user = Identifier<User>(Int64(state.users.count))
        let offerer = Identifier<Offerer>(Int64(state.offerers.count))
        let virtual = Identifier<Venue>(Int64(state.venues.count))
        try perform(.nameAdministrator(offerer, email: "pro\(index)@exemple.fr"))
        var details = VenueDetails()
        details.siret = siren + "00001"
        details.address = "1 rue du Test"
        details.postalCode = "75001"
        details.city = "Paris"
        let venue = VenueDraft(offererID: offerer, name: "Lieu", isVirtual: false, details: details)
        try perform(.createVenue(by: .user(user), venue))
        let shop = Shop(
            user: user, offerer: offerer, venue: Identifier(Int64(state.venues.count)), virtual: virtual)
        shops.append(shop)
        guard index == 0 else { return }
        var changes = OffererChanges()
        changes.bankDetails = .some(BankDetailsDraft(iban: "FR7630001007941234567890085", bic: "BDFEFR2LCCB"))
        try perform(.updateOfferer(by: .user(user), offerer, changes))
        let rib = RIB(form: .pdf, byteCount: 9, digest: "a", filedAt: now)
        try perform(.fileRIB(by: .user(user), .offerer(offerer), rib))
        try perform(.acceptOffererBankDetails(offerer))
    }

    private mutating func thing(
        _ shop: Shop, type: String = "ThingType.LIVRE_EDITION", url: String? = nil, price: Int64,
        available: Int64? = nil, resells: Bool = false
    ) throws(Refusal) {
        var details = ProductDetails()
        details.name = "Chose"
        details.type = type
        details.url = url
        let product = ProductDraft(kind: .thing, details: details)
        try perform(.createProduct(by: .user(shop.user), product, at: url == nil ? shop.venue : shop.virtual))
        try stock(shop, .offer(Identifier(Int64(state.offers.count))), price, available, resells)
    }

    private mutating func date(_ shop: Shop, price: Int64, available: Int64) throws(Refusal) {
        var details = ProductDetails()
        details.name = "Film"
        details.type = "EventType.CINEMA"
        details.durationMinutes = 120
        let product = ProductDraft(kind: .event, details: details)
        try perform(.createProduct(by: .user(shop.user), product, at: shop.venue))
        let begin = now + .hours(number(-100...900))
        let offer = Identifier<Offer>(Int64(state.offers.count))
        try perform(.createOccurrence(by: .user(shop.user), offer, begin: begin, end: begin + .hours(2)))
        try stock(shop, .occurrence(Identifier(Int64(state.occurrences.count))), price, available, false)
    }

    private mutating func stock(
        _ shop: Shop, _ owner: StockDraft.Owner, _ price: Int64, _ available: Int64?, _ resells: Bool
    ) throws(Refusal) {
        let draft = StockDraft(
            owner: owner, price: Euros(cents: price * 100), available: available, limit: .none,
            resellsUnfetched: resells)
        try perform(.createStock(by: .user(shop.user), draft))
    }
}
