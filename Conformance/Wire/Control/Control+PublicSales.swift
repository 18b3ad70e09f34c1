// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What journeys of today's edition have made: a venue by its name, young people by theirs, and what they book.
extension Control {
    /// Makes a structure with a venue of that name that is linked to a provider.
    func newVenue(of providerId: Int, named name: String) async throws -> PublicVenue {
        let exchange = try await ask(
            "POST", "/_control/venues", ["providerId": .number(JSONNumber(providerId)), "name": .string(name)],
            expecting: 201)
        guard let id = exchange.json?["id"]?.intValue, let siret = exchange.json?["siret"]?.stringValue else {
            throw exchange.failure("201 with id and siret")
        }
        return PublicVenue(id: id, siret: siret, name: name)
    }

    /// Makes a young person of that first name, with so much to spend; without an amount, what today's edition credits.
    func newBeneficiary(named name: String, cents: Int64? = nil) async throws -> PublicBeneficiary {
        var body: JSONObject = ["firstName": .string(name)]
        body["credit"] = cents.map { .number(JSONNumber($0)) }
        let exchange = try await ask("POST", "/_control/beneficiaries", .object(body), expecting: 201)
        guard let id = exchange.json?["id"]?.intValue, let email = exchange.json?["email"]?.stringValue,
            let credit = exchange.json?["credit"]?.intValue
        else { throw exchange.failure("201 with id, email and credit") }
        return PublicBeneficiary(id: id, email: email, cents: Int64(credit))
    }

    /// Makes an offer of a kind that the control API knows, with its stock.
    func newOffer(
        _ kind: String, of providerId: Int, at venueId: Int, _ name: String, _ cents: Int64
    ) async throws -> (offer: Int, stock: Int) {
        let exchange = try await ask(
            "POST", "/_control/offers",
            [
                "kind": .string(kind), "venueId": .number(JSONNumber(venueId)),
                "providerId": .number(JSONNumber(providerId)), "name": .string(name),
                "price": .number(JSONNumber(cents)),
            ], expecting: 201)
        guard let offer = exchange.json?["offerId"]?.intValue, let stock = exchange.json?["stockId"]?.intValue else {
            throw exchange.failure("201 with offerId and stockId")
        }
        return (offer, stock)
    }

    /// Somebody books an article, whatever the answer; somebody new, if nobody is named.
    func askBooking(_ article: PublicArticle, by person: Int? = nil, quantity: Int64 = 1) async throws -> Exchange {
        var body: JSONObject = ["quantity": .number(JSONNumber(quantity))]
        if let stock = article.stockId {
            body["stockId"] = .number(JSONNumber(stock))
        } else {
            body["offerId"] = .number(JSONNumber(article.offerId))
        }
        body["beneficiaryId"] = person.map { .number(JSONNumber($0)) }
        return try await wire.anonymous.from(nil).send("POST", "/_control/bookings", json: .object(body))
    }

    /// Somebody books an article.
    func book(_ article: PublicArticle, by person: Int? = nil, quantity: Int64 = 1) async throws -> Exchange {
        try await askBooking(article, by: person, quantity: quantity).expect(201)
    }

    /// How many calls the platform made to partners of a kind, with a result.
    func partnerCalls(_ kind: String, ending result: String) async throws -> Int {
        try await partnerCalls().count {
            $0["call"]?["kind"]?.stringValue == kind && $0["call"]?["result"]?.stringValue == result
        }
    }
}
