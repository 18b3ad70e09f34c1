// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import PassCulture
import PassCultureTesting
import Platform
import Synchronization

/// A vendor who publishes on a platform of today, and a way to ask that platform without the SDK.
struct PublishingHouse {
    /// The platform's beginning.
    static let start = Instant(iso8601: "2026-01-12T12:00:00Z") ?? Instant(microseconds: 0)

    private let server: PlatformServer
    let publisher: Publisher
    let time: PlatformTime
    let key: String
    let venue: Int
    let siret: String
    private let requests: Requests

    /// Opens a platform whose clock the vendor's waiting moves.
    init() async throws {
        server = try await PlatformServer.start(
            PlatformConfiguration(edition: .publicV1, start: Self.start, clock: .frozen, randomSeed: 7))
        let provider = try await server.control("/providers", ["name": "Éditeur"])
        let providerID = try provider["id"].orThrow("provider")
        key = try provider["apiKey"].flatMap(\.stringValue).orThrow("key")
        let place = try await server.control("/venues", ["providerId": providerID, "name": "Théâtre d'Été"])
        venue = try place["id"].flatMap(\.intValue).orThrow("venue")
        siret = try place["siret"].flatMap(\.stringValue).orThrow("SIRET")
        time = PlatformTime(of: server.baseURL, from: Self.start)
        let requests = Requests()
        self.requests = requests
        publisher = try PassCulture(
            .custom(server.baseURL),
            options: Options(time: time, observe: { if $0.name == .requestFinished { requests.note($0) } })
        ).publisher(key: ProviderKey(key))
    }

    /// Where the platform answers.
    var base: String { server.baseURL }

    /// Closes the platform.
    func close() async { await server.stop() }

    /// Asks the control API.
    @discardableResult
    func control(_ path: String, _ body: JSONObject = [:], method: String = "POST") async throws -> JSONValue {
        try await server.control(path, body, method: method)
    }

    /// How many requests were made by a method to a path, as it stands in the document.
    func requests(_ method: String, _ template: String) -> Int { requests.count("\(method) \(template)") }

    /// What the platform answers to a question with the vendor's key.
    func raw(_ path: String) async throws -> JSONValue {
        let answer = try await HTTPClient().send(
            HTTPRequest(
                method: "GET", url: server.baseURL + path, headers: [HTTPHeader("Authorization", "Bearer \(key)")]))
        guard answer.status == 200 else { throw Visitor.Surprise(sentence: "GET \(path): \(answer.status)") }
        return try JSONValue(parsing: answer.body)
    }

    /// A young person books of a stock.
    ///
    /// - Returns: The countermark.
    @discardableResult
    func book(_ stock: JSONValue) async throws -> String {
        try await server.control("/bookings", ["stockId": stock])["token"].flatMap(\.stringValue).orThrow("token")
    }

    /// What a till of the venue is told of a countermark: `valid`, or why not.
    func till(_ code: String) async throws -> String {
        let desk = try PassCulture(.custom(server.baseURL), options: Options(time: time))
            .plainDesk(as: .provider(key: ProviderKey(key), venue: venue))
        if case .refused(let refusal) = try await desk.verify(Countermark(code)) { return refusal.reason.code }
        return "valid"
    }

    private final class Requests: Sendable {
        private let counts = Mutex<[String: Int]>([:])
        func note(_ event: Event) {
            counts.withLock { $0["\(event.method) \(event.pathTemplate)", default: 0] += 1 }
        }
        func count(_ key: String) -> Int { counts.withLock { $0[key] ?? 0 } }
    }
}

extension AsyncSequence {
    /// All of it.
    func all() async throws -> [Element] {
        var found: [Element] = []
        for try await element in self { found.append(element) }
        return found
    }
}
