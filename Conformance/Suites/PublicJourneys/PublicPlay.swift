// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What a journey of today's edition carries from step to step.
///
/// Everything begins as a placeholder; a journey stops at its first failure, so no step meets a placeholder that an
/// earlier step should have filled.
struct PublicPlay: Stage {
    let world: World
    var recorder = Recorder()
    var changes: [Sentence] = []
    var notes: [DivergenceNote] = []
    var money = MoneySummary()

    /// The provider: its number and its key.
    var providerId = 0
    var key: APIKey?
    /// The venue that lets the provider act for it.
    var venue = PublicVenue(id: 0, siret: "", name: "")
    /// What is sold, by the name that the journey gives it.
    var articles: [String: PublicArticle] = [:]
    /// The young people, by first name.
    var people: [String: PublicBeneficiary] = [:]
    /// What was booked last, by who booked it.
    var sales: [String: PublicSale] = [:]
    /// Everything that was ever booked, by the identifiers under which transfers name it.
    var booked: Set<String> = []
    /// What was validated and stayed so, in the order in which it was: this is to be paid.
    var used: [PublicSale] = []

    init(world: World) { self.world = world }

    /// The provider, who speaks with its key.
    var provider: PublicProvider { PublicProvider(wire: wire, key: key) }
    /// Who stands at the partner's desk.
    var desk: any ProviderDesk { world.providerDesk ?? RawProviderDesk(wire: wire) }

    /// Something sold.
    func article(_ name: String = "main") -> PublicArticle { articles[name] ?? PublicArticle() }

    /// What a person booked last.
    func sale(_ name: String) -> PublicSale { sales[name] ?? PublicSale() }

    /// Somebody books something sold, somebody new if nobody is named.
    mutating func book(_ article: PublicArticle, by person: Int? = nil, quantity: Int64 = 1) async throws -> PublicSale
    {
        let made = try await control.book(article, by: person, quantity: quantity)
        let booking = PublicBooking(
            id: try made.member("id").intValue ?? 0, token: try made.string("token"), offerId: article.offerId,
            venueId: venue.id)
        booked.insert(PrototypeIdentifier.text(of: booking.id))
        return PublicSale(booking: booking, article: article, quantity: quantity)
    }

    /// The countermark of what a person booked last, at the desk.
    func countermark(_ name: String) throws -> ProviderDeskRequest {
        guard let key else { throw failure("a provider's key", "none") }
        return ProviderDeskRequest(
            base: world.base, countermark: sale(name).booking.token, key: key, venueId: venue.id)
    }

    /// A person's booking as the provider's list shows it.
    func listed(_ name: String) async throws -> JSONValue {
        let booking = sale(name).booking
        let found = try await provider.bookings(of: booking.offerId).first { $0["id"]?.intValue == booking.id }
        guard let found else { throw failure("the booking \(booking.id) in the list", "it is not there") }
        return found
    }

    /// Demands the state in which the list shows a person's booking.
    func expect(_ name: String, is status: String) async throws {
        let seen = try await listed(name)["status"]?.stringValue
        try require(seen == status, "the booking of \(name) as \(status)", seen ?? "no status")
    }

    /// Demands an answer of the desk.
    func expect(_ answer: ProviderDeskAnswer, _ expected: ProviderDeskAnswer) throws {
        try require(answer == expected, "\(expected)", "\(answer)")
    }

    /// Demands that the desk is refused.
    func expect(_ answer: ProviderDeskAnswer, refused refusal: ProviderDeskRefusal) throws {
        try expect(answer, .refused(refusal))
    }
}
