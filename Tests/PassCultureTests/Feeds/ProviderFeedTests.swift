// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture
import Synchronization
import Testing

/// What the pass Culture is answered, to the letter of the documents for providers.
struct ProviderFeedTests {
    // MARK: - Pages of stocks

    @Test func `a page of stocks is the document's, its keys in the document's order`() async throws {
        var shop = ListedShop()
        let until = try #require(Instant(iso8601: "2018-08-23T18:25:43.511Z"))
        shop.stock = [
            try FeedStock(ListedShop.ean(2), available: 3),
            try FeedStock(ListedShop.ean(1), available: 27, priceCents: 2_299, validUntil: until),
            try FeedStock(occurrence: "soirée 1", available: 0, priceCents: 1_000),
        ]
        let answer = await ProviderFeed(stocks: shop).stocks("?limit=20")
        #expect(answer.status == 200 && answer.contentType == "application/json")
        #expect(answer.headers.map(\.name) == ["Content-Type"])
        #expect(
            answer.text == """
                {"total":3,"limit":20,"offset":0,"stocks":[\
                {"ref":"9782070360017","available":27,"price":22.99,"validUntil":"2018-08-23T18:25:43.511Z"},\
                {"ref":"9782070360024","available":3},\
                {"ref":"soirée 1","available":0,"price":10.00}]}
                """)
        let next = await ProviderFeed(stocks: shop).stocks("?limit=20&after=9782070360024")
        #expect(try next.number("offset") == 2)
        // What comes in forms, and percent-encoded.
        for encoded in ["soir%C3%A9e+1", "soir%c3%a9e%201"] {
            #expect(
                await ProviderFeed(stocks: shop).stocks("?after=\(encoded)").text
                    == #"{"total":3,"limit":1000,"offset":3,"stocks":[]}"#)
        }
    }

    @Test func `the pass Culture gets every entry once, and then an empty page`() async throws {
        let feed = ProviderFeed(stocks: try ListedShop.of(Array(1...23)))
        #expect(try await Self.walk(feed, limit: 5).map(\.count) == [5, 5, 5, 5, 3, 0])
        #expect(try await Self.walk(feed, limit: 23).map(\.count) == [23, 0])
        #expect(try await Self.walk(feed, limit: 1).count == 24)
    }

    @Test func `the order does not vary between two requests, whatever order the source has`() async throws {
        let feed = ProviderFeed(stocks: try ListedShop.of([3, 1, 2, 2, 1]))
        let first = await feed.stocks()
        for _ in 0..<20 { #expect(await feed.stocks().body == first.body) }
        #expect(
            try first.references() == [
                "9782070360017", "9782070360017", "9782070360024", "9782070360024", "9782070360031",
            ])
    }

    @Test func `entries of one reference are never cut apart, lost or given twice`() async throws {
        let lists = [[1, 1, 2], [1, 2, 2, 3], [1, 1, 1, 1], [1, 2, 2, 2, 3, 3, 4], [1, 2, 3, 4, 4]]
        for books in lists {
            let feed = ProviderFeed(stocks: try ListedShop.of(books))
            let all = try books.map { try ListedShop.ean($0).digits }
            for limit in 1...6 {
                let pages = try await Self.walk(feed, limit: limit)
                #expect(pages.flatMap { $0 } == all, "\(books) by \(limit)")
                for (page, next) in zip(pages, pages.dropFirst()) { #expect(page.last != next.first) }
                // Longer than was asked for only where one reference has more entries than that, and alone then.
                #expect(pages.allSatisfy { $0.count <= limit || Set($0).count == 1 }, "\(books) by \(limit)")
            }
        }
    }

    @Test func `the limit told is the one asked for, and never more than the feed's own`() async throws {
        let feed = ProviderFeed(stocks: try ListedShop.of(Array(1...9)), maximum: 4)
        for (query, limit) in [("?limit=2", 2), ("?limit=4", 4), ("?limit=5", 4), ("", 4), ("?limit=", 4)] {
            let answer = await feed.stocks(query)
            #expect(try answer.number("limit") == limit && answer.references().count == limit, "\(query)")
        }
        #expect(try await feed.stocks("?limit=99999999999999999999").number("limit") == 4)
        #expect(try await ProviderFeed(stocks: ListedShop()).stocks().number("limit") == 1_000)
    }

    @Test func `with modifiedSince, total and offset count what has changed`() async throws {
        let days = (0..<5).map { Instant(microseconds: 1_500_000_000_000_000) + .days($0) }
        let feed = ProviderFeed(stocks: try ListedShop.of([1, 2, 2, 3, 4, 5], changed: days + [nil]))
        // The second book has two prices, of which one has changed: both are told.
        let since = "?modifiedSince=" + days[2].iso8601
        let all = await feed.stocks(since)
        #expect(try all.number("total") == 5 && all.references().first == "9782070360024")
        // After one that has not changed, and one that has.
        let first = await feed.stocks(since + "&after=9782070360017")
        #expect(try first.body == all.body && first.number("offset") == 0)
        let later = await feed.stocks(since + "&after=9782070360024&limit=2")
        #expect(try later.number("total") == 5 && later.number("offset") == 2)
        #expect(try later.references() == ["9782070360031", "9782070360048"])
        // What the source does not know has changed.
        #expect(try await feed.stocks("?modifiedSince=2038-01-01T00:00:00.000Z").references() == ["9782070360055"])
        #expect(await feed.stocks(since + "&after=9782070361000").status == 400)
    }

    @Test(arguments: [
        ("2017-07-14T02%3A40%3A00.500Z", 1_500_000_000_500), ("2017-07-14T02:40:00.500Z", 1_500_000_000_500),
        ("2017-07-14T02:40:00Z", 1_500_000_000_000), ("1500000000500", 1_500_000_000_500), ("0", 0),
    ])
    func `modifiedSince is a date of the documents, or the milliseconds of 2018`(
        text: String, milliseconds: Int64
    ) async throws {
        let asked = Mutex<Instant?>(nil)
        let source = ScriptedStocks { _, query in
            asked.withLock { $0 = query.modifiedSince }
            return FeedPage([], total: 0, offset: 0)
        }
        #expect(await ProviderFeed(stocks: source).stocks("?modifiedSince=\(text)").status == 200)
        #expect(asked.withLock { $0 } == Instant(microseconds: milliseconds * 1_000))
    }

    // MARK: - What is wrong

    @Test func `a wrong call is told all that is wrong with it, and nothing else`() async throws {
        let feed = ProviderFeed(stocks: try ListedShop.of([1]))
        let limit = #""limit":["La limite doit être un nombre entier supérieur ou égal à 1"]"#
        let since = #""modifiedSince":["La date doit être au format 2012-04-23T18:25:43.511Z"]"#
        for wrong in ["0", "-1", "dix", "1.5", "%2B5", "+5", "5%20", "00"] {
            let answer = await feed.stocks("?limit=\(wrong)")
            #expect(answer.status == 400 && answer.text == #"{"errors":{\#(limit)}}"#, "\(wrong)")
        }
        for wrong in [
            "hier", "2017-07-14", "2017-07-14T02:40:00", "2017-02-30T00:00:00Z", "2017-07-14T02:40:00.000+02:00", "-5",
            "9999999999999999999",
            "300000000000000",
        ] {
            let answer = await feed.stocks("?modifiedSince=\(wrong)")
            #expect(answer.status == 400 && answer.text == #"{"errors":{\#(since)}}"#, "\(wrong)")
        }
        for wrong in [
            "1234567820001", "123456782000100", "1234567820001A", "123%20456782000", "", "%FF",
        ] {
            let answer = await feed.stocks(of: wrong)
            #expect(answer.status == 400 && answer.text == #"{"errors":{"siret":["Siret invalide"]}}"#, "\(wrong)")
        }
        let all = await feed.stocks("?limit=0&modifiedSince=x&after=9782070360017", of: "1")
        #expect(all.text == #"{"errors":{"siret":["Siret invalide"],\#(limit),\#(since)}}"#)
        for unknown in ["9782070369999", "97820703600", "%FF", "soiree"] {
            let answer = await feed.stocks("?after=\(unknown)")
            #expect(
                answer.status == 400 && answer.text == #"{"errors":{"after":["Entrée non trouvée"]}}"#, "\(unknown)")
        }
        // Empty parameters, and those that are not known, are as none.
        #expect(await feed.stocks("?after=&limit=&modifiedSince=&page=2&").status == 200)
    }

    @Test func `an establishment that is not known is 404, and one without a stock an empty page`() async {
        let feed = ProviderFeed(stocks: ListedShop())
        let unknown = await feed.stocks(of: "73282932000074")
        #expect(unknown.status == 404 && unknown.text == #"{"errors":{"siret":["Siret inexistant"]}}"#)
        #expect(await feed.stocks().text == #"{"total":0,"limit":1000,"offset":0,"stocks":[]}"#)
    }

    @Test func `other addresses and methods are 404 and 405`() async {
        let siret = ListedShop.siret
        let feed = ProviderFeed(stocks: ListedShop(), prefix: "/pass-culture/")
        let addresses = [
            "/stocks/\(siret)", "/pass-culture", "/pass-culture/stocks", "/pass-culture/stocks/\(siret)//",
            "/pass-culture/things/\(siret)", "/pass-culturestocks/\(siret)", "/pass-culture//stocks/\(siret)", "", "*",
            "/",
            "/pass-culture/Stocks/\(siret)",
            // A list that is not served, whatever the number.
            "/pass-culture/events/\(siret)", "/pass-culture/events/1",
        ]
        for address in addresses {
            let answer = await feed.answer(method: "GET", target: address)
            #expect(answer.status == 404 && answer.text == #"{"errors":{"url":["Adresse inconnue"]}}"#, "\(address)")
        }
        let target = "/pass-culture/stocks/\(siret)"
        #expect(await feed.answer(method: "GET", target: target).status == 200)
        #expect(await feed.answer(method: "GET", target: "http://localhost:3001\(target)").status == 200)
        for method in ["POST", "PUT", "DELETE", "get"] {
            let answer = await feed.answer(method: method, target: target)
            #expect(answer.status == 405 && answer.headers.contains { $0 == ("Allow", "GET, HEAD") })
        }
        // A slash at the end leads to the same; HEAD is GET without a body.
        #expect(await feed.answer(method: "GET", target: target + "/").status == 200)
        let head = await feed.answer(method: "HEAD", target: target)
        #expect(head.status == 200 && head.body.isEmpty && head.contentType == "application/json")
        #expect(await feed.answer(method: "HEAD", target: "/pass-culture/stocks/1").status == 400)
    }

    @Test func `a source that fails is 500, never a part of a list, and what failed is told to the partner alone`()
        async
    {
        struct Broken: Error {}
        let feed = ProviderFeed(stocks: ScriptedStocks { _, _ in throw Broken() })
        let answer = await feed.stocks()
        #expect(answer.status == 500 && answer.failure is Broken)
        #expect(answer.text == #"{"errors":{"global":["La liste ne peut pas être donnée pour le moment"]}}"#)
        // An unknown entry where none was named is the source's own mistake.
        let lost = ProviderFeed(stocks: ScriptedStocks { _, _ in throw UnknownFeedEntry() })
        #expect(await lost.stocks().status == 500)
        #expect(await lost.stocks("?after=9782070360017").status == 400)
    }

    @Test func `a source that finds its pages by itself is held to the limit`() async throws {
        let stock = try ListedShop.of([1, 2, 3]).stock
        let feed = ProviderFeed(stocks: ScriptedStocks { _, _ in FeedPage(stock, total: 30, offset: 10) })
        #expect(try await feed.stocks("?limit=3").number("total") == 30)
        let long = await feed.stocks("?limit=2")
        #expect(long.status == 500 && long.failure as? FeedError == .pageTooLong(count: 3, limit: 2))
        let again = await feed.stocks("?limit=3&after=\(try ListedShop.ean(3).digits)")
        #expect(again.status == 500)
        #expect(again.failure as? FeedError == .pageBeginsAgain(reference: try ListedShop.ean(3).digits))
        let one = try ListedShop.of([1, 1, 1]).stock
        let twice = ProviderFeed(stocks: ScriptedStocks { _, _ in FeedPage(one, total: 3, offset: 0) })
        #expect(await twice.stocks("?limit=2").status == 200)
    }

    @Test func `what is there twice is never served, and said to the partner`() async throws {
        let stock = try FeedStock(ListedShop.ean(1), available: 1, priceCents: 780, modifiedAt: nil)
        let other = try FeedStock(ListedShop.ean(1), available: 5, priceCents: 780, modifiedAt: .epoch)
        let timed = try FeedStock(ListedShop.ean(1), available: 5, priceCents: 780, validUntil: .epoch)
        let twice = await ProviderFeed(stocks: ListedShop(stock: [stock, timed, other])).stocks()
        #expect(twice.status == 500)
        #expect(twice.failure as? FeedError == .entryTwice(reference: stock.reference))
        #expect(await ProviderFeed(stocks: ListedShop(stock: [stock, timed])).stocks().status == 200)
        let event = try FeedEvent(
            uid: "a", title: FeedText("A"), description: FeedText("B"), category: .game, updatedAt: .epoch, timings: [])
        let events = ProviderFeed(events: ListedShop(agenda: [event, event]))
        let answer = await events.answer(method: "GET", target: "/events/\(ListedShop.siret)")
        #expect(answer.failure as? FeedError == .entryTwice(reference: "a"))
    }

    /// The references of all pages, asked for as the pass Culture does: until one is empty.
    private static func walk(_ feed: ProviderFeed, limit: Int) async throws -> [[String]] {
        var pages: [[String]] = []
        var after = ""
        while pages.count < 50 {
            let answer = await feed.stocks("?limit=\(limit)&after=\(after)")
            let page = try answer.references()
            #expect(answer.status == 200)
            #expect(try answer.number("offset") == pages.joined().count)
            pages.append(page)
            guard let last = page.last else { break }
            after = last
        }
        return pages
    }
}
