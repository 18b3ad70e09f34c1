// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

/// The rules of today's edition: today §5.
@Suite struct PublicV1Tests {
    private static let start = Span.days(7)

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

    @Test(
        "a booking counts as made after the one before it of that person and stock, and can be validated at once if ever so late"
    )
    func again() throws {
        var stage = try Stage()
        for isLate in [false, true] {
            let stock = isLate ? try stage.event(in: .hours(36)) : try stage.product()
            let person = try stage.person()
            let now = stage.world.now
            for count in Int64(0)..<3 {
                let booking = try stage.booking(stock, by: person)
                #expect(booking.dateCreated == now + Span(microseconds: count))
                #expect(stage.world.state.terms(of: booking.id)?.isWindowOpen(at: now) == false)
                if isLate, count == 2 { try stage.use(booking) }
                if count < 2 { try stage.world.perform(.cancelBooking(by: .user(stage.shop.user), booking.id)) }
            }
            #expect(try stage.booking(stock).dateCreated == now, "another person's is another one")
            stage.world.advance(by: .days(1))
            #expect(try stage.booking(stock, by: try stage.person()).dateCreated == stage.world.now)
        }
        #expect(stage.world.state.violations.isEmpty)
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
