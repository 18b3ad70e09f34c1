// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A provider of today's edition with a venue of its own, both made by the platform's control API.
struct PublishingProvider: Sendable {
    /// The way to the platform.
    let wire: Wire
    /// The venue's number.
    let venueID: JSONValue
    private let key: APIKey

    /// Makes both, on the platform itself or on a copy of it.
    static func made(_ probe: Probe, on copy: Wire? = nil) async throws -> PublishingProvider {
        let wire = copy ?? probe.wire
        let control = Control(wire: wire)
        let provider = try await control.newProvider()
        let venue = try await control.newVenue(of: provider.id)
        return PublishingProvider(wire: wire, venueID: .number(JSONNumber(venue)), key: provider.key)
    }

    /// Sends a request with the provider's key.
    func send(
        _ method: String, _ path: String, _ query: [(String, String)] = [], json: JSONValue? = nil
    ) async throws -> Exchange {
        try await Caller(wire: wire, identity: .bearer(key)).from(nil).send(method, path, query, json: json)
    }

    /// Where the venue's offers are.
    var place: JSONValue { ["type": "physical", "venueId": venueID] }

    /// Asks for offers by EAN.
    func order(_ products: [JSONValue]) async throws -> Exchange {
        try await send(
            "POST", "/public/offers/v1/products/ean", json: ["location": place, "products": .array(products)])
    }

    /// The offers of some EANs, once what was asked for has had its time.
    ///
    /// It moves the platform's clock: only on a copy that nobody else uses.
    func articles(_ eans: [String]) async throws -> Exchange {
        try await Control(wire: wire).advance(by: .minutes(1))
        return try await send(
            "GET", "/public/offers/v1/products/ean",
            [("eans", eans.joined(separator: ",")), ("venueId", "\(venueID.intValue ?? 0)")]
        ).expect(200)
    }

    /// The body of an event at one price, with some fields otherwise.
    func event(_ changes: JSONObject = [:]) -> JSONValue {
        var event: JSONObject = [
            "name": "Visite guidée", "categoryRelatedFields": ["category": "VISITE_GUIDEE"],
            "accessibility": Self.accessibility, "location": place, "hasTicket": false,
            "priceCategories": [["label": "Plein tarif", "price": 1000]],
        ]
        for (key, value) in changes { event[key] = value }
        return .object(event)
    }

    /// Makes an event, and gives its path and its price's number.
    func newEvent() async throws -> (path: String, price: JSONValue) {
        let answer = try await send("POST", "/public/offers/v1/events", json: event()).expect(200)
        guard let price = answer.json?["priceCategories"]?[0]?["id"] else { throw answer.failure("a price category") }
        return ("/public/offers/v1/events/\(try answer.member("id").intValue ?? 0)", price)
    }

    /// A date that begins so long from the platform's now on.
    func date(in span: Span, price: JSONValue, writtenAs form: (String) -> String = { $0 }) async throws -> JSONValue {
        let begin = form((try await Control(wire: wire).now() + span).iso8601)
        return [
            "beginningDatetime": .string(begin), "bookingLimitDatetime": .string(begin), "priceCategoryId": price,
            "quantity": 5,
        ]
    }

    static let accessibility: JSONValue = [
        "audioDisabilityCompliant": false, "mentalDisabilityCompliant": false, "motorDisabilityCompliant": false,
        "visualDisabilityCompliant": false,
    ]

    /// Books a stock for a new beneficiary; gives the booking's number.
    func book(_ stock: JSONValue) async throws -> JSONValue {
        try await Control(wire: wire).ask("POST", "/_control/bookings", ["stockId": stock]).member("id")
    }
}

extension Exchange {
    /// That status and an error under that path, be it a sentence or several (today §1.5).
    @discardableResult
    func expect(_ status: Int, path: String) throws -> Exchange {
        guard self.status == status, let said = json?[path],
            said.stringValue != nil || said.arrayValue?.isEmpty == false
        else { throw failure("\(status) {\"\(path)\":…}") }
        return self
    }

    /// What is under a key; a failure when there is nothing.
    func member(_ key: String) throws -> JSONValue {
        guard let value = json?[key], !value.isNull else { throw failure("something under \"\(key)\"") }
        return value
    }
}
