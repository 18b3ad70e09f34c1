// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("Offers, dates, stocks and the main screen")
struct OfferTests {
    private func details(_ type: String, url: String? = nil) -> ProductDetails {
        var details = ProductDetails()
        details.name = "Offre"
        details.type = type
        details.url = url
        return details
    }

    @Test("guide G11: digital offers at the virtual venue and only they; the service was laxer on one side")
    func venues() throws {
        for (profile, expected) in [(.documented, .physicalAtVirtualVenue), (.observed, nil)] as [(Profile, Refusal?)] {
            var world = World(profile)
            let shop = try world.shop()
            let pro = Actor.user(shop.user)
            let book = ProductDraft(kind: .thing, details: details("ThingType.LIVRE_EDITION"))
            let film = ProductDraft(kind: .event, details: details("EventType.CINEMA"))
            let game = ProductDraft(kind: .thing, details: details("ThingType.JEUX_VIDEO", url: "https://jeu.fr"))
            #expect(world.refusal(.createProduct(by: pro, game, at: shop.venue)) == .digitalAtPhysicalVenue)
            #expect(world.refusal(.createProduct(by: pro, book, at: shop.virtual)) == expected)
            #expect(world.refusal(.createProduct(by: pro, film, at: shop.virtual)) == expected)
            try world.perform(.createProduct(by: pro, book, at: shop.venue))
            try world.perform(.createProduct(by: pro, game, at: shop.virtual))
            #expect(world.state.products[Identifier(2)]?.isNational == true)
            func offer(_ product: Int64, _ venue: Identifier<Venue>) -> Refusal? {
                world.refusal(.createOffer(by: pro, at: venue, product: Identifier(product), bookingEmail: nil))
            }
            #expect(offer(1, shop.virtual) == .physicalAtVirtualVenue)
            #expect(offer(2, shop.venue) == .digitalAtPhysicalVenue)
            #expect(offer(1, shop.venue) == nil)
        }
    }

    @Test("making and changing offers needs editor rights on the structure (a hole of the service)")
    func rights() throws {
        var world = World()
        let shop = try world.shop()
        let other = Actor.user(try world.shop().user)
        let stock = try world.date(shop, begin: world.now + .days(9))
        let book = ProductDraft(kind: .thing, details: details("ThingType.LIVRE_EDITION"))
        let offer = Identifier<Offer>(1)
        let draft = StockDraft(owner: .offer(offer), price: .zero, available: nil, limit: .none)
        let commands: [Command] = [
            .createProduct(by: other, book, at: shop.venue), .updateProduct(by: other, Identifier(1), details("X")),
            .createOffer(by: other, at: shop.venue, product: Identifier(1), bookingEmail: nil),
            .setOfferActive(by: other, offer, false), .createStock(by: other, draft),
            .createOccurrence(by: other, offer, begin: world.now, end: world.now + .hours(1)),
            .updateOccurrence(by: other, Identifier(1), begin: nil, end: nil),
            .deleteOccurrence(by: other, Identifier(1)), .updateStock(by: other, stock, StockChanges()),
            .deleteStock(by: other, stock), .createMediation(by: other, offer, credit: nil, thumbCount: 1),
        ]
        for command in commands { #expect(world.refusal(command) == .noRights, "\(command)") }
    }

    @Test("contract §6.1: activations are the team's")
    func activation() throws {
        var world = World()
        let shop = try world.shop()
        let draft = ProductDraft(kind: .event, details: details("EventType.ACTIVATION"))
        let command = Command.createProduct(by: .user(shop.user), draft, at: shop.venue)
        #expect(world.refusal(command) == .activationIsForTheTeam)
        #expect(world.refusal(.createProduct(by: .team, draft, at: shop.venue)) == nil)
        _ = try world.thing(shop)
    }

    @Test("guide G15: the type stays; in observed it changes")
    func type() throws {
        for profile in Profile.allCases {
            var world = World(profile)
            let shop = try world.shop()
            _ = try world.thing(shop)
            try world.perform(.updateProduct(by: .user(shop.user), Identifier(1), details("ThingType.MUSIQUE")))
            let type = world.state.products[Identifier(1)]?.type
            #expect(type == (profile == .observed ? "ThingType.MUSIQUE" : "ThingType.LIVRE_EDITION"))
        }
    }

    @Test("contract §6.3: a date belongs to an event and ends after its begin")
    func dates() throws {
        var world = World()
        let shop = try world.shop()
        _ = try world.thing(shop)
        _ = try world.date(shop, begin: world.now)
        func refusal(_ offer: Int64, _ length: Span) -> Refusal? {
            world.refusal(
                .createOccurrence(
                    by: .user(shop.user), Identifier(offer), begin: world.now, end: world.now + length))
        }
        #expect(refusal(1, .hours(1)) == .unknown(.offer))
        #expect(refusal(2, .seconds(-1)) == .endBeforeBegin)
        #expect(refusal(2, .zero) == .endIsBegin)
        #expect(refusal(2, .seconds(1)) == nil)
    }

    @Test(
        "contract §6.4: the service's booking limit is three days before, at 23:59 UTC, seconds kept; guide G16: none")
    func defaultLimit() throws {
        let begin = instant("2026-12-03T06:15:13.000007Z")
        for (profile, limit) in [(.documented, nil), (.observed, "2026-11-30T23:59:13.000007Z")] as [(Profile, String?)]
        {
            var world = World(profile)
            let shop = try world.shop()
            let stock = try world.date(shop, begin: begin, limit: .unspecified)
            #expect(try world.stock(stock).bookingLimit?.iso8601 == limit)
            let thing = try world.thing(shop)
            #expect(try world.stock(thing).bookingLimit == nil)
        }
    }

    @Test("contract §6.4: limits and quantities of a stock")
    func stocks() throws {
        var world = World()
        let shop = try world.shop()
        let begin = world.now + .days(9)
        let stock = try world.date(shop, begin: begin, available: 5)
        var draft = StockDraft(
            owner: .occurrence(Identifier(1)), price: .zero, available: nil, limit: .at(begin + .seconds(1)))
        #expect(world.refusal(.createStock(by: .user(shop.user), draft)) == .limitAfterBegin)
        draft.limit = .at(begin)
        #expect(world.refusal(.createStock(by: .user(shop.user), draft)) == nil)
        draft.available = -1
        #expect(world.refusal(.createStock(by: .user(shop.user), draft)) == .fewerThanBooked)
        draft.owner = .offer(Identifier(9))
        #expect(world.refusal(.createStock(by: .user(shop.user), draft)) == .unknown(.offer))
        _ = try world.book(try world.young(), stock, quantity: 3)
        var changes = StockChanges()
        changes.available = .some(2)
        #expect(world.refusal(.updateStock(by: .user(shop.user), stock, changes)) == .fewerThanBooked)
        changes.available = .some(3)
        #expect(world.refusal(.updateStock(by: .user(shop.user), stock, changes)) == nil)
    }

    @Test("contract §6.4: in observed cancelled bookings still count as a quantity's floor")
    func quantityFloor() throws {
        for profile in Profile.allCases {
            var world = World(profile)
            let shop = try world.shop()
            let young = try world.young()
            let stock = try world.thing(shop, available: 5)
            let booking = try world.book(young, stock)
            try world.perform(.cancelBooking(by: .user(young), booking))
            var changes = StockChanges()
            changes.available = .some(0)
            let refusal = world.refusal(.updateStock(by: .user(shop.user), stock, changes))
            #expect(refusal == (profile == .observed ? .fewerThanBooked : nil))
        }
    }
}
