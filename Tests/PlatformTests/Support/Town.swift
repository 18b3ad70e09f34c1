// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain
import Testing

@testable import Platform

/// A platform with a bookshop, a young person and a book on sale: where most tests begin.
struct Town: Sendable {
    /// The password of everybody.
    static let password = "Azerty123456!@"
    /// The hash of everybody's password, made once.
    static let hash =
        PasswordHash(
            of: password, cost: PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1), salt: [1, 2, 3, 4])?
        .written
        ?? ""

    /// The platform.
    let service: Service
    /// Who runs the bookshop.
    let bookseller: Identifier<User>
    /// The bookshop's structure.
    let offerer: Identifier<Offerer>
    /// The bookshop.
    let venue: Identifier<Venue>
    /// The book.
    let offer: Identifier<Offer>
    /// The copies of the book.
    let stock: Identifier<Stock>
    /// A young person.
    let reader: Identifier<User>

    /// Builds the town in a platform.
    init(
        in service: Service, copies: Int64? = nil, price: Int64 = 10_00, kind: Product.Kind = .thing, url: String? = nil
    ) throws {
        self.service = service
        bookseller = try Self.account(
            "libraire@example.com",
            .professional(
                OffererDraft(
                    name: "Librairie <Martin>", siren: "732829320", address: "1 rue X", postalCode: "93100",
                    city: "Montreuil")), in: service)
        let offererID = Identifier<Offerer>(1)
        offerer = offererID
        reader = try Self.account("lecteur@example.com", .young, in: service)
        if url == nil {
            var details = VenueDetails()
            details.siret = "73282932000074"
            details.bookingEmail = "librairie@example.com"
            details.address = "1 place Y"
            details.postalCode = "93100"
            details.city = "Montreuil"
            let draft = VenueDraft(offererID: offererID, name: "Grande salle", isVirtual: false, details: details)
            venue = try service.perform(.createVenue(by: .user(bookseller), draft)) { state, _ in
                Identifier(Int64(state.venues.count))
            }
        } else {
            venue = service.read { state, _ in state.venues(of: offererID).first { $0.isVirtual }?.id } ?? Identifier(1)
        }
        var details = ProductDetails()
        details.name = "Le Petit Prince"
        details.type = kind == .event ? "EventType.CINEMA" : "ThingType.LIVRE_EDITION"
        details.url = url
        details.durationMinutes = kind == .event ? 90 : nil
        let product = ProductDraft(kind: kind, details: details)
        offer = try service.perform(.createProduct(by: .user(bookseller), product, at: venue)) { state, _ in
            Identifier(Int64(state.offers.count))
        }
        var owner = StockDraft.Owner.offer(offer)
        if kind == .event {
            let begin = service.now() + .days(10)
            owner = try service.perform(
                .createOccurrence(by: .user(bookseller), offer, begin: begin, end: begin + .hours(2))
            ) { state, _ in .occurrence(Identifier(Int64(state.occurrences.count))) }
        }
        let draft = StockDraft(owner: owner, price: Euros(cents: price), available: copies, limit: .none)
        stock = try service.perform(.createStock(by: .user(bookseller), draft)) { state, _ in
            Identifier(Int64(state.stocks.count))
        }
    }

    /// Makes an account whose address is validated.
    static func account(
        _ email: String, _ purpose: SignUp.Purpose, in service: Service
    ) throws -> Identifier<User> {
        try service.perform(
            .signUp(
                SignUp(
                    purpose: purpose, email: email, passwordHash: hash, publicName: "Dupont & fils",
                    isValidatedAtOnce: true))
        ) { state, _ in Identifier(Int64(state.users.count)) }
    }

    /// Books the book.
    func book(by user: Identifier<User>? = nil) throws -> Booking {
        let booked = try service.perform(
            .book(by: user ?? reader, stock: stock, quantity: 1, recommendation: nil)
        ) { state, _ in state.bookings[Identifier(Int64(state.bookings.count))] }
        return try #require(booked)
    }
}
