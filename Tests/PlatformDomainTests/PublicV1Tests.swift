// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

/// The rules of today's edition: today §5.
@Suite struct PublicV1Tests {
    private static let start = Span.days(7)

    /// A shop with a provider that may act for it.
    private struct Stage {
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

    @Test(
        "the window ends 48 hours before the start, 48 hours after the booking at the latest, and is never open after the booking",
        arguments: [(168, 48), (72, 24), (48, 0), (36, 0), (97, 48), (95, 47)])
    func window(startsIn: Int64, closesIn: Int64) throws {
        var stage = try Stage()
        let booking = try stage.booking(try stage.event(in: .hours(startsIn)))
        let terms = try #require(stage.world.state.terms(of: booking.id))
        #expect(terms.cancellationLimit == stage.world.now + .hours(closesIn))
        #expect(terms.isWindowOpen(at: stage.world.now) == (closesIn > 0))
    }

    @Test("at the limit's very instant it is too late for the person who booked, too", arguments: [168, 36])
    func limit(startsIn: Int64) throws {
        var stage = try Stage()
        let booking = try stage.booking(try stage.event(in: .hours(startsIn)))
        let limit = try #require(stage.world.state.terms(of: booking.id)?.cancellationLimit)
        let cancel = Command.cancelBooking(by: .user(booking.userID), booking.id)
        if limit > stage.world.now {
            stage.world.advance(to: limit - Span(microseconds: 1))
            #expect(stage.world.refusal(cancel) == nil)
            stage.world.advance(to: limit)
        }
        #expect(stage.world.refusal(cancel) == .publicV1(.cannotCancelAnymore))
        let product = try stage.booking(try stage.product())
        #expect(stage.world.refusal(.cancelBooking(by: .user(product.userID), product.id)) == nil)
    }

    @Test("a moved start moves the window to the new start, 48 hours after the edit at the latest, whoever moves it")
    func movedStart() throws {
        var stage = try Stage()
        let stock = try stage.event(in: Self.start)
        let booking = try stage.booking(stock)
        let date = try #require(stage.world.state.occurrence(of: stock))
        stage.world.advance(by: .days(3))
        func move(by span: Span) throws -> Instant? {
            let begin = stage.world.now + span
            try stage.world.perform(
                .updateOccurrence(by: .user(stage.shop.user), date.id, begin: begin, end: begin + .hours(2)))
            return stage.world.state.terms(of: booking.id)?.cancellationLimit
        }
        #expect(try move(by: .days(10)) == stage.world.now + .hours(48))
        #expect(try move(by: .hours(5)) == stage.world.now + .hours(5))
        try stage.world.perform(
            .updateOccurrence(
                by: .user(stage.shop.user), date.id, begin: nil, end: stage.world.now + .hours(9)))
        #expect(stage.world.state.terms(of: booking.id)?.cancellationLimit == stage.world.now + .hours(5))
        stage.world.advance(by: .hours(5) + .hours(48))
        #expect(stage.world.state.bookings[booking.id]?.isUsed == true)
    }

    @Test("a validation taken back is due again: what took place is used anew, what is too old is cancelled")
    func keptAgain() throws {
        var stage = try Stage()
        let film = try stage.booking(try stage.product())
        let concert = try stage.booking(try stage.event(in: .hours(10)))
        try stage.use(film)
        try stage.use(concert)
        for booking in [film, concert] {
            try stage.world.perform(.publicV1(.keepCountermark(by: stage.provider, booking.token)))
            #expect(stage.world.state.bookings[booking.id]?.isUsed == false)
        }
        stage.world.advance(by: .hours(58))
        #expect(stage.world.state.bookings[concert.id]?.isUsed == true)
        stage.world.advance(by: .days(30))
        #expect(stage.world.state.bookings[film.id]?.isCancelled == true)
        #expect(stage.world.state.users[film.userID]?.wallet == PublicV1Rules.credit)
    }

    @Test("a used booking cannot be paid after its validation was taken back")
    func keptIsNotPaid() throws {
        var stage = try Stage()
        let booking = try stage.booking(try stage.product())
        try stage.use(booking)
        try stage.world.perform(.publicV1(.keepCountermark(by: stage.provider, booking.token)))
        #expect(try stage.world.paysNothing())
        #expect(stage.world.refusal(.publicV1(.reimburse(booking.id))) == .publicV1(.notUsed))
    }

    @Test(
        "the rate is the bracket's that the year's revenue reaches with the booking, and a new year begins at nothing")
    func brackets() throws {
        var stage = try Stage()
        let steps: [(cents: Int64, rule: ReimbursementRule, amount: Int64)] = [
            (20_000_00, .standardInFull, 20_000_00), (1, .standard95, 1), (19_999_99, .standard95, 18_999_99),
            (110_000_00, .standard92, 101_200_00), (10_05, .standard90, 9_05),
        ]
        for step in steps {
            let payment = try stage.payment(cents: step.cents, "SUPPORT_PHYSIQUE_FILM")
            #expect(payment.rule == step.rule, "\(step.cents)")
            #expect(payment.amount.cents == step.amount, "\(step.cents)")
        }
        // Books are counted in the same revenue, by brackets of their own.
        #expect(try stage.payment(cents: 100_00, "LIVRE_PAPIER").amount == Euros(cents: 95_00))
        stage.world.advance(by: .days(40))
        #expect(try stage.payment(cents: 100_00, "LIVRE_PAPIER").rule == .booksInFull)
        #expect(stage.world.state.violations.isEmpty)
    }

