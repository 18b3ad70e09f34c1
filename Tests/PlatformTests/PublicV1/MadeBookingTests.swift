// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain
import TestSupport
import Testing

@testable import Platform

/// Bookings that the control makes in a state: what is asked for is made or refused, and the provider is told of them.
@Suite struct MadeBookingTests {
    @Test(
        "what names a stock or an offer says nothing of a state, its provider or its venue",
        arguments: [
            #""stockId": 1, "state": "used", "providerId": 1"#, #""stockId": 1, "state": "nonsense""#,
            #""stockId": 1, "providerId": 1"#, #""stockId": 1, "venueId": 2"#, #""stockId": 1, "offerId": 1"#,
            #""offerId": 1, "state": "used""#,
        ])
    func oneWay(body: String) async throws {
        try await TodayPlatform.run { platform in
            let offer = try await platform.offer("product")
            #expect(offer["stockId"] == 1)
            let answer = await platform.control("POST", "/bookings", "{\(body)}")
            #expect(answer.status == 400)
            #expect(answer.json?["error"]?.stringValue?.contains("does not go with") == true, "\(answer.text)")
            #expect(answer.json?["hint"]?.stringValue?.isEmpty == false)
            #expect(platform.bookingCount == 0)
        }
    }

    @Test(
        "a booking in a state is the provider's: its cancellation is told",
        arguments: [MadeState.confirmedProduct, .eventWindowOpen, .closedOfferer])
    func cancelled(state: MadeState) async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run { platform in
            let booking = try await platform.booking(state.rawValue)
            let settings = #"{"notificationUrl": "\#(office.server.url)/told"}"#
            #expect(await platform.send("PATCH", "/public/providers/v1/provider", json: settings).status == 200)
            let token = try #require(booking["token"]?.stringValue)
            #expect(await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)").status == 204)
            let call = try await office.next()
            #expect(call.json["action"] == "CANCEL")
            #expect(call.json["stock_id"] == booking["stockId"] && call.json["offer_id"] == booking["offerId"])
        }
    }

    @Test("each booking in a state is told when it is made, but for the one of a venue without a link")
    func made() async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run { platform in
            let settings = #"{"notificationUrl": "\#(office.server.url)/told"}"#
            #expect(await platform.send("PATCH", "/public/providers/v1/provider", json: settings).status == 200)
            var mine: [JSONValue] = []
            for state in MadeState.allCases where state != .unknown {
                let booking = try await platform.booking(state.rawValue)
                if state != .foreign { mine.append(try #require(booking["stockId"])) }
            }
            await platform.advance(hours: 1)
            var told: [JSONValue] = []
            while told.count < mine.count {
                let call = try await office.next()
                if call.json["action"] == "BOOK" { told.append(try #require(call.json["stock_id"])) }
            }
            #expect(told == mine)
        }
    }

    /// How many there are of all that a booking may hang on.
    private func counts(_ platform: TodayPlatform) -> [Int] {
        platform.server.service.read { state, _ in
            [
                state.users.count, state.offerers.count, state.venues.count, state.offers.count, state.stocks.count,
                state.bookings.count,
            ]
        }
    }

    @Test("an event that cannot begin when it is to leaves nothing behind")
    func refusedOffer() async throws {
        try await TodayPlatform.run { platform in
            let before = counts(platform)
            let answer = await platform.control(
                "POST", "/offers", #"{"kind": "event", "venueId": \#(platform.venueID), "startsIn": -3600}"#)
            #expect(answer.status == 409, "\(answer.text)")
            #expect(counts(platform) == before)
        }
    }

    @Test(
        "what is refused leaves nothing behind: no venue, no offer, no beneficiary",
        arguments: [
            (#""state": "confirmedProduct", "providerId": 1, "quantity": 2"#, 409),
            (#""state": "confirmedProduct", "providerId": 1, "beneficiaryId": 9999"#, 404),
            (#""state": "foreign", "providerId": 1, "quantity": 2"#, 409),
            (#""state": "closedOfferer", "providerId": 1, "beneficiaryId": 9999"#, 404),
            (#""stockId": 9999"#, 404), (#""stockId": 1, "quantity": 2"#, 409), (#""stockId": 2"#, 409),
        ])
    func refused(body: String, status: Int) async throws {
        try await TodayPlatform.run { platform in
            let product = try await platform.offer("product")
            let soldOut = try await platform.offer("event", #", "quantity": 0"#)
            #expect(product["stockId"] == 1 && soldOut["stockId"] == 2)
            let before = counts(platform)
            let answer = await platform.control("POST", "/bookings", "{\(body)}")
            #expect(answer.status == status, "\(answer.text)")
            #expect(counts(platform) == before)
        }
    }

    @Test("who asks the office again for the same person, by a clock that stands still, says the same")
    func sameText() async throws {
        let office = try CalledOffice { _ in (500, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let person = await platform.control("POST", "/beneficiaries")
            let id = try #require(person.json?["id"]?.intValue)
            let before = counts(platform)
            var told: [String] = []
            for _ in 0..<2 {
                let body = #"{"stockId": \#(stock), "beneficiaryId": \#(id)}"#
                #expect(await platform.control("POST", "/bookings", body).status == 409)
                told.append(try await office.next().inner)
            }
            #expect(told[0] == told[1])
            #expect(counts(platform) == before)
        }
    }

    @Test("the seed for a till tells what its calls are signed with")
    func signingKey() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(seed: try BuiltInSeed.till.seed()))
        let told = server.furnished?.items.first { $0.id == "hmac-key" }?.what
        let kept = server.service.read { state, _ in state.providers[Identifier(1)]?.hmacKey.text }
        if case .value(let key)? = told { #expect(key == kept) } else { Issue.record("no key is told") }
        await server.stop()
    }
}
