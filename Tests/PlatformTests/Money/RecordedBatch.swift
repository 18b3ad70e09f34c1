// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@testable import Platform
@testable import PlatformDomain

/// The invented structures, people and bookings on which the service's own batch was once run, rebuilt here.
///
/// They are made by events, since no young person could book for 10,000 EUR. Every name, SIREN and account is fictitious or a
/// published example.
struct RecordedBatch {
    let service: Service
    private(set) var venues: [String: Identifier<Venue>] = [:]
    let rich = Identifier<User>(1)
    let young = Identifier<User>(2)

    /// The first thirteen that are paid, and the others beside them, in the order in which they were booked.
    init() throws {
        service = try makeService(.observed, at: "2026-11-23T06:31:34.900000Z")
        for email in ["riche@example.com", "jeune@example.com"] {
            _ = try Town.account(email, .young, in: service)
        }
        try credit(rich, 200_000_00)
        try credit(young, 500_00)
        try structure("Théâtre & Cie <L'Œuvre>", "100000001", "FR7630006000011234567890189", "BDFEFRPP")
        try venue("A1", "Salle A1", "10000000100011", "FR1420041010050500013M02606", "PSSTFRPPPAR")
        try venue("A2", "Salle A2", "10000000100012")
        try structure("Librairie B", "200000002", "FR7610107001011234567890129", "BDFEFRPP")
        venues["B web"] = Identifier(Int64(service.read { state, _ in state.venues.count }))
        try venue("B", "Librairie", "20000000200011")
        try structure("Sans IBAN", "300000003")
        try venue("C", "Salle C", "30000000300011")
        try structure("Même IBAN que A", "400000004", "FR7630006000011234567890189", "BDFEFRPP")
        try venue("D", "Salle D", "40000000400011")
        try structure("Grosse structure", "500000005", "FR7612548029989876543210917", "AXABFRPP")
        try venue("E", "Salle E", "50000000500011")
        let thing = "ThingType.LIVRE_EDITION"
        let show = "EventType.SPECTACLE_VIVANT"
        try book("A1", "Livre \"à guillemets\", 1", thing, 10_00, "34.483373", used: "34.493732")
        try book("A1", "Livre 2", thing, 20_50, "34.505812", used: "34.511735")
        try book("A2", "Concert", show, 15_00, quantity: 2, "34.525900", used: "34.534977")
        try book("A1", "Gratuit", thing, 0, "34.551041", used: "34.558984")
        try book("B", "Livre B", thing, 12_00, "34.572521", used: "34.577390")
        try book("B web", "En ligne", "ThingType.PRESSE_ABO", 30_00, "34.587371", used: "34.592006")
        try book("B", "Pas retiré", thing, 3_00, "34.600000")
        try book("B", "Hier", show, 3_00, "34.610000", daysAgo: 1)
        try book("B", "Annulé", thing, 9_00, "34.620000", isCancelled: true)
        try book("B", "Passé 5 j", show, 4_00, "34.641808", daysAgo: 5)
        try book("B", "Utilisé puis annulé", thing, 9_00, "34.650000", used: "34.655000", isCancelled: true)
        try book("C", "Livre C", thing, 7_00, "34.664535", used: "34.673585")
        try book("D", "Livre D", thing, 8_00, "34.683616", used: "34.688467")
        try book("E", "Gala", show, 10_000_00, "34.697305", used: "34.702021", by: rich)
        try book("E", "Gala 2", show, 13_000_00, "34.709666", used: "34.714625", by: rich)
        try book("E", "Centime", thing, 1, "34.722886", used: "34.727489", by: rich)
        try book("E", "Au-dessus", thing, 500_00, "34.735892", used: "34.740529", by: rich)
    }

    /// Runs the payments.
    func run() throws -> PaymentBatch {
        let batch = try service.perform(.runPayments) { state, _ in
            state.batches[Identifier(Int64(state.batches.count))]
        }
        return try #require(batch)
    }

