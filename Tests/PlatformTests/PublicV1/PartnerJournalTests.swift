// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

/// Calls to partners in the journal.
@Suite struct PartnerJournalTests {
    private static let tickets =
        #"{"remainingQuantity": 7, "tickets": [{"barcode": "CANARY-1"}, {"barcode": "CANARY-2"}]}"#

    @Test("a call stands in the journal before the answer to the request that caused it")
    func order() async throws {
        let office = try CalledOffice { path in path == "/book" ? (200, Self.tickets) : (200, "{}") }
        try await TodayPlatform.run { platform in
            let (stock, provider) = try await platform.stock("ticketed", calling: office)
            await platform.control(
                "POST", "/venueLinks", #"{"providerId": \#(platform.providerID), "venueId": \#(platform.venueID)}"#)
            let booking = try #require(await platform.book(stock, quantity: 2).json)
            let token = try #require(booking["token"]?.stringValue)
            _ = await platform.send("GET", "/public/bookings/v1/token/\(token)")
            #expect(await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)").status == 204)
            let all = await RawExchange.send("GET", "/_control/journal", to: platform.server.baseURL)
            let entries = try #require(all.json?["entries"]?.arrayValue)
            #expect(entries.map { $0["direction"] } == ["outgoing", "incoming", "outgoing", "incoming"])
            #expect(entries.map { $0["call"]?["kind"] } == ["ticketBooking", nil, "ticketCancellation", nil])
            let call = try #require(entries.first)
            #expect(call["method"] == "POST" && call["path"] == "/book" && call["status"] == 200)
            #expect(call["at"] == "2026-01-12T12:00:00Z")
            #expect(call["response"]?["body"]?.stringValue == Self.tickets)
            #expect(
                call["call"] == [
                    "kind": "ticketBooking", "providerId": .number(JSONNumber(provider)), "failure": .null,
                    "result": "booked", "url": .string(office.server.url + "/book"),
                ])
        }
    }

    @Test("the journal's filters tell calls from requests, and calls by their kind")
    func filters() async throws {
        let office = try CalledOffice { path in path == "/book" ? (200, Self.tickets) : (204, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            _ = await platform.book(stock)
            _ = try await office.next()
            await platform.server.service.sendDue()
            let (event, _) = try await platform.stock("ticketed", calling: office)
            _ = await platform.book(event, quantity: 2)
            _ = await platform.send("GET", "/public/providers/v1/provider")
            func count(_ query: String) async -> Int? {
                let answer = await RawExchange.send("GET", "/_control/journal?\(query)", to: platform.server.baseURL)
                return answer.json?["entries"]?.arrayValue?.count
            }
            #expect(await count("kind=ticketBooking") == 1)
            #expect(await count("kind=ticketCancellation") == 0)
            #expect(await count("direction=incoming") == 1)
            #expect(await count("direction=outgoing&status=2xx&path=/book") == 1)
            for bad in ["kind=letter", "direction=up"] {
                let answer = await RawExchange.send("GET", "/_control/journal?\(bad)", to: platform.server.baseURL)
                #expect(answer.status == 400 && answer.json?["hint"] != nil)
            }
        }
    }

    @Test("the exports show a call with its own address, and neither people, barcodes, keys nor what is in its query")
    func exports() async throws {
        let office = try CalledOffice { path in path == "/book" ? (200, Self.tickets) : (204, "") }
        try await TodayPlatform.run { platform in
            await platform.control(
                "POST", "/beneficiaries",
                #"{"email": "zoe@canari.fr", "firstName": "Zénaïde", "lastName": "Canarivet"}"#)
            let (event, _) = try await platform.stock("ticketed", calling: office)
            let booked = await platform.book(event, quantity: 2)
            let asked = try await office.next()
            let id = try #require(booked.json?["id"]?.intValue)
            #expect(await platform.control("POST", "/bookings/\(id)/cancel").status == 200)
            _ = try await office.next()
            let (book, _) = try await platform.stock("book", calling: office)
            _ = await platform.book(book)
            _ = try await office.next()
            await platform.server.service.sendDue()
            let canaries =
                ["user_email", "user_birth_date", "user_first_name", "user_last_name"].compactMap {
                    asked.json[$0]?.stringValue
                }.filter { $0.count > 2 } + ["CANARY-1", "CANARY-2", CalledOffice.hmacKey, "secret=1"]
            #expect(canaries.count >= 6)
            for form in ["har", "curl"] {
                let page = await RawExchange.send(
                    "GET", "/_control/journal.\(form)", to: platform.server.baseURL
                ).text
                for canary in canaries { #expect(!page.contains(canary), "\(canary) in \(page)") }
                #expect(page.contains(office.server.url + "/book"))
            }
            let har = await RawExchange.send("GET", "/_control/journal.har", to: platform.server.baseURL).json
            let first = try #require(har?["log"]?["entries"]?[0])
            #expect(first["_direction"] == "outgoing" && first["_call"]?["kind"] == "ticketBooking")
            let text = first["request"]?["postData"]?["text"]?.stringValue ?? ""
            let outer = try JSONValue(parsing: Array(text.utf8))
            let inner = try JSONValue(parsing: Array((outer.stringValue ?? "").utf8))
            #expect(inner["user_email"] == "***" && inner["booking_quantity"] == 2)
            let journal = await RawExchange.send("GET", "/_control/journal", to: platform.server.baseURL).text
            #expect(!journal.contains(CalledOffice.hmacKey) && !journal.contains("secret=1"))
        }
    }

    @Test("of a long call the exports keep nothing that was cut")
    func cut() throws {
        let inner = JSONValue.object([
            "offer_name": .string(String(repeating: "é", count: 3_000)), "user_email": "zoe@canari.fr",
            "user_first_name": "Zénaïde",
        ]).text
        let body = JournalEntry.Body(JSONValue.string(inner).serialized())
        #expect(body.isCut)
        #expect(Anonymizer([]).body(body, type: "application/json", isRequest: true) == nil)
    }

    @Test(
        "an address is kept without its log-in and without what is in its query",
        arguments: [
            ("http://a:b@caisse.example:81/x/y?k=v&z", "http://caisse.example:81", "/x/y", "k=***&***"),
            ("https://caisse.example", "https://caisse.example", "/", ""),
            ("http://[::1]:9?a=b=c#d", "http://[::1]:9", "/", "a=***"),
        ])
    func address(url: String, origin: String, path: String, query: String) {
        let address = PartnerAddress(url)
        #expect(address.origin == origin)
        #expect(address.path == path)
        #expect(address.query == query)
    }
}
