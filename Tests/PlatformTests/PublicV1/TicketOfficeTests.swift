// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Synchronization
import TestSupport
import Testing

@testable import Platform

/// Tickets that partners issue and take back (`today §4.5`, `§4.6`).
@Suite struct TicketOfficeTests {
    private static let one = #"{"remainingQuantity": 9, "tickets": [{"barcode": "A1", "seat": "B 4"}]}"#

    /// What an office says, what is booked then, how many are left, and what goes back a minute later.
    struct Saying: Sendable, CustomTestStringConvertible {
        let status: Int
        let body: String
        var quantity = 1
        let isBooked: Bool
        let left: Int64?
        var comesBack = 0
        let word: String
        var testDescription: String { "\(status) \(body) for \(quantity)" }
    }

    static let sayings = [
        Saying(status: 200, body: one, isBooked: true, left: 9, word: "booked"),
        Saying(status: 201, body: one, isBooked: true, left: 9, word: "booked"),
        Saying(
            status: 200, body: #"{"remainingQuantity": null, "tickets": [{"barcode": "A1", "seat": null}]}"#,
            isBooked: true, left: nil, word: "booked"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 0, "tickets": [{"barcode": "A"}, {"barcode": "B"}]}"#,
            quantity: 2, isBooked: true, left: 0, word: "booked"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 7, "tickets": [{"barcode": "A"}, {"barcode": "B"}]}"#,
            isBooked: true, left: 7, comesBack: 1, word: "booked, one ticket too many"),
        Saying(
            status: 200, body: #"{"tickets": [{"barcode": "A"}]}"#, isBooked: false, left: 20, comesBack: 1,
            word: "unusable"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 3, "tickets": []}"#, isBooked: false, left: 20, word: "unusable"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 3, "tickets": [{"barcode": ""}]}"#, isBooked: false, left: 20,
            word: "unusable"),
        Saying(status: 200, body: "not JSON", isBooked: false, left: 20, word: "unusable"),
        Saying(status: 500, body: one, isBooked: false, left: 20, word: "unusable"),
        Saying(
            status: 409, body: #"{"error": "sold_out", "remainingQuantity": 0}"#, isBooked: false, left: 0,
            word: "sold_out"),
        Saying(
            status: 409, body: #"{"error": "not_enough_seats", "remainingQuantity": 1}"#, quantity: 2, isBooked: false,
            left: 1, word: "not_enough_seats"),
        Saying(
            status: 409, body: #"{"error": "not_enough_seats", "remainingQuantity": null}"#, isBooked: false, left: 20,
            word: "unusable"),
        Saying(status: 409, body: #"{"error": "sold_out"}"#, isBooked: false, left: 20, word: "unusable"),
        Saying(
            status: 409, body: #"{"error": "closed", "remainingQuantity": 0}"#, isBooked: false, left: 20,
            word: "unusable"),
        // What some servers mean by no limit: it counts as the most that is counted.
        Saying(
            status: 200, body: #"{"remainingQuantity": 9223372036854775807, "tickets": [{"barcode": "A"}]}"#,
            isBooked: true, left: 1_000_000_000, word: "booked"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 2147483647, "tickets": [{"barcode": "A"}]}"#, isBooked: true,
            left: 1_000_000_000, word: "booked"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 10.0, "tickets": [{"barcode": "A"}]}"#, isBooked: true,
            left: 10, word: "booked"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 1e30, "tickets": [{"barcode": "A"}]}"#,
            isBooked: false, left: 20, comesBack: 1, word: "unusable"),
        Saying(
            status: 200, body: #"{"remainingQuantity": 1000000000, "tickets": [{"barcode": "A"}]}"#, isBooked: true,
            left: 1_000_000_000, word: "booked"),
        Saying(
            status: 409, body: #"{"error": "not_enough_seats", "remainingQuantity": 1e30}"#,
            isBooked: false, left: 20, word: "unusable"),
    ]

    @Test("each answer of a ticket office means what the sheet says", arguments: sayings)
    func asked(saying: Saying) async throws {
        let office = try CalledOffice { path in path == "/book" ? (saying.status, saying.body) : (200, "{}") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office, #", "quantity": 20"#)
            let answer = await platform.book(stock, quantity: saying.quantity)
            #expect(answer.status == (saying.isBooked ? 201 : 409), "\(answer.text)")
            #expect(platform.bookingCount == (saying.isBooked ? 1 : 0))
            let asked = try await office.next()
            #expect(asked.isSigned)
            #expect(asked.json["action"] == nil)
            #expect(asked.json["booking_quantity"]?.intValue == saying.quantity)
            #expect(platform.remaining(of: stock) == saying.left)
            #expect(await platform.results() == [saying.word])
            await platform.control("POST", "/clock/advance", #"{"by": 59}"#)
            await platform.server.service.sendDue()
            #expect(office.count == 1, "nothing goes back before a minute is over")
            await platform.control("POST", "/clock/advance", #"{"by": 1}"#)
            for _ in 0..<saying.comesBack {
                let back = try await office.next()
                #expect(back.path == "/cancel")
                #expect(back.inner == #"{"barcodes":["A"]}"#)
            }
            await platform.server.service.sendDue()
            #expect(office.count == 1 + saying.comesBack)
        }
    }

    @Test("who books by the control is told the tickets, and who has none is not")
    func told() async throws {
        let office = try CalledOffice { _ in (200, Self.one) }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            #expect(await platform.book(stock).json?["tickets"] == [["barcode": "A1", "seat": "B 4"]])
            let plain = try #require(try await platform.offer("event")["stockId"]?.intValue)
            let booked = await platform.book(plain)
            #expect(booked.status == 201 && booked.json?["tickets"] == nil)
        }
    }

    @Test("who books or cancels by the control is told in words what the office did, and where to read it")
    func words() async throws {
        let office = try CalledOffice { path in path == "/book" ? (200, #"{"tickets": []}"#) : (500, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let refused = await platform.book(stock)
            #expect(refused.status == 409)
            #expect(
                refused.json?["error"] == "The ticket office issued no tickets that can be used: nothing was booked")
            #expect(refused.json?["hint"]?.stringValue?.contains("/_control/journal?direction=outgoing") == true)
        }
    }

    @Test(
        "one ticket for two goes back at once, and nothing is booked; later, if it was not taken",
        arguments: [200, 500])
    func tooFew(status: Int) async throws {
        let office = try CalledOffice { path in path == "/book" ? (200, Self.one) : (status, "{}") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            #expect(await platform.book(stock, quantity: 2).status == 409)
            _ = try await office.next()
            #expect(try await office.next().inner == #"{"barcodes":["A1"]}"#)
            #expect(platform.bookingCount == 0)
            await platform.control("POST", "/clock/advance", #"{"by": 60}"#)
            if status != 200 { #expect(try await office.next().inner == #"{"barcodes":["A1"]}"#) }
            await platform.server.service.sendDue()
            #expect(office.count == (status == 200 ? 2 : 3))
        }
    }

    @Test("a cancellation asks first, and what the office has left then is what is left here")
    func cancelled() async throws {
        let answers = Mutex([
            (500, ""), (200, #"{"remainingQuantity": 12}"#),
            (409, #"{"error": "already_cancelled", "remainingQuantity": 5}"#),
        ])
        let office = try CalledOffice { path in
            path == "/book" ? (200, Self.one) : answers.withLock { $0.removeFirst() }
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let id = try #require(await platform.book(stock).json?["id"]?.intValue)
            #expect(platform.remaining(of: stock) == 9)
            #expect(await platform.control("POST", "/bookings/\(id)/cancel").status == 409)
            #expect(platform.remaining(of: stock) == 9)
            #expect(await platform.control("POST", "/bookings/\(id)/cancel").status == 200)
            #expect(platform.remaining(of: stock) == 12)
            let again = try #require(await platform.book(stock).json)
            let token = try #require(again["token"]?.stringValue)
            await platform.control(
                "POST", "/venueLinks", #"{"providerId": \#(platform.providerID), "venueId": \#(platform.venueID)}"#)
            let gone = await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)")
            #expect(gone.status == 204, "\(gone.text)")
            #expect(platform.remaining(of: stock) == 5)
            #expect(await platform.results() == ["booked", "refused", "cancelled", "booked", "already_cancelled"])
        }
    }

    @Test(
        "a number of tickets beyond all sense is none that is known, in each answer that says how many are left",
        arguments: [
            (409, #"{"error": "sold_out", "remainingQuantity": 1e30}"#),
            (409, #"{"error": "not_enough_seats", "remainingQuantity": 1e30}"#),
            (200, #"{"remainingQuantity": 1e30, "tickets": [{"barcode": "A2"}]}"#),
        ])
    func beyondCounting(status: Int, body: String) async throws {
        let answers = Mutex([(200, Self.one), (status, body)])
        let office = try CalledOffice { path in
            path == "/book"
                ? answers.withLock { $0.removeFirst() } : (200, #"{"remainingQuantity": 1e30}"#)
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let id = try #require(await platform.book(stock).json?["id"]?.intValue)
            #expect(await platform.book(stock).status == 409)
            let left: Int64? = body.contains("sold_out") ? 0 : 9
            #expect(platform.remaining(of: stock) == left)
            #expect(await platform.control("POST", "/bookings/\(id)/cancel").status == 200)
            #expect(platform.remaining(of: stock) == left.map { $0 + 1 }, "one more is free, and no more is known")
            #expect(await platform.results().last == "cancelled, unreadable")
        }
    }

    @Test("the last ticket is whose it is, though somebody else is told meanwhile that there is none left")
    func lastTicket() async throws {
        let meanwhile = Meanwhile()
        let office = try CalledOffice { _ in
            meanwhile.happens()
            return (200, #"{"remainingQuantity": 0, "tickets": [{"barcode": "A"}]}"#)
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office, #", "quantity": 1"#)
            let service = platform.server.service
            meanwhile.will {
                _ = try? service.perform(.publicV1(.setRemaining(Identifier(Int64(stock)), 0))) { _, _ in () }
            }
            #expect(await platform.book(stock).status == 201)
            #expect(platform.bookingCount == 1)
            #expect(platform.remaining(of: stock) == 0)
            #expect(await platform.book(stock).status == 409)
        }
    }

    @Test("a booking counts as made when the office was told of it, however long the answer takes")
    func toldDate() async throws {
        let meanwhile = Meanwhile()
        let office = try CalledOffice { _ in
            meanwhile.happens()
            return (200, Self.one)
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let service = platform.server.service
            meanwhile.will { service.withCore { core in _ = try? core.clock.set(to: core.clock.now() + .seconds(5)) } }
            #expect(await platform.book(stock).status == 201)
            #expect(service.now().iso8601 == "2026-01-12T12:00:05Z")
            let told = try await office.next().json
            await platform.control(
                "POST", "/venueLinks", #"{"providerId": \#(platform.providerID), "venueId": \#(platform.venueID)}"#)
            let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)")
            let booking = try #require(list.json?["bookings"]?.arrayValue?.last)
            for (field, key) in [
                ("booking_creation_date", "creationDate"), ("booking_confirmation_date", "confirmationDate"),
            ] {
                let date = try #require(told[field]?.stringValue)
                #expect(booking[key] == .string(date + "Z"), "\(key)")
            }
            #expect(told["booking_creation_date"] == "2026-01-12T12:00:00")
        }
    }

    @Test("what is reset while the office takes its tickets back is a countermark that nobody knows")
    func resetMeanwhile() async throws {
        let meanwhile = Meanwhile()
        let office = try CalledOffice { path in
            if path == "/cancel" { meanwhile.happens() }
            return (200, Self.one)
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            let token = try #require(await platform.book(stock).json?["token"]?.stringValue)
            await platform.control(
                "POST", "/venueLinks", #"{"providerId": \#(platform.providerID), "venueId": \#(platform.venueID)}"#)
            let service = platform.server.service
            meanwhile.will { service.reset() }
            let gone = await platform.send("PATCH", "/public/bookings/v1/cancel/token/\(token)")
            #expect(gone.status == 404, "\(gone.text)")
            #expect(gone.json == ["global": "This countermark cannot be found"])
        }
    }

    @Test("nobody is asked for what cannot be booked anyway")
    func notAsked() async throws {
        let office = try CalledOffice { _ in (200, Self.one) }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office, #", "quantity": 0"#)
            #expect(await platform.book(stock).status == 409)
            #expect(office.count == 0)
        }
    }

    @Test("an office that cannot be reached has issued nothing here, and no booking exists")
    func unreachable() async throws {
        let closed = try ClosedPort()
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", callingAt: "http://127.0.0.1:\(closed.port)")
            #expect(await platform.book(stock).status == 409)
            #expect(platform.bookingCount == 0)
            let call = try #require(await platform.partnerCalls().first)
            #expect(call["status"] == 0)
            #expect(call["call"]?["failure"]?.stringValue?.isEmpty == false)
            #expect(call["call"]?["url"]?.stringValue?.hasSuffix("/book") == true)
        }
    }

    @Test("tickets and barcodes that go back are kept with the state")
    func kept() async throws {
        let office = try CalledOffice { path in
            path == "/book"
                ? (200, #"{"remainingQuantity": 7, "tickets": [{"barcode": "A"}, {"barcode": "B"}]}"#) : (200, "{}")
        }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("ticketed", calling: office)
            _ = await platform.book(stock)
            let state = platform.server.service.read { state, _ in state }
            #expect(state.violations == [])
            #expect(state.tickets(of: Identifier(1)).map(\.barcode) == ["B"])
            let snapshot = await platform.control("POST", "/snapshots")
            let id = try #require(snapshot.json?["id"]?.stringValue)
            await platform.control("POST", "/clock/advance", #"{"by": 60}"#)
            #expect(await platform.control("POST", "/snapshots/\(id)/restore").status == 200)
            let restored = platform.server.service.read { state, _ in state }
            var silent = state
            silent.evolve(.publicV1(.waitingCallsDropped))
            #expect(restored == silent, "what was waiting has left, and does not leave again")
        }
    }
}
