// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Platform
import PlatformDomain

/// A bookshop on a platform of its own, everything made over HTTP as a partner and a young person would.
struct Bookshop {
    /// Everybody's password.
    static let password = "Azerty123456!@"
    /// The bookseller's log-in.
    static let email = "librairie+caisse@exemple.fr"
    /// The young person's address, with the plus sign that careless software loses.
    static let readerEmail = "jeune+test@exemple.fr"
    /// When the young person was born.
    static let readerBirth = "2007-05-17"

    /// The platform.
    let server: PlatformServer
    /// Where it answers.
    var base: String { server.baseURL }
    /// The book on sale.
    let offerID: String
    /// The shop.
    let venueID: String
    private let stockID: String
    private let seller: Visitor
    private let reader: Visitor

    /// Opens a platform and the bookshop on it.
    static func open(
        _ profile: Profile = .documented, edition: Edition? = nil, control: Bool = true
    ) async throws -> Bookshop {
        let server = try await PlatformServer.start(
            PlatformConfiguration(profile: profile, edition: edition, control: control))
        let client = HTTPClient()
        let seller = try await Visitor.signUp(
            at: server.baseURL, client,
            [
                "email": .string(email), "publicName": "Librairie", "siren": "732829320", "name": "Librairie du Centre",
                "address": "1 rue de la Paix", "postalCode": "93100", "city": "Montreuil",
            ])
        let offererID = try await seller.text("GET", "/offerers", at: [.index(0), .key("id")])
        let venueID = try await seller.text(
            "POST", "/venues",
            [
                "managingOffererId": .string(offererID), "name": "Librairie du Centre", "siret": "73282932000074",
                "address": "1 rue de la Paix", "postalCode": "93100", "city": "Montreuil",
                "bookingEmail": "commandes@exemple.fr",
            ], at: [.key("id")])
        let offerID = try await seller.text(
            "POST", "/things",
            ["name": "Le Petit Prince", "type": "ThingType.LIVRE_EDITION", "venueId": .string(venueID)],
            at: [.key("offers"), .index(0), .key("id")])
        let stockID = try await seller.text(
            "POST", "/stocks", ["offerId": .string(offerID), "price": 10, "available": 1_000], at: [.key("id")])
        let reader = try await Visitor.signUp(
            at: server.baseURL, client,
            [
                "email": .string(readerEmail), "publicName": "Lectrice",
                "dateOfBirth": .string(readerBirth + "T00:00:00Z"),
            ])
        return Bookshop(
            server: server, offerID: offerID, venueID: venueID, stockID: stockID, seller: seller, reader: reader)
    }

    /// Closes the platform.
    func close() async {
        await server.stop()
    }

    /// The young person books a copy.
    ///
    /// - Returns: The countermark and the booking's identifier.
    func book() async throws -> (countermark: String, id: String) {
        let booking = try await reader.ask("POST", "/bookings", ["stockId": .string(stockID), "quantity": 1])
        return (
            try booking["token"].flatMap(\.stringValue).orThrow("token"),
            try booking["id"].flatMap(\.stringValue).orThrow("id")
        )
    }

    /// The next validation will be done, and its answer lost.
    func loseNextValidation() async throws {
        let rule: JSONObject = [
            "fault": "applyThenDrop", "method": "PATCH", "path": "/bookings/token/*", "times": 1,
        ]
        let response = try await HTTPClient().send(
            HTTPRequest(
                method: "POST", url: base + "/_control/faults",
                headers: [HTTPHeader("Content-Type", "application/json")], body: JSONValue.object(rule).serialized()))
        guard (200..<300).contains(response.status) else {
            throw Visitor.Surprise(sentence: "fault: \(response.status)")
        }
    }

    /// The bookseller validates a countermark at the portal.
    func validate(_ countermark: String) async throws {
        _ = try await seller.ask("PATCH", "/bookings/token/\(countermark)")
    }

    /// The young person cancels a booking.
    func cancel(_ id: String) async throws {
        _ = try await reader.ask("PATCH", "/bookings/\(id)", ["isCancelled": true])
    }
}

extension Bookshop {
    /// Has the answers to so many countermark requests of a method lost, after the platform has done what was asked.
    func loseAnswers(to method: String, times: Int64) async throws {
        let rule: JSONObject = [
            "fault": "applyThenDrop", "method": .string(method), "path": "/bookings/token/*",
            "times": .number(JSONNumber(times)),
        ]
        let response = try await HTTPClient().send(
            HTTPRequest(
                method: "POST", url: base + "/_control/faults",
                headers: [HTTPHeader("Content-Type", "application/json")],
                body: JSONValue.object(rule).serialized()))
        guard response.status == 201 else { throw Visitor.Surprise(sentence: "fault: \(response.status)") }
    }
}

/// Somebody signed in on a platform.
struct Visitor {
    /// A step into an answer.
    enum Step {
        case key(String)
        case index(Int)
    }

    /// Something was not answered as the test needs it.
    struct Surprise: Error {
        let sentence: String
    }

    private let base: String
    private let client: HTTPClient
    private let cookie: String

    /// Signs up by the older route, which signs in at once.
    static func signUp(at base: String, _ client: HTTPClient, _ fields: JSONObject) async throws -> Visitor {
        var body = fields
        body["password"] = .string(Bookshop.password)
        body["contact_ok"] = true
        let response = try await client.send(
            HTTPRequest(
                method: "POST", url: base + "/users/signup", headers: headers, body: JSONValue.object(body).serialized()
            ))
        let cookies = response.headers(named: "Set-Cookie").compactMap { $0.split(separator: ";").first }
        guard response.status == 201, !cookies.isEmpty else {
            throw Surprise(sentence: "sign-up: \(response.status) \(String(decoding: response.body, as: UTF8.self))")
        }
        return Visitor(base: base, client: client, cookie: cookies.joined(separator: "; "))
    }

    /// Sends a request as this person and reads the JSON of a success.
    func ask(_ method: String, _ path: String, _ body: JSONObject? = nil) async throws -> JSONValue {
        let response = try await client.send(
            HTTPRequest(
                method: method, url: base + path, headers: Visitor.headers + [HTTPHeader("Cookie", cookie)],
                body: body.map { JSONValue.object($0).serialized() }))
        guard (200..<300).contains(response.status) else {
            let answer = String(decoding: response.body, as: UTF8.self)
            throw Surprise(sentence: "\(method) \(path): \(response.status) \(answer)")
        }
        return response.body.isEmpty ? .null : try JSONValue(parsing: response.body)
    }

    /// Sends a request and reads one text of the answer.
    func text(_ method: String, _ path: String, _ body: JSONObject? = nil, at steps: [Step]) async throws -> String {
        let answer: JSONValue? = try await ask(method, path, body)
        let found = steps.reduce(answer) { value, step in
            switch step {
            case .key(let key): value?[key]
            case .index(let index): value?[index]
            }
        }
        return try found.flatMap(\.stringValue).orThrow("\(method) \(path)")
    }

    private static var headers: [HTTPHeader] {
        [
            HTTPHeader("Origin", "https://pro.passculture-integration.beta.gouv.fr"),
            HTTPHeader("Content-Type", "application/json"),
        ]
    }
}

extension Optional {
    /// The value, or a surprise that says what is missing.
    func orThrow(_ what: String) throws -> Wrapped {
        guard let self else { throw Visitor.Surprise(sentence: "\(what) is missing") }
        return self
    }
}
