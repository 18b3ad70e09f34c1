// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

/// What publishers of today's edition send.
extension TodayPlatform {
    static let events = "/public/offers/v1/events"
    static let products = "/public/offers/v1/products"

    /// The body of an event, with some fields otherwise; null takes a field out.
    func eventBody(_ changes: JSONObject = [:]) -> JSONValue {
        body(
            [
                "name": "Concert de rentrée",
                "categoryRelatedFields": ["category": "FESTIVAL_MUSIQUE", "musicType": "ROCK", "performer": "Les Uns"],
                "hasTicket": false, "priceCategories": [["label": "Plein tarif", "price": 1500]],
            ], changes)
    }

    /// The body of a product.
    func productBody(_ changes: JSONObject = [:]) -> JSONValue {
        body(
            [
                "name": "Les Parapluies de Cherbourg",
                "categoryRelatedFields": ["category": "SUPPORT_PHYSIQUE_FILM", "ean": "3259190370418"],
                "stock": ["price": 1299, "quantity": 3],
            ], changes)
    }

    private func body(_ own: JSONObject, _ changes: JSONObject) -> JSONValue {
        var object: JSONObject = [
            "location": ["type": "physical", "venueId": .number(JSONNumber(venueID))],
            "accessibility": [
                "audioDisabilityCompliant": true, "mentalDisabilityCompliant": false,
                "motorDisabilityCompliant": true, "visualDisabilityCompliant": false,
            ],
        ]
        for (key, value) in own { object[key] = value }
        for (key, value) in changes { object[key] = value == Self.left ? nil : value }
        return .object(object)
    }

    /// In place of a value: the field is left out.
    static let left: JSONValue = "(left out)"

    /// Sends a body of JSON.
    func send(_ method: String, _ target: String, _ json: JSONValue) async -> RawExchange {
        await send(method, target, json: json.text)
    }

    /// Makes something that must be made.
    func made(_ target: String, _ json: JSONValue, at location: SourceLocation = #_sourceLocation) async throws
        -> JSONValue
    {
        let answer = await send("POST", target, json)
        #expect(answer.status == 200, "\(answer.text)", sourceLocation: location)
        return try #require(answer.json, sourceLocation: location)
    }

    /// Makes an event, and gives its path and its price's number.
    func event(_ changes: JSONObject = [:]) async throws -> (path: String, priceID: Int) {
        let event = try await made(Self.events, eventBody(changes))
        let id = try #require(event["id"]?.intValue)
        return ("\(Self.events)/\(id)", event["priceCategories"]?[0]?["id"]?.intValue ?? 0)
    }

    /// A date of an event, a week after the test's begin unless told.
    func date(
        _ priceID: Int, begin: String = "2026-01-19T19:00:00Z", quantity: JSONValue = 3, _ more: JSONObject = [:]
    ) -> JSONValue {
        var object: JSONObject = [
            "beginningDatetime": .string(begin), "bookingLimitDatetime": .string(begin),
            "priceCategoryId": .number(JSONNumber(priceID)), "quantity": quantity,
        ]
        for (key, value) in more { object[key] = value }
        return .object(object)
    }

    /// Cuts the link to the venue, or makes it hold again.
    func link(_ holds: Bool) async {
        let ends = #""providerId": \#(providerID), "venueId": \#(venueID)"#
        await control("POST", "/venueLinks", #"{\#(ends), "isActive": \#(holds)}"#)
    }

    /// Books a stock for a new beneficiary.
    func book(_ stock: JSONValue?) async throws -> JSONValue {
        try await booking(of: ["stockId": try #require(stock)])
    }
}

/// The only key of a refusal, and its status: `400 stock.price`.
func refusal(_ answer: RawExchange) -> String {
    "\(answer.status) \((answer.json?.objectValue?.keys ?? []).sorted().joined(separator: " "))"
}
