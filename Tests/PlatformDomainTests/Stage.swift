// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

/// A shop of today's edition, with a provider that may act for it.
struct Stage {
    var world: World
    let shop: Shop
    let provider = Identifier<Provider>(1)

    init(_ profile: Profile = .documented) throws {
        world = World(profile)
        shop = try world.shop()
        try world.perform(
            .publicV1(
                .createProvider(ProviderDraft(name: "Caisse", keyDigest: "1", hmacKey: Secret("clé")))))
        try world.perform(.publicV1(.linkVenue(provider, shop.venue)))
    }

    mutating func person(_ credit: Euros = PublicV1Rules.credit) throws -> Identifier<User> {
        let number = world.state.users.count + 1
        var draft = BeneficiaryDraft(email: "\(number)@exemple.fr", passwordHash: "")
        draft.credit = credit
        try world.perform(.publicV1(.createBeneficiary(draft)))
        return Identifier(Int64(number))
    }

    mutating func offer(_ category: String) throws -> Identifier<Offer> {
        var details = ProductDetails()
        details.name = "Offre"
        var draft = PublishedOfferDraft(
            venueID: shop.venue, category: try #require(OfferCategory.named(category)), details: details)
        draft.publication = world.now
        try world.perform(.publicV1(.publishOffer(draft)))
        return Identifier(Int64(world.state.offers.count))
    }

    mutating func product(_ category: String = "SUPPORT_PHYSIQUE_FILM", cents: Int64 = 10_00) throws
        -> Identifier<Stock>
    {
        let offer = try offer(category)
        try world.perform(
            .publicV1(
                .addProductStock(offer, ProductStockDraft(price: Euros(cents: cents), quantity: nil))))
        return Identifier(Int64(world.state.stocks.count))
    }

    mutating func event(in span: Span) throws -> Identifier<Stock> {
        let offer = try offer("CONCERT")
        try world.perform(
            .publicV1(
                .addPriceCategories(offer, [PriceCategoryDraft(label: "Tarif", price: Euros(cents: 10_00))])))
        let date = DateDraft(
            begin: world.now + span, bookingLimit: world.now + span,
            priceCategoryID: Identifier(Int64(world.state.priceCategories.count)), quantity: 10)
        try world.perform(.publicV1(.addDates(offer, [date])))
        return Identifier(Int64(world.state.stocks.count))
    }

    mutating func booking(_ stock: Identifier<Stock>, by user: Identifier<User>? = nil) throws -> Booking {
        let person = if let user { user } else { try person() }
        try world.perform(.book(by: person, stock: stock, quantity: 1, recommendation: nil))
        return try #require(world.state.bookings[Identifier(Int64(world.state.bookings.count))])
    }

    mutating func use(_ booking: Booking) throws {
        try world.perform(.publicV1(.useCountermark(by: provider, booking.token)))
    }

    /// What is paid for a used booking of that price, and by which rule, after the venue earned so much this year.
    mutating func payment(cents: Int64, _ category: String) throws -> Payment {
        let stock = try product(category, cents: cents)
        let booking = try booking(stock, by: try person(Euros(cents: cents)))
        try use(booking)
        try world.perform(.publicV1(.reimburse(booking.id)))
        return try #require(world.state.payments[Identifier(Int64(world.state.payments.count))])
    }
}
