// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("Following what was published by EAN")
struct FollowTests {
    /// A report of so many that were accepted, and the shelf whose platform answers the looks with the rest of the script.
    private static func accepted(
        _ stocks: [EANStock], then script: [FakeTransport.Step]
    ) async throws -> (EANShelf, EANReport) {
        let batches = (stocks.count + 499) / 500
        let shelf = try EANShelf(Array(repeating: .status(204), count: batches) + script)
        let report = await shelf.publisher.upsert(stocks, at: .venue(7), checkingFirst: false)
        return (shelf, report)
    }

    /// The same of one stock, which each look shows as it is said there.
    private static func accepted(showing looks: [String?]) async throws -> (EANShelf, EANReport) {
        let stocks = try Sample.stocks(1)
        return try await accepted(
            stocks, then: looks.map { Sample.products([Sample.product(stocks[0].ean, stock: $0)]) })
    }

    /// Applied between two looks, while people were booking.
    private static let bookedMeanwhile = [
        #"{"price":1250,"quantity":9,"bookedQuantity":1}"#, #"{"price":1250,"quantity":5,"bookedQuantity":3}"#,
    ]

    @Test("looks again after a wait that grows, until all is there", arguments: Way.allCases)
    func grows(way: Way) async throws {
        let stocks = try Sample.stocks(2)
        let (shelf, report) = try await Self.accepted(
            stocks,
            then: [
                Sample.products([]), Sample.products([Sample.product(stocks[1].ean, id: 12)]), Sample.products([]),
                Sample.products([Sample.product(stocks[0].ean, id: 11)]),
            ])
        let seen =
            switch way {
            case .async: await shelf.publisher.follow(report)
            case .blocking: shelf.publisher.followBlocking(report)
            }
        #expect(seen.entries.map(\.fate) == [.applied(offer: 11), .applied(offer: 12)])
        #expect(seen.isApplied && !report.isApplied)
        #expect(shelf.time.waits == [.seconds(5), .seconds(10), .seconds(20)])
        let path = "GET /public/offers/v1/products/ean?eans="
        let both = "\(path)\(stocks[0].ean),\(stocks[1].ean)&venueId=7"
        #expect(
            shelf.asked.dropFirst() == [
                both, both, "\(path)\(stocks[0].ean)&venueId=7", "\(path)\(stocks[0].ean)&venueId=7",
            ])
    }

    @Test("asks a hundred at a time")
    func hundreds() async throws {
        let stocks = try Sample.stocks(201)
        let all = stocks.map { Sample.product($0.ean) }
        let (shelf, report) = try await Self.accepted(
            stocks,
            then: [
                Sample.products(Array(all[..<100])), Sample.products(Array(all[100..<200])),
                Sample.products(Array(all[200...])),
            ])
        #expect(await shelf.publisher.follow(report).isApplied)
        #expect(shelf.transport.requests.count == 4 && shelf.time.waits == [])
    }

    @Test("ends when its time is up, and tells what it has not seen yet")
    func deadline() async throws {
        let stocks = try Sample.stocks(1)
        let (shelf, report) = try await Self.accepted(
            stocks, then: Array(repeating: Sample.products([]), count: 20))
        let seen = await shelf.publisher.follow(report, within: .seconds(120))
        #expect(seen.entries[0].fate == .notSeenYet && seen.stop == nil)
        #expect(shelf.time.waits == [5, 10, 20, 40].map { .seconds($0) })
        let later = await shelf.publisher.follow(
            seen, pace: FollowPace(firstWait: .seconds(40), longestWait: .seconds(50)), within: .seconds(200))
        #expect(later.entries[0].fate == .notSeenYet)
        #expect(shelf.time.waits.suffix(4) == [40, 50, 50, 50].map { .seconds($0) })
    }

    @Test(
        "believes a stock that is what was sent and what was booked since, and no other",
        arguments: [
            (#"{"price":1250,"quantity":3,"bookedQuantity":0}"#, true),
            // Two were booked when it was applied.
            (#"{"price":1250,"quantity":5,"bookedQuantity":2}"#, true),
            // The stock of before: five, of which none is booked.
            (#"{"price":1250,"quantity":5,"bookedQuantity":0}"#, false),
            (#"{"price":1300,"quantity":3,"bookedQuantity":0}"#, false),
            (#"{"price":1250,"quantity":"unlimited","bookedQuantity":0}"#, false),
            (#"{"price":1250,"quantity":null,"bookedQuantity":0}"#, false), (nil, false),
        ])
    func belief(stock: String?, isSeen: Bool) async throws {
        let (shelf, report) = try await Self.accepted(showing: [stock])
        #expect(await shelf.publisher.follow(report, within: .seconds(1)).isApplied == isSeen)
    }

    @Test("believes a stock that was applied between two looks while people were booking")
    func bookedBetween() async throws {
        let (shelf, report) = try await Self.accepted(showing: Self.bookedMeanwhile)
        #expect(await shelf.publisher.follow(report).isApplied)
        #expect(shelf.time.waits == [.seconds(5)])
    }

    @Test(
        "recognises what was booked between the sending and the first look",
        arguments: [
            // Three sent with two booked make five; one more was booked before the first look.
            (#"{"price":1250,"quantity":5,"bookedQuantity":3}"#, true),
            (#"{"price":1250,"quantity":6,"bookedQuantity":3}"#, true),
            // Nothing was applied yet: one less is available than is to be.
            (#"{"price":1250,"quantity":4,"bookedQuantity":2}"#, false),
        ])
    func bookedAtOnce(stock: String, isSeen: Bool) async throws {
        let ean = try Sample.eans(1)[0]
        let before = Sample.product(ean, stock: #"{"price":1250,"quantity":4,"bookedQuantity":2}"#)
        let shelf = try EANShelf([
            .json(#"{"available":["\#(ean)"],"rejected":{}}"#), Sample.products([before]), .status(204),
            Sample.products([Sample.product(ean, stock: stock)]),
        ])
        let report = await shelf.publisher.upsert(try Sample.stocks(1), at: .venue(7))
        #expect(await shelf.publisher.follow(report, within: .seconds(1)).isApplied == isSeen)
    }

    @Test("goes on from the first look of an earlier one")
    func followedTwice() async throws {
        let (shelf, report) = try await Self.accepted(showing: Self.bookedMeanwhile)
        let first = await shelf.publisher.follow(report, within: .seconds(1))
        #expect(first.entries[0].fate == .notSeenYet)
        #expect(await shelf.publisher.follow(first, within: .seconds(1)).isApplied)
    }

    @Test("begins no look when its time is over")
    func timeIsUp() async throws {
        let stocks = try Sample.stocks(201), time = VirtualTime()
        let shelf = try EANShelf(
            [.status(204)] + Array(repeating: .slow(#"{"products":[]}"#, after: .seconds(60), of: time), count: 2),
            time: time)
        let report = await shelf.publisher.upsert(stocks, at: .venue(7), checkingFirst: false)
        let seen = await shelf.publisher.follow(report, within: .seconds(100))
        #expect(seen.entries.allSatisfy { $0.fate == .notSeenYet } && seen.stop == nil)
        #expect(shelf.transport.requests.count == 3)
    }

    @Test("is not ended by numbers that cannot be")
    func impossible() async throws {
        let stocks = try Sample.stocks(1)
        let stock = #"{"price":1250,"quantity":-9223372036854775808,"bookedQuantity":1}"#
        let (shelf, report) = try await Self.accepted(
            stocks,
            then: [
                Sample.products([Sample.product(stocks[0].ean, stock: stock)]),
                Sample.products([
                    Sample.product(stocks[0].ean, stock: #"{"price":1250,"quantity":3,"bookedQuantity":-1}"#)
                ]),
            ])
        for _ in 0..<2 {
            guard case .fault(let fault) = await shelf.publisher.follow(report).stop else {
                Issue.record("it was to end with a fault")
                return
            }
            #expect(fault.code == .unreadableAnswer)
        }
    }

    @Test("knows what is unlimited, what ends later, and what is out of sale")
    func others() async throws {
        var stocks = try Sample.stocks(4)
        stocks[0].quantity = .unlimited
        stocks[1].bookingLimit = Instant(iso8601: "2019-05-01T10:00:00Z")
        stocks[2].quantity = .units(0)
        stocks[3].quantity = .units(0)
        let (shelf, report) = try await Self.accepted(
            stocks,
            then: [
                Sample.products([
                    Sample.product(stocks[0].ean, stock: #"{"price":1250,"quantity":"unlimited","bookedQuantity":4}"#),
                    Sample.product(stocks[1].ean),
                    Sample.product(stocks[2].ean, stock: #"{"price":900,"quantity":2,"bookedQuantity":2}"#),
                ])
            ])
        let seen = await shelf.publisher.follow(report, within: .seconds(1))
        #expect(
            seen.entries.map(\.fate) == [
                .applied(offer: 1), .notSeenYet, .applied(offer: 1), .applied(offer: nil),
            ])
    }

    @Test("may tell what became of a batch whose answer was lost")
    func lost() async throws {
        let stocks = try Sample.stocks(2)
        let shelf = try EANShelf([
            .fail(TransportFailure(.noAnswer)), Sample.products([Sample.product(stocks[0].ean)]),
        ])
        let report = await shelf.publisher.upsert(stocks, at: .venue(7), checkingFirst: false)
        let seen = await shelf.publisher.follow(report, within: .seconds(1))
        #expect(
            seen.entries.map(\.fate) == [
                .applied(offer: 1), .answerLost(UnknownPublishing(cause: .noAnswer)),
            ])
    }

    @Test("leaves the platform alone for a minute when it is told to, and ends where it is refused")
    func stops() async throws {
        let stocks = try Sample.stocks(1)
        let (shelf, report) = try await Self.accepted(
            stocks, then: [.status(429), .json(#"{"global":"Venue cannot be found"}"#, status: 404)])
        let seen = await shelf.publisher.follow(report)
        #expect(shelf.time.waits == [.seconds(60)])
        #expect(seen.entries[0].fate == .notSeenYet)
        #expect(
            seen.stop
                == .refused(
                    PublishingRefusal(
                        status: 404, flaws: [.init(path: "global", sentences: ["Venue cannot be found"])])))
        let (down, other) = try await Self.accepted(stocks, then: [.fail(TransportFailure(.noAnswer))])
        guard case .fault(let fault) = await down.publisher.follow(other).stop else {
            Issue.record("it was to end with a fault")
            return
        }
        #expect(fault.code == .noAnswer)
    }

    @Test("keeps why some were not sent, whatever the looks at the others give", arguments: Way.allCases)
    func cutShort(way: Way) async throws {
        let stocks = try Sample.stocks(501)
        let seen = (0..<5).map { batch in
            Sample.products(stocks[(batch * 100)..<(batch * 100 + 100)].map { Sample.product($0.ean) })
        }
        let refusal = FakeTransport.Step.json(#"{"auth":"API key required"}"#, status: 401)
        for end in [FakeTransport.Step.fail(TransportFailure(.neverSent)), refusal] {
            let shelf = try EANShelf([.status(204), end, .status(500)] + seen)
            let sent = await shelf.publisher.upsert(stocks, at: .venue(7), checkingFirst: false)
            let why = try #require(sent.stop)
            var report = sent
            for _ in 0..<2 {
                report =
                    switch way {
                    case .async: await shelf.publisher.follow(report)
                    case .blocking: shelf.publisher.followBlocking(report)
                    }
                #expect(report.stop == why && report.entries[500].fate == sent.entries[500].fate)
            }
            #expect(report.entries[..<500].allSatisfy { $0.fate == .applied(offer: 1) })
            #expect(shelf.transport.stepsLeft == 0)
        }
    }

    @Test("has nothing to look at where nothing was sent")
    func nothing() async throws {
        let shelf = try EANShelf()
        var stocks = try Sample.stocks(1)
        stocks[0].priceCents = -1
        let report = await shelf.publisher.upsert(stocks, at: .venue(7))
        #expect(await shelf.publisher.follow(report) == report)
        #expect(shelf.transport.requests.isEmpty)
    }
}