    /// What stands in a file of a batch.
    func text(_ file: BatchFile, of batch: PaymentBatch) throws -> String {
        try #require(service.read { state, _ in file.document(of: batch.id, in: state) }).text
    }

    /// The state now.
    var state: PlatformState { service.read { state, _ in state } }

    private func happen(_ event: Event) { service.withCore { $0.state.evolve(event) } }

    private func credit(_ id: Identifier<User>, _ cents: Int64) throws {
        var user = try #require(state.users[id])
        user.credit = Euros(cents: cents)
        happen(.userUpdated(user))
    }

    private func structure(_ name: String, _ siren: String, _ iban: String? = nil, _ bic: String? = nil) throws {
        let draft = OffererDraft(name: name, siren: siren, address: nil, postalCode: "75001", city: "Paris")
        try service.perform(.createOfferer(by: .team, draft)) { _, _ in }
        var offerer = try #require(state.offerers[Identifier(Int64(state.offerers.count))])
        if let iban, let bic { offerer.bankDetails = BankDetails(iban: iban, bic: bic, isAccepted: true) }
        happen(.offererUpdated(offerer))
    }

    private mutating func venue(
        _ key: String, _ name: String, _ siret: String, _ iban: String? = nil, _ bic: String? = nil
    ) throws {
        let id = state.venues.nextID
        let details = iban.flatMap { iban in bic.map { BankDetails(iban: iban, bic: $0, isAccepted: true) } }
        happen(
            .venueCreated(
                Venue(
                    id: id, offererID: Identifier(Int64(state.offerers.count)), name: name, isVirtual: false,
                    siret: siret, comment: nil, bookingEmail: nil, address: nil, postalCode: "75001", city: "Paris",
                    departementCode: "75", latitude: nil, longitude: nil, validationToken: nil, bankDetails: details,
                    dateCreated: state.now)))
        venues[key] = id
    }

    /// Makes an offer with a booking of it; its instants are seconds of the recorded minute.
    func book(
        _ venue: String, _ offer: String, _ type: String, _ cents: Int64, quantity: Int = 1, _ made: String,
        used: String? = nil, daysAgo: Int64? = nil, isCancelled: Bool = false, by user: Identifier<User>? = nil
    ) throws {
        let venueID = try #require(venues[venue])
        var details = ProductDetails()
        details.name = offer
        details.type = type
        details.url = venue == "B web" ? "https://exemple.fr" : nil
        let kind = type.hasPrefix("Event") ? Product.Kind.event : .thing
        try service.perform(.createProduct(by: .team, ProductDraft(kind: kind, details: details), at: venueID)) {
            _, _ in
        }
        let offerID = Identifier<Offer>(Int64(state.offers.count))
        var owner = StockDraft.Owner.offer(offerID)
        if kind == .event {
            let begin = state.now + .days(-(daysAgo ?? -30))
            try service.perform(.createOccurrence(by: .team, offerID, begin: begin, end: begin + .hours(2))) { _, _ in }
            owner = .occurrence(Identifier(Int64(state.occurrences.count)))
        }
        let stock = StockDraft(owner: owner, price: Euros(cents: cents), available: nil, limit: .unspecified)
        try service.perform(.createStock(by: .team, stock)) { _, _ in }
        let id = state.bookings.nextID
        happen(
            .bookingCreated(
                Booking(
                    id: id, userID: user ?? young, stockID: Identifier(Int64(state.stocks.count)), quantity: quantity,
                    amount: Euros(cents: cents), token: "CASE\(id.number)", dateCreated: try Self.second(made),
                    recommendationID: nil, isUsed: false, dateUsed: nil, isCancelled: false, paymentID: nil)))
        if let used { happen(.countermarkValidated(id, by: nil, at: try Self.second(used))) }
        if isCancelled { happen(.bookingCancelled(id, .offerer, at: state.now)) }
    }

    private static func second(_ text: String) throws -> Instant {
        try #require(Instant(iso8601: "2026-11-23T06:31:\(text)Z"))
    }
}
