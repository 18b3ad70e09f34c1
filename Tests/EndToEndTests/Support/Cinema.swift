// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Platform
import PlatformDomain

/// The cinema of the built-in seed, two days before a session: its platform, its countermarks, and its files as its portal gives them.
struct Cinema {
    /// The cinema's log-in.
    static let email = "caisse@cinema.example"

    /// The platform.
    let server: PlatformServer
    /// The identifier of the structure.
    let offererID: String
    /// The countermarks of the seed by the word that it has for them (`valid`, `already-validated`, `no-show`, `cancelled`).
    let countermarks: [String: [String]]
    private let client = HTTPClient()
    private let cookie: String

    /// Where the platform answers.
    var base: String { server.baseURL }

    /// What a program needs to ask at its desk.
    var environment: [String: String] {
        ["PASSCULTURE_URL": base, "PASSCULTURE_EMAIL": Self.email, "PASSCULTURE_PASSWORD": Bookshop.password]
    }

    /// Opens a platform with the seed and signs in.
    static func open() async throws -> Cinema {
        let server = try await PlatformServer.start(PlatformConfiguration(seed: try BuiltInSeed.cinema.seed()))
        var countermarks: [String: [String]] = [:]
        for item in server.furnished?.items ?? [] {
            if case .countermark(let code, _) = item.what { countermarks[item.id ?? "", default: []].append(code) }
        }
        let answer = try await HTTPClient().send(
            HTTPRequest(
                method: "POST", url: server.baseURL + "/users/signin", headers: headers,
                body: (["identifier": .string(email), "password": .string(Bookshop.password)] as JSONValue).serialized()
            ))
        let cookie = answer.headers(named: "Set-Cookie").compactMap { $0.split(separator: ";").first }
            .joined(separator: "; ")
        let offerers = try await get("/offerers", server.baseURL, cookie)
        let id = try JSONValue(parsing: offerers)[0]?["id"]?.stringValue
        return Cinema(
            server: server, offererID: try id.orThrow("id"), countermarks: countermarks, cookie: cookie)
    }

    private init(server: PlatformServer, offererID: String, countermarks: [String: [String]], cookie: String) {
        self.server = server
        self.offererID = offererID
        self.countermarks = countermarks
        self.cookie = cookie
    }

    /// Fetches a file from the portal.
    func file(_ path: String) async throws -> [UInt8] { try await Self.get(path, base, cookie) }

    /// The table of the bookings as CSV.
    func bookings() async throws -> [UInt8] { try await file("/offerers/\(offererID)/bookings?format=csv") }

    /// The identifier of the date that begins at an instant.
    func date(_ begins: String) async throws -> String {
        let list = try JSONValue(parsing: try await file("/offerers/\(offererID)/bookings")).arrayValue ?? []
        let booking = list.first { $0["stock"]?["eventOccurrence"]?["beginningDatetime"] == .string(begins) }
        return try (booking?["stock"]?["eventOccurrenceId"]?.stringValue).orThrow("a booking at \(begins)")
    }

    /// Lets time pass until an instant.
    func advance(to instant: String) async throws {
        let answer = try await client.send(
            HTTPRequest(
                method: "POST", url: base + "/_control/clock/advance",
                headers: [HTTPHeader("Content-Type", "application/json")],
                body: (["to": .string(instant)] as JSONValue).serialized()))
        guard answer.status == 200 else {
            throw Visitor.Surprise(sentence: "advance: \(String(decoding: answer.body, as: UTF8.self))")
        }
    }

    /// Closes the platform.
    func close() async { await server.stop() }

    private static let headers = [
        HTTPHeader("Origin", "https://pro.passculture-integration.beta.gouv.fr"),
        HTTPHeader("Content-Type", "application/json"),
    ]

    private static func get(_ path: String, _ base: String, _ cookie: String) async throws -> [UInt8] {
        let answer = try await HTTPClient().send(
            HTTPRequest(method: "GET", url: base + path, headers: headers + [HTTPHeader("Cookie", cookie)]))
        guard answer.status == 200 else {
            throw Visitor.Surprise(
                sentence: "\(path): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
        return answer.body
    }
}
