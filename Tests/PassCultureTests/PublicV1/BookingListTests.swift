// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("A list of bookings")
struct BookingListTests {
    private static let base = "https://backend.integration.passculture.pro/public/bookings/v1/bookings?"

    @Test("is read page by page, from the number after the last, until one is not full", arguments: Way.allCases)
    func pages(way: Way) async throws {
        let till = try TodaysTill([.answer(.page([3, 7])), .answer(.page([8, 12])), .answer(.page([]))])
        let found = try await till.desk().bookings(.ofVenue(1, status: .used, pageSize: 2), way)
        #expect(found.map(\.bookingID) == ["3", "7", "8", "12"])
        #expect(found.allSatisfy { $0.status == .used })
        #expect(
            till.transport.requests.map(\.url)
                == [1, 8, 13].map {
                    Self.base + "venueId=1&status=USED&firstIndex=\($0)&limit=2"
                })
        #expect(Set(till.transport.requests.map(\.pathTemplate)) == ["/public/bookings/v1/bookings"])
    }

    @Test("asks for what is asked for, and never for more than fifty at once")
    func queries() throws {
        var query = BookingQuery.ofOffer(7, pageSize: 1_000)
        query.stock = 8
        query.priceCategory = 9
        query.begins = Instant(iso8601: "2026-12-03T19:30:00Z")
        let till = try TodaysTill([.answer(.page([]))])
        #expect(try till.desk().bookingsBlocking(query).bookings.isEmpty)
        #expect(
            till.transport.requests.map(\.url) == [
                Self.base
                    + "offerId=7&priceCategoryId=9&stockId=8&beginningDatetime=2026-12-03T19%3A30%3A00Z"
                    + "&firstIndex=1&limit=50"
            ])
        #expect(BookingQuery.ofVenue(1, pageSize: 0).pageSize == 1)
    }

    @Test(
        "ends where it should, on the caller's thread, and says whether it was cut",
        arguments: [([[1, 2], [3, 4]], true), ([[1, 2], [3]], false), ([[1, 2], []], false)])
    func limit(pages: [[Int]], isCut: Bool) throws {
        let till = try TodaysTill(pages.map { .answer(.page($0)) })
        let excerpt = try till.desk().bookingsBlocking(.ofVenue(1, pageSize: 2), atMost: 3)
        #expect(excerpt.bookings.map(\.bookingID) == Array(pages.joined().prefix(3)).map { "\($0)" })
        #expect(excerpt.isCut == isCut)
        #expect(till.transport.stepsLeft == 0)
    }

    @Test("is told as cut when the limit falls on the end of a page, as nobody looked further")
    func limitAtPage() throws {
        let till = try TodaysTill([.answer(.page([1, 2]))])
        let excerpt = try till.desk().bookingsBlocking(.ofVenue(1, pageSize: 2), atMost: 2)
        #expect(excerpt.bookings.count == 2 && excerpt.isCut)
    }

    @Test("does not go on for ever where the numbers do not rise", arguments: Way.allCases)
    func circles(way: Way) async throws {
        for ids in [[2, 1], [1, 1], [0, 1]] {
            let till = try TodaysTill([.answer(.page(ids)), .answer(.page(ids))])
            let error = await #expect(throws: PassCultureError.self) {
                try await till.desk().bookings(.ofVenue(1, pageSize: 2), way)
            }
            #expect(error?.code == .unreadableAnswer)
        }
    }

    @Test("that is refused says by its key path why", arguments: Way.allCases)
    func refused(way: Way) async throws {
        let cases: [(PublicAnswer, PassCultureError.Code, String?)] = [
            (
                PublicAnswer("no venue", status: 404, body: #"{"venueId": "we could not find this venue"}"#),
                .listRefused, "venueId"
            ),
            (
                PublicAnswer("bad limit", status: 400, body: #"{"limit": ["no"], "status": "no"}"#), .listRefused,
                "limit, status"
            ),
            (.keyRefused, .listRefused, "key-refused"),
            (.providerInactive, .listRefused, "provider-inactive"),
            (.tooManyRequests, .tooManyRequests, nil),
            (PublicAnswer("down", status: 503), .unexpectedStatus, nil),
            (PublicAnswer("page", status: 200, body: "<h1>Wi-Fi</h1>"), .unreadableAnswer, "no JSON, from byte 0 on"),
        ]
        for (answer, code, detail) in cases {
            let till = try TodaysTill([.answer(answer)])
            let error = await #expect(throws: PassCultureError.self) {
                try await till.desk().bookings(.ofVenue(1), way)
            }
            #expect(error?.code == code)
            #expect(error?.detail == detail)
        }
    }
}
