// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

/// A platform of today's edition that listens, with a provider and its venue, made through its control.
struct TodayPlatform {
    let server: PlatformServer
    let key: String
    let providerID: Int
    let venueID: Int

    /// Starts one, runs the test, and stops it whatever happens. Time stands still at a winter's noon, UTC.
    static func run(
        edition: Edition = .publicV1, at start: String = "2026-01-12T12:00:00Z", postalCode: String = "75011",
        innerForm: InnerForm = .compact, data: String? = nil, _ test: (TodayPlatform) async throws -> Void
    ) async throws {
        let start = try #require(Instant(iso8601: start))
        var configuration = PlatformConfiguration(edition: edition, start: start, clock: .frozen, randomSeed: 42)
        configuration.innerForm = innerForm
        configuration.data = data
        let server = try await PlatformServer.start(configuration)
        do {
            try await test(TodayPlatform(server, postalCode: postalCode))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    private init(_ server: PlatformServer, postalCode: String) async throws {
        self.server = server
        let provider = await Self.control("POST", "/providers", #"{"name": "Caisse"}"#, server)
        key = try #require(provider.json?["apiKey"]?.stringValue)
        providerID = try #require(provider.json?["id"]?.intValue)
        let venue = await Self.control(
            "POST", "/venues", #"{"providerId": \#(providerID), "postalCode": "\#(postalCode)"}"#, server)
        venueID = try #require(venue.json?["id"]?.intValue)
    }

    /// A provider's request, with its key unless told.
    func send(
        _ method: String, _ target: String, key: String? = nil, json: String? = nil
    ) async -> RawExchange {
        let headers = [("Authorization", "Bearer \(key ?? self.key)")]
        let answer =
            if let json {
                await RawExchange.send(method, target, to: server.baseURL, headers: headers, json: json)
            } else {
                await RawExchange.send(method, target, to: server.baseURL, headers: headers)
            }
        DocumentedAnswers.check(
            method, target, status: answer.status, contentType: answer.header("content-type"), body: answer.body)
        return answer
    }

    /// A request to the control.
    @discardableResult
    func control(_ method: String, _ path: String, _ json: String = "{}") async -> RawExchange {
        await Self.control(method, path, json, server)
    }

    private static func control(_ method: String, _ path: String, _ json: String, _ server: PlatformServer) async
        -> RawExchange
    {
        await RawExchange.send(method, "/_control" + path, to: server.baseURL, json: json)
    }

    /// A booking in a state.
    func booking(_ state: String) async throws -> JSONValue {
        let answer = await control("POST", "/bookings", #"{"state": "\#(state)", "providerId": \#(providerID)}"#)
        #expect(answer.status == 201, "\(answer.text)")
        return try #require(answer.json)
    }

    /// An offer of some kind, as the control answers it.
    func offer(_ kind: String, _ more: String = "") async throws -> JSONValue {
        let answer = await control(
            "POST", "/offers", #"{"kind": "\#(kind)", "venueId": \#(venueID)\#(more)}"#)
        #expect(answer.status == 201, "\(answer.text)")
        return try #require(answer.json)
    }

    /// A booking of that offer's stock.
    func booking(of offer: JSONValue, _ more: String = "") async throws -> JSONValue {
        let stock = try #require(offer["stockId"]?.intValue)
        let answer = await control("POST", "/bookings", #"{"stockId": \#(stock)\#(more)}"#)
        #expect(answer.status == 201, "\(answer.text)")
        return try #require(answer.json)
    }

    /// Lets time pass.
    func advance(hours: Int) async { await control("POST", "/clock/advance", #"{"by": \#(hours * 3_600)}"#) }

    /// The state of a booking in the list of the venue's.
    func status(of booking: JSONValue) async -> String? {
        let venue = booking["venueId"]?.intValue ?? 0
        let id = booking["id"]?.intValue ?? 0
        let answer = await send("GET", "/public/bookings/v1/bookings?venueId=\(venue)&firstIndex=\(id)&limit=1")
        return answer.json?["bookings"]?[0]?["status"]?.stringValue
    }
}

/// Status and body in one line: JSON with sorted keys.
func line(_ answer: RawExchange) -> String {
    answer.body.isEmpty ? "\(answer.status)" : "\(answer.status) \(answer.json?.text([.sortedKeys]) ?? answer.text)"
}
