// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("Publishing by EAN")
struct UpsertTests {
    private static func upsert(
        _ shelf: EANShelf, _ stocks: [EANStock], _ way: Way = .async, checkingFirst: Bool = false
    ) async -> EANReport {
        switch way {
        case .async: await shelf.publisher.upsert(stocks, at: .venue(7), checkingFirst: checkingFirst)
        case .blocking: shelf.publisher.upsertBlocking(stocks, at: .venue(7), checkingFirst: checkingFirst)
        }
    }

    @Test("writes a batch to the letter, zeros that were lost put back")
    func letter() async throws {
        let shelf = try EANShelf([.status(204)])
        let stocks = [
            EANStock(try EAN("9782070360024"), priceCents: 0, quantity: .units(0)),
            EANStock(
                try EAN("602527594934"), priceCents: 30_000, quantity: .unlimited,
                bookingLimit: Instant(iso8601: "2019-05-01T10:00:00Z"), publication: .atOnce,
                bookingAllowed: Instant(iso8601: "2019-04-01T10:00:00.5Z")),
        ]
        let report = await Self.upsert(shelf, stocks)
        #expect(report.entries.map(\.fate) == [.accepted, .accepted] && report.stop == nil)
        #expect(shelf.asked == ["POST /public/offers/v1/products/ean"])
        #expect(
            shelf.bodies == [
                #"{"location":{"type":"physical","venueId":7},"products":["#
                    + #"{"ean":"9782070360024","stock":{"price":0,"quantity":0}},"#
                    + #"{"ean":"0602527594934","stock":{"price":30000,"quantity":"unlimited","#
                    + #""bookingLimitDatetime":"2019-05-01T10:00:00Z"},"publicationDatetime":"now","#
                    + #""bookingAllowedDatetime":"2019-04-01T10:00:00.500000Z"}]}"#
            ])
    }

    @Test("makes three calls of 1,201, and ten questions before each when it is to ask", arguments: Way.allCases)
    func batches(way: Way) async throws {
        let shelf = try EANShelf([.status(204), .status(204), .status(204)])
        let stocks = try Sample.stocks(1_201)
        let report = await Self.upsert(shelf, stocks, way)
        #expect(report.entries.allSatisfy { $0.fate == .accepted })
        #expect(shelf.bodies.map { $0.split(separator: #""ean":"#).count - 1 } == [500, 500, 201])
        #expect(
            shelf.bodies[2].contains(stocks[1_200].ean.digits) && !shelf.bodies[1].contains(stocks[1_200].ean.digits))

        let yes = FakeTransport.Step.json(#"{"available":[],"rejected":{}}"#)
        func asked(_ count: Int) -> [FakeTransport.Step] {
            Array(repeating: [yes, Sample.products([])], count: count).flatMap(\.self) + [.status(204)]
        }
        let asking = try EANShelf(asked(5) + asked(5) + asked(3))
        _ = await Self.upsert(asking, stocks, way, checkingFirst: true)
        #expect(
            asking.transport.requests.map { $0.method.prefix(1) }.joined() == "GGGGGGGGGGPGGGGGGGGGGPGGGGGGP")
        #expect(asking.transport.requests[26].url.hasSuffix("check_availability?eans=\(stocks[1_200].ean)"))
    }

    @Test("does not send what the platform does not know or allow")
    func rejected() async throws {
        let stocks = try Sample.stocks(4)
        let eans = stocks.map(\.ean.digits)
        let answer =
            #"{"available":["\#(eans[0])"],"rejected":{"notFound":["\#(eans[1])"],"#
            + #""subcategoryNotAllowed":["\#(eans[2])"],"notCompliantWithCgu":["\#(eans[3])"]}}"#
        let shelf = try EANShelf([.json(answer), Sample.products([]), .status(204)])
        let report = await Self.upsert(shelf, stocks, checkingFirst: true)
        #expect(report.entries.map(\.fate) == [.accepted, .unknown, .categoryNotAllowed, .againstTerms])
        #expect(report[stocks[1].ean] == .unknown)
        #expect(shelf.asked[1] == "GET /public/offers/v1/products/ean?eans=\(eans[0])&venueId=7")
        #expect(eans.map { shelf.bodies[2].contains($0) } == [true, false, false, false])
    }

    @Test("sends unasked what it could not ask about, and loses nothing of what was sent", arguments: Way.allCases)
    func questionsRefused(way: Way) async throws {
        let yes = FakeTransport.Step.json(#"{"available":[],"rejected":{}}"#)
        let sent = Array(repeating: [yes, Sample.products([])], count: 5).flatMap(\.self) + [.status(204)]
        let shelf = try EANShelf(
            sent + [.json(#"{"eans":["no"]}"#, status: 400), .status(502), yes, .json("<h1>"), .status(204)])
        var report = await Self.upsert(shelf, try Sample.stocks(800), way, checkingFirst: true)
        #expect(report.entries.allSatisfy { $0.fate == .accepted } && report.stop == nil)
        #expect(shelf.transport.stepsLeft == 0)

        let down = try EANShelf(sent + [yes, .fail(TransportFailure(.neverSent))])
        report = await Self.upsert(down, try Sample.stocks(800), way, checkingFirst: true)
        #expect(report.entries[499].fate == .accepted && report.entries[500].fate == .notSent)

        let closed = try EANShelf(sent + [yes, .json(#"{"auth":"API key required"}"#, status: 401)])
        report = await Self.upsert(closed, try Sample.stocks(800), way, checkingFirst: true)
        let refusal = PublishingRefusal(status: 401, flaws: [.init(path: "auth", sentences: ["API key required"])])
        #expect(report.entries[499].fate == .accepted && report.entries[799].fate == .refused(refusal))
    }

    @Test("sends nothing at all when a limit is broken, and counts from the first of all")
    func limits() async throws {
        let shelf = try EANShelf()
        var stocks = try Sample.stocks(700)
        stocks[600].priceCents = 30_001
        stocks[601].quantity = .units(-1)
        stocks[602].ean = stocks[0].ean
        stocks[603].bookingLimit = shelf.time.now()
        let report = await Self.upsert(shelf, stocks)
        guard case .refused(let refusal) = report.entries[0].fate else {
            Issue.record("it was to be refused")
            return
        }
        #expect(
            refusal.flaws.map(\.path) == [
                "products.600.stock.price", "products.601.stock.quantity", "products.602.ean",
                "products.603.stock.bookingLimitDatetime",
            ])
        #expect(shelf.transport.requests.isEmpty)
    }

    @Test("goes on after a batch that is refused or lost, and says which it was")
    func batchRefused() async throws {
        let shelf = try EANShelf([
            .fail(TransportFailure(.noAnswer)), .json(#"{"products.1.stock.price":["x"]}"#, status: 400), .status(204),
        ])
        let stocks = try Sample.stocks(1_001)
        let report = await Self.upsert(shelf, stocks)
        #expect(report.entries[499].fate == .answerLost(UnknownPublishing(cause: .noAnswer)))
        let refusal = PublishingRefusal(
            status: 400, flaws: [.init(path: "products.501.stock.price", sentences: ["x"])])
        #expect(report.entries[500].fate == .refused(refusal))
        #expect(report.entries[1_000].fate == .accepted)
        #expect(report.stop == nil)
    }

    @Test("ends where the key opens nothing, or the line is down, and tells what was not sent", arguments: Way.allCases)
    func stops(way: Way) async throws {
        let stocks = try Sample.stocks(501)
        let closed = try EANShelf([.status(204), .json(#"{"auth":"API key required"}"#, status: 401)])
        var report = await Self.upsert(closed, stocks, way)
        let refusal = PublishingRefusal(status: 401, flaws: [.init(path: "auth", sentences: ["API key required"])])
        #expect(report.entries[499].fate == .accepted && report.entries[500].fate == .refused(refusal))
        #expect(report.stop == .refused(refusal))

        let down = try EANShelf([
            .status(204),
            .perform {
                .failure(TransportFailure(.neverSent, detail: String($0.header("Authorization")?.dropFirst(7) ?? "")))
            },
        ])
        report = await Self.upsert(down, stocks, way)
        #expect(report.entries[499].fate == .accepted && report.entries[500].fate == .notSent)
        guard case .fault(let fault) = report.stop else {
            Issue.record("it was to end with a fault")
            return
        }
        #expect(fault.code == .neverSent && fault.detail == "never-sent: (hidden)")
    }

    @Test(
        "leaves the platform alone for a minute when it is told to, and then sends the same batch",
        arguments: Way.allCases)
    func patience(way: Way) async throws {
        let shelf = try EANShelf([.status(204), .status(429), .status(204)])
        let report = await Self.upsert(shelf, try Sample.stocks(501), way)
        #expect(report.entries.allSatisfy { $0.fate == .accepted })
        #expect(shelf.time.waits == [.seconds(60)])
        #expect(shelf.bodies[1] == shelf.bodies[2])
        let hurried = try EANShelf([.status(429)])
        let ended = await hurried.publisher.upsert(
            try Sample.stocks(1), at: .venue(7), checkingFirst: false, within: .seconds(60))
        #expect(ended.entries[0].fate == .notSent && hurried.time.waits == [])
    }

    @Test("begins no call when its time is over, and tells what was not sent", arguments: Way.allCases)
    func timeIsUp(way: Way) async throws {
        let time = VirtualTime()
        let shelf = try EANShelf(
            Array(repeating: .slow("", status: 204, after: .seconds(301), of: time), count: 2), time: time)
        let report = await Self.upsert(shelf, try Sample.stocks(1_001), way)
        #expect(report.entries[999].fate == .accepted && report.entries[1_000].fate == .notSent)
        #expect(report.stop == .timeIsUp)
        #expect(shelf.transport.requests.count == 2)
    }

    @Test("sends no further batch once its task is cancelled")
    func cancelled() async throws {
        let shelf = try EANShelf([
            .perform { _ in
                withUnsafeCurrentTask { $0?.cancel() }
                return .success(TransportResponse(status: 204))
            }
        ])
        let task = Task { await Self.upsert(shelf, try Sample.stocks(501)) }
        let report = try await task.value
        #expect(report.entries[499].fate == .accepted && report.entries[500].fate == .notSent)
        #expect(report.stop == .fault(PassCultureError(.cancelled)))
        #expect(shelf.transport.requests.count == 1)
    }
}