    @Test("one batch counts what it pays: the second booking finds the first one's revenue")
    func bracketsWithinABatch() throws {
        var stage = try Stage()
        for cents: Int64 in [19_000_00, 2_000_00] {
            let stock = try stage.product(cents: cents)
            try stage.use(try stage.booking(stock, by: try stage.person(Euros(cents: cents))))
        }
        try stage.world.perform(.runPayments)
        #expect(stage.world.state.payments.records.map(\.amount.cents) == [19_000_00, 1_900_00])
        #expect(stage.world.state.transfers.records.map(\.amount.cents) == [20_900_00])
    }

    @Test("what is digital and not reimbursed is never paid and stays used; a digital book is paid")
    func digital() throws {
        var stage = try Stage()
        let film = try stage.booking(try stage.product("VOD"))
        let book = try stage.booking(try stage.product("LIVRE_NUMERIQUE"))
        try stage.use(film)
        try stage.use(book)
        try stage.world.perform(.runPayments)
        #expect(stage.world.state.bookings[film.id]?.paymentID == nil)
        #expect(stage.world.state.bookings[book.id]?.paymentID != nil)
        #expect(stage.world.state.reimbursement(of: film.id)?.amount == .zero)
    }

    @Test("the ceilings of 2018 are not for today's offers, nor do today's bookings count towards them")
    func ceilings() throws {
        var stage = try Stage()
        let person = try stage.person()
        _ = try stage.booking(try stage.product(cents: 250_00), by: person)
        let user = try #require(stage.world.state.users[person])
        #expect(user.wallet == Euros(cents: 50_00))
        #expect(user.spentOnPhysical == .zero)
    }

    @Test("dates and stocks taken out cancel what is not used, under both profiles", arguments: Profile.allCases)
    func deletion(profile: Profile) throws {
        var stage = try Stage(profile)
        let stock = try stage.product()
        let used = try stage.booking(stock)
        let waiting = try stage.booking(stock)
        try stage.use(used)
        try stage.world.perform(.deleteStock(by: .user(stage.shop.user), stock))
        #expect(stage.world.state.bookings[used.id]?.isCancelled == false)
        #expect(stage.world.state.bookings[waiting.id]?.isCancelled == true)
    }

    @Test("an offer that is not published, or not bookable yet, is not booked")
    func publication() throws {
        var stage = try Stage()
        let person = try stage.person()
        for (publication, allowed) in [(nil, nil), (Span.hours(1), nil), (Span.zero, Span.hours(1))] as [(Span?, Span?)]
        {
            let stock = try stage.product()
            let offer = try #require(stage.world.state.offer(of: stock))
            var published = try #require(stage.world.state.published(offer.id))
            published.publication = publication.map { stage.world.now + $0 }
            published.bookingAllowed = allowed.map { stage.world.now + $0 }
            stage.world.happen(.publicV1(.publishedOfferUpdated(published)))
            let book = Command.book(by: person, stock: stock, quantity: 1, recommendation: nil)
            #expect(stage.world.refusal(book) == .offerWithdrawn)
        }
    }

    @Test("addresses for tickets cannot go while events to come still need them")
    func ticketing() throws {
        var stage = try Stage()
        var changes = PartnerChanges()
        changes.booking = "https://caisse.example/book"
        changes.cancel = "https://caisse.example/cancel"
        try stage.world.perform(.publicV1(.updateProvider(stage.provider, changes)))
        var details = ProductDetails()
        details.name = "Concert"
        let concert = try #require(OfferCategory.named("CONCERT"))
        var draft = PublishedOfferDraft(venueID: stage.shop.venue, category: concert, details: details)
        draft.providerID = stage.provider
        draft.hasTicket = true
        try stage.world.perform(.publicV1(.publishOffer(draft)))
        let offer = Identifier<Offer>(Int64(stage.world.state.offers.count))
        try stage.world.perform(
            .publicV1(.addPriceCategories(offer, [PriceCategoryDraft(label: "Tarif", price: .zero)])))
        let begin = stage.world.now + .days(1)
        try stage.world.perform(
            .publicV1(
                .addDates(
                    offer,
                    [DateDraft(begin: begin, bookingLimit: begin, priceCategoryID: Identifier(1), quantity: nil)])))
        var unset = PartnerChanges()
        unset.booking = .some(nil)
        unset.cancel = .some(nil)
        let command = Command.publicV1(.updateProvider(stage.provider, unset))
        #expect(stage.world.refusal(command) == .publicV1(.ticketingInUse([offer])))
        try stage.world.perform(.publicV1(.updateLink(stage.provider, stage.shop.venue, changes)))
        #expect(stage.world.refusal(command) == nil)
        stage.world.advance(by: .days(1))
        #expect(stage.world.refusal(command) == nil)
    }

    @Test("a record of today's edition that leads nowhere, or stands twice, is a violation")
    func violations() throws {
        var stage = try Stage()
        let booking = try stage.booking(try stage.product())
        #expect(stage.world.state.violations.isEmpty)
        let terms = try #require(stage.world.state.terms(of: booking.id))
        stage.world.happen(.publicV1(.termsFixed(terms)))
        #expect(stage.world.state.violations == ["two terms are of the same"])
    }

    @Test("a provider's offer without its provider, or of no category, leads nowhere")
    func danglingReferences() throws {
        var other = try Stage()
        _ = try other.offer("CONCERT")
        let published = try #require(other.world.state.publishedOffers[Identifier(1)])
        var world = World()
        world.happen(.publicV1(.offerPublished(published)))
        #expect(world.state.violations == ["an end of PublishedOffer 1 leads nowhere"])
    }

    @Test("a secret is written by nothing that describes its owner")
    func secret() {
        let provider = ProviderDraft(name: "Caisse", keyDigest: "1", hmacKey: Secret("signe-moi"))
        var dumped = ""
        dump(provider, to: &dumped)
        #expect(!"\(provider) \(dumped)".contains("signe-moi"))
    }
}
