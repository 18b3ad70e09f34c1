// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@Suite("The main screen")
struct FeedTests {
    /// A world with one visible offer of a book.
    private func visible(_ profile: Profile) throws -> (World, Shop, Identifier<User>, Identifier<Stock>) {
        var world = World(profile)
        let shop = try world.shop()
        let young = try world.young()
        let stock = try world.thing(shop, available: 1)
        #expect(world.state.visibleOffers(to: young, at: world.now).isEmpty, "guide G18: not without a teaser")
        try world.perform(.createMediation(by: .user(shop.user), Identifier(1), credit: nil, thumbCount: 1))
        #expect(world.state.visibleOffers(to: young, at: world.now) == [Identifier(1)])
        return (world, shop, young, stock)
    }

    @Test("contract §6.7, guide G18, G19: each condition alone hides an offer", arguments: Profile.allCases)
    func conditions(profile: Profile) throws {
        let (base, shop, young, stock) = try visible(profile)
        func isVisible(_ change: (inout World) throws -> Void) throws -> Bool {
            var world = base
            try change(&world)
            return world.state.isVisible(Identifier(1), to: young, at: world.now)
        }
        #expect(try !isVisible { try $0.perform(.setOfferActive(by: .user(shop.user), Identifier(1), false)) })
        #expect(
            try !isVisible {
                var changes = OffererChanges()
                changes.isActive = false
                try $0.perform(.updateOfferer(by: .user(shop.user), shop.offerer, changes))
            })
        #expect(try !isVisible { try $0.perform(.deleteStock(by: .user(shop.user), stock)) })
        #expect(
            try !isVisible {
                var changes = StockChanges()
                changes.limit = .at($0.now)
                try $0.perform(.updateStock(by: .user(shop.user), stock, changes))
            })
        #expect(try !isVisible { _ = try $0.book(young, stock) })
        // Seats of a cancelled booking, and a hidden teaser: the two points on which the profiles differ.
        let afterCancelling = try isVisible {
            let booking = try $0.book(young, stock)
            try $0.perform(.cancelBooking(by: .user(young), booking))
        }
        #expect(afterCancelling == (profile == .documented))
        let withHiddenTeaser = try isVisible {
            try $0.perform(.updateMediation(by: .user(shop.user), Identifier(1), isActive: false, credit: nil))
        }
        #expect(withHiddenTeaser == (profile == .observed))
    }

    @Test("guide G19: a teaser without an image shows the offer in observed alone", arguments: Profile.allCases)
    func teaserWithoutImage(profile: Profile) throws {
        var world = World(profile)
        let shop = try world.shop()
        let young = try world.young()
        _ = try world.thing(shop)
        try world.perform(.createMediation(by: .user(shop.user), Identifier(1), credit: nil, thumbCount: 0))
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now) == (profile == .observed))
    }

    @Test("guide G23: a book that was not fetched and is not resold is not on the main screen")
    func withheldCopies() throws {
        var (world, _, young, stock) = try visible(.documented)
        _ = try world.book(young, stock)
        world.advance(by: .days(7))
        #expect(!world.state.isVisible(Identifier(1), to: young, at: world.now))
    }

    @Test("contract §6.7: a structure that awaits validation shows nothing, a venue neither")
    func validation() throws {
        var world = World()
        let young = try world.young()
        let pro = try world.young()
        let draft = OffererDraft(name: "S", siren: "123456789", address: nil, postalCode: "75001", city: "Paris")
        try world.perform(.createOfferer(by: .user(pro), draft))
        let shop = Shop(user: pro, offerer: Identifier(1), venue: Identifier(1), virtual: Identifier(1))
        _ = try world.thing(shop, type: "ThingType.JEUX_VIDEO", url: "https://jeu.fr")
        try world.perform(.createMediation(by: .user(pro), Identifier(1), credit: nil, thumbCount: 1))
        #expect(!world.state.isVisible(Identifier(1), to: young, at: world.now))
        let token = try #require(world.state.offerers[Identifier(1)]?.validationToken)
        try world.perform(.validateStructures(kinds: [.offerer], token: token))
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now))
    }

    @Test("guide G17: an event needs a date to come")
    func dates() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        _ = try world.date(shop, begin: world.now + .days(1))
        try world.perform(.createMediation(by: .user(shop.user), Identifier(1), credit: nil, thumbCount: 1))
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now))
        #expect(!world.state.isVisible(Identifier(1), to: young, at: world.now + .days(1)))
        // A past date with a stock does not stand in for the one taken out.
        let past = world.now - .days(3)
        try world.perform(.createOccurrence(by: .user(shop.user), Identifier(1), begin: past, end: past + .hours(1)))
        _ = try world.stock(shop, .occurrence(Identifier(2)), price: 1_00)
        try world.perform(.deleteOccurrence(by: .user(shop.user), Identifier(1)))
        #expect(!world.state.isVisible(Identifier(1), to: young, at: world.now))
    }

    @Test(
        "guide G19: the seats of a past date do not stand in for a date to come that is sold out",
        arguments: Profile.allCases)
    func soldOutDate(profile: Profile) throws {
        var world = World(profile)
        let shop = try world.shop()
        let young = try world.young()
        // A date that was moved forward: in both profiles its limit is still to come when it is past.
        let begin = world.now + .days(40)
        _ = try world.date(shop, begin: begin, available: 10, limit: .at(begin))
        let soon = world.now + .days(1)
        try world.perform(
            .updateOccurrence(by: .user(shop.user), Identifier(1), begin: soon, end: soon + .hours(2)))
        try world.perform(.createMediation(by: .user(shop.user), Identifier(1), credit: nil, thumbCount: 1))
        try world.perform(
            .createOccurrence(by: .user(shop.user), Identifier(1), begin: begin, end: begin + .hours(1)))
        let last = try world.stock(shop, .occurrence(Identifier(2)), price: 1_00, available: 1)
        world.advance(by: .days(1) - .seconds(1))
        let booking = try world.book(young, last)
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now))
        world.advance(by: .seconds(1))
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now) == (profile == .observed))
        // A seat that is free again brings it back.
        try world.perform(.cancelBooking(by: .user(young), booking))
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now))
        // A stock without a date, which an event may have beside its dates, is one to sell from.
        _ = try world.book(young, last)
        _ = try world.stock(shop, .offer(Identifier(1)), price: 1_00, available: 1)
        #expect(world.state.isVisible(Identifier(1), to: young, at: world.now))
    }

    @Test("contract §6.7: a department sees its own venues, 93 its region, and everybody what is national")
    func departments() throws {
        var (world, _, young, _) = try visible(.documented)
        for (home, isSeen) in [("75", true), ("93", true), ("33", false), ("00", true)] {
            var changes = UserChanges()
            changes.departementCode = .some(home)
            try world.perform(.updateUser(young, changes))
            #expect(world.state.isVisible(Identifier(1), to: young, at: world.now) == isSeen, "\(home)")
        }
    }

    @Test("contract §6.7, §8: what is shown is shown once, for three days, and ends when the offer is deactivated")
    func recommendations() throws {
        var (world, shop, young, _) = try visible(.documented)
        #expect(try world.perform(.recommend(to: young, limit: 10)).count == 1)
        #expect(try world.perform(.recommend(to: young, limit: 10)).isEmpty)
        let shown = world.state.currentRecommendations(of: young, at: world.now)
        #expect(shown.map(\.validUntil) == [world.now + .days(3)])
        #expect(shown.map(\.mediationID) == [Identifier(1)])
        try world.perform(.setOfferActive(by: .user(shop.user), Identifier(1), false))
        try world.perform(.setOfferActive(by: .user(shop.user), Identifier(1), true))
        #expect(world.state.currentRecommendations(of: young, at: world.now).isEmpty)
        #expect(try world.perform(.recommend(to: young, limit: 10)).count == 1)
        world.advance(by: .days(3))
        #expect(world.state.currentRecommendations(of: young, at: world.now).isEmpty)
    }

    @Test("contract §8: what is shown ends a minute before the last booking limit")
    func lifeOfARecommendation() throws {
        var (world, shop, young, stock) = try visible(.documented)
        var changes = StockChanges()
        changes.limit = .at(world.now + .hours(5))
        try world.perform(.updateStock(by: .user(shop.user), stock, changes))
        try world.perform(.recommend(to: young, limit: 10))
        #expect(world.state.recommendations(of: young).map(\.validUntil) == [world.now + .hours(5) - .minutes(1)])
    }

    @Test("one offer that was searched for is shown once, for a day without a teaser; another's cannot be changed")
    func searchedFor() throws {
        var world = World()
        let shop = try world.shop()
        let young = try world.young()
        let other = try world.young()
        let stock = try world.thing(shop)
        #expect(try world.perform(.recommendOffer(to: young, Identifier(1))).count == 1)
        #expect(try world.perform(.recommendOffer(to: young, Identifier(1))).isEmpty)
        let shown = try #require(world.state.recommendations(of: young).first)
        #expect(shown.validUntil == world.now + .days(1))
        func update(_ user: Identifier<User>) -> Command {
            .updateRecommendation(by: user, shown.id, isFavorite: true, isClicked: nil)
        }
        #expect(world.refusal(update(other)) == .unknown(.recommendation))
        try world.perform(update(young))
        #expect(world.state.recommendations[shown.id]?.isFavorite == true)
        #expect(world.state.recommendations[shown.id]?.isClicked == false)
        try world.perform(.deleteStock(by: .user(shop.user), stock))
        #expect(world.refusal(.recommendOffer(to: other, Identifier(1))) == .unknown(.offer))
    }

    @Test("contract §6.7: a search needs an active offer with a stock, and no teaser")
    func search() throws {
        var world = World()
        let shop = try world.shop()
        let stock = try world.thing(shop)
        #expect(world.state.isSearchable(Identifier(1)))
        try world.perform(.deleteStock(by: .user(shop.user), stock))
        #expect(!world.state.isSearchable(Identifier(1)))
    }
}
