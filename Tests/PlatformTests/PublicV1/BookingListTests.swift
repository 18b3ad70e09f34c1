// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

/// `GET /public/bookings/v1/bookings`: today §2.1 and §2.2.
@Suite struct BookingListTests {
    private static let keys = [
        "id", "quantity", "creationDate", "confirmationDate", "price", "status", "offerId", "stockId", "venueId",
        "priceCategoryId", "priceCategoryLabel", "offerName", "venueName", "offerEan", "offerAddress",
        "offerDepartmentCode", "userEmail", "userFirstName", "userLastName", "userPhoneNumber", "userPostalCode",
        "userBirthDate",
    ].sorted()

    private func list(_ platform: TodayPlatform, _ query: String) async -> RawExchange {
        await platform.send("GET", "/public/bookings/v1/bookings" + (query.isEmpty ? "" : "?" + query))
    }

    private func ids(_ answer: RawExchange) -> [Int] {
        answer.json?["bookings"]?.arrayValue?.compactMap { $0["id"]?.intValue } ?? []
    }

    @Test("a booking has its 22 keys, cents, and no countermark")
    func booking() async throws {
        try await TodayPlatform.run { platform in
            let book = try await platform.offer("book", #", "price": 1250"#)
            _ = try await platform.booking(of: book)
            let concert = try await platform.offer("event", #", "startsIn": 604800"#)
            _ = try await platform.booking(of: concert, #", "quantity": 2"#)
            let answer = await list(platform, "venueId=\(platform.venueID)")
            let bookings = try #require(answer.json?["bookings"]?.arrayValue)
            #expect(bookings.count == 2)
            for booking in bookings { #expect(booking.objectValue?.keys.sorted() == Self.keys) }
            #expect(bookings[0]["price"] == 1250)
            #expect(bookings[0]["offerEan"] == "9782070612758")
            #expect(bookings[0]["priceCategoryId"] == .null)
            #expect(bookings[0]["confirmationDate"] == .null)
            #expect(bookings[0]["creationDate"] == "2026-01-12T12:00:00Z")
            #expect(bookings[0]["userPhoneNumber"] == "+33612345678")
            #expect(bookings[0]["userBirthDate"] == "2008-01-15")
            #expect(bookings[0]["offerDepartmentCode"] == "75")
            #expect(bookings[1]["quantity"] == 2)
            #expect(bookings[1]["priceCategoryLabel"] == "Tarif unique")
            #expect(bookings[1]["priceCategoryId"] == concert["priceCategoryId"])
        }
    }

    @Test("an offer or a venue must be named, and be one that the provider may see")
    func refusals() async throws {
        try await TodayPlatform.run { platform in
            let foreign = try await platform.booking("foreign")
            let (offer, venue) = (foreign["offerId"]?.intValue ?? 0, foreign["venueId"]?.intValue ?? 0)
            #expect(line(await list(platform, "")) == #"400 {"global":["`offerId` or `venueId` must be set"]}"#)
            for offer in [offer, 999] {
                #expect(
                    line(await list(platform, "offerId=\(offer)"))
                        == #"404 {"offerId":"we could not find this offer"}"#)
            }
            for venue in [venue, 999, -1] {
                #expect(
                    line(await list(platform, "venueId=\(venue)"))
                        == #"404 {"venueId":"we could not find this venue"}"#)
            }
        }
    }

    @Test(
        "a query that cannot be read is refused by the name of its parameter",
        arguments: [
            ("limit", "51"), ("limit", "0"), ("limit", "dix"), ("firstIndex", "0"), ("status", "used"),
            ("beginningDatetime", "2026-01-12T12:00:00"), ("beginningDatetime", "hier"), ("offerId", "AE"),
            ("page", "1"),
        ])
    func closedQuery(name: String, value: String) async throws {
        try await TodayPlatform.run { platform in
            let answer = await list(platform, "venueId=\(platform.venueID)&\(name)=\(value)")
            #expect(answer.status == 400)
            #expect(answer.json?.objectValue?.keys == [name])
        }
    }

    @Test("pages follow one another by the lowest number wanted")
    func pages() async throws {
        try await TodayPlatform.run { platform in
            let book = try await platform.offer("book")
            var made: [Int] = []
            for _ in 0..<3 { made.append(try #require(try await platform.booking(of: book)["id"]?.intValue)) }
            let offer = try #require(book["offerId"]?.intValue)
            let first = ids(await list(platform, "offerId=\(offer)&limit=2"))
            #expect(first == Array(made.prefix(2)))
            #expect(ids(await list(platform, "offerId=\(offer)&limit=2&firstIndex=\(made[1] + 1)")) == [made[2]])
            #expect(line(await list(platform, "offerId=\(offer)&firstIndex=\(made[2] + 1)")) == #"200 {"bookings":[]}"#)
        }
    }

    @Test("state, price, stock and begin narrow the list down")
    func filters() async throws {
        try await TodayPlatform.run { platform in
            let used = try await platform.booking("used")
            let paid = try await platform.booking("reimbursed")
            let concert = try await platform.booking("eventWindowOpen")
            let here = "venueId=\(platform.venueID)"
            func only(_ booking: JSONValue, _ query: String) async {
                #expect(ids(await list(platform, "\(here)&\(query)")) == [booking["id"]?.intValue], "\(query)")
            }
            await only(used, "status=USED")
            await only(paid, "status=REIMBURSED")
            await only(concert, "status=CONFIRMED")
            await only(concert, "beginningDatetime=2026-01-19T13:00:00%2B01:00")
            await only(used, "stockId=\(used["stockId"]?.intValue ?? 0)")
            await only(concert, "priceCategoryId=1")
            #expect(ids(await list(platform, "\(here)&status=CANCELLED")) == [])
            #expect(ids(await list(platform, "\(here)&offerId=\(paid["offerId"]?.intValue ?? 0)")).count == 1)
        }
    }
}
