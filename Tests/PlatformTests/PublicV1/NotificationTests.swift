// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain
import Testing

@testable import Platform

/// What partners are told of bookings (`today §4.4`).
@Suite struct NotificationTests {
    @Test("a booking and its cancellation are told, signed, in a string, one a second of the platform's time")
    func told() async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            let booking = await platform.book(stock)
            #expect(booking.status == 201, "\(booking.text)")
            let first = try await office.next()
            #expect(first.isSigned)
            #expect(first.path == "/told?secret=1")
            #expect(first.inner.hasSuffix(#","action":"BOOK"}"#))
            #expect(first.json["booking_creation_date"] == "2026-01-12T12:00:00")
            #expect(first.json["booking_confirmation_date"] == .null)
            #expect(first.json["offer_price"] == 1_000)
            #expect(first.json["booking_quantity"] == 1)
            #expect(first.json.objectValue?.count == 23)
            let id = try #require(booking.json?["id"]?.intValue)
            #expect(await platform.control("POST", "/bookings/\(id)/cancel").status == 200)
            #expect(office.count == 1, "the second has to wait for a second to pass")
            await platform.control("POST", "/clock/advance", #"{"by": 1}"#)
            let second = try await office.next()
            #expect(second.isSigned)
            #expect(second.json["action"] == "CANCEL")
        }
    }

    @Test("a birth date that nobody told is told as a stand-in: the field is never null")
    func noBirthDate() async throws {
        let office = try CalledOffice { path in
            (200, path == "/book" ? #"{"remainingQuantity": 1, "tickets": [{"barcode": "A1"}]}"# : "{}")
        }
        try await TodayPlatform.run { platform in
            var draft = BeneficiaryDraft(email: "sans-date@exemple.fr", passwordHash: "")
            draft.credit = Euros(cents: 300_00)
            let person = try platform.server.service.perform(.publicV1(.createBeneficiary(draft))) { state, _ in
                state.users.count
            }
            for kind in ["ticketed", "book"] {
                let (stock, _) = try await platform.stock(kind, calling: office)
                let answer = await platform.control(
                    "POST", "/bookings", #"{"stockId": \#(stock), "beneficiaryId": \#(person)}"#)
                #expect(answer.status == 201, "\(answer.text)")
                let call = try await office.next()
                #expect(call.json["user_birth_date"] == "2000-01-01", "\(kind)")
                #expect(call.json["user_first_name"] == "")
            }
        }
    }

    @Test("who books again what was cancelled makes another booking, in another call, though no time has passed")
    func again() async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            let made = await platform.control("POST", "/beneficiaries")
            let person = try #require(made.json?["id"]?.intValue)
            var texts: [String] = []
            for _ in 0..<3 {
                let booking = await platform.control(
                    "POST", "/bookings", #"{"stockId": \#(stock), "beneficiaryId": \#(person)}"#)
                let id = try #require(booking.json?["id"]?.intValue)
                #expect(await platform.control("POST", "/bookings/\(id)/cancel").status == 200)
            }
            for _ in 0..<6 {
                texts.append(try await office.next().inner)
                await platform.control("POST", "/clock/advance", #"{"by": 1}"#)
            }
            #expect(Set(texts).count == 6, "\(texts)")
            let list = await platform.send("GET", "/public/bookings/v1/bookings?venueId=\(platform.venueID)")
            #expect(
                list.json?["bookings"]?.arrayValue?.compactMap { $0["creationDate"]?.stringValue } == [
                    "2026-01-12T12:00:00Z", "2026-01-12T12:00:00.000001Z", "2026-01-12T12:00:00.000002Z",
                ])
        }
    }

    @Test("the older form has blanks and nothing but ASCII")
    func spaced() async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run(innerForm: .spaced) { platform in
            let (stock, _) = try await platform.stock("book", calling: office, #", "name": "L'Été""#)
            _ = await platform.book(stock)
            let call = try await office.next()
            #expect(call.isSigned)
            #expect(call.inner.contains(#""offer_name": "L'\u00c9t\u00e9", "#), "\(call.inner)")
        }
    }

    @Test("what the partner does not take is dropped, and never sent again", arguments: [500, 302, 404])
    func dropped(status: Int) async throws {
        let office = try CalledOffice { _ in (status, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            _ = await platform.book(stock)
            _ = try await office.next()
            _ = await platform.book(stock)
            await platform.advance(hours: 1)
            _ = try await office.next()
            #expect(await platform.results().first == "dropped")
            #expect(office.count == 2)
        }
    }

    @Test("a copy of the platform sends nothing of what its original has to send")
    func forked() async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run { platform in
            let (stock, _) = try await platform.stock("book", calling: office)
            _ = await platform.book(stock)
            _ = await platform.book(stock)
            _ = try await office.next()
            let copy = platform.server.service.fork()
            try await copy.advance(.by(.hours(1)))
            await copy.sendDue()
            #expect(copy.journal.excerpt().entries.isEmpty)
            await platform.advance(hours: 1)
            _ = try await office.next()
            #expect(office.count == 2)
        }
    }

    @Test("offers of the team and of providers that are switched off are told to nobody")
    func nobody() async throws {
        let office = try CalledOffice { _ in (204, "") }
        try await TodayPlatform.run { platform in
            let (stock, provider) = try await platform.stock("book", calling: office)
            await platform.control("PATCH", "/providers/\(provider)", #"{"isActive": false}"#)
            _ = await platform.book(stock)
            _ = try await platform.booking(of: try await platform.offer("book"))
            await platform.control("PATCH", "/providers/\(provider)", #"{"isActive": true}"#)
            await platform.advance(hours: 1)
            _ = await platform.book(stock)
            _ = try await office.next()
            #expect(office.count == 1)
        }
    }
}
