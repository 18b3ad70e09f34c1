// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("A list of what is published")
struct ListingTests {
    private static func page(_ ids: ClosedRange<Int>) throws -> FakeTransport.Step {
        let ean = try Sample.eans(1)[0]
        return Sample.products(ids.map { Sample.product(ean, id: $0) })
    }

    private static let first = "GET /public/offers/v1/products?venueId=7&limit=50&firstIndex="

    @Test("goes on behind the last number, page by page, until one is not full", arguments: Way.allCases)
    func pages(way: Way) async throws {
        let shelf = try EANShelf([try Self.page(101...150), try Self.page(151...200), try Self.page(201...202)])
        var ids: [Int] = []
        switch way {
        case .async: for try await product in shelf.publisher.products(venue: 7) { ids.append(product.id) }
        case .blocking: ids = try shelf.publisher.products(venue: 7).allBlocking().map(\.id)
        }
        #expect(ids == Array(101...202))
        #expect(shelf.asked == [Self.first + "1", Self.first + "151", Self.first + "201"])
    }

    @Test("asks for a page when it is needed, and no sooner")
    func lazy() async throws {
        let shelf = try EANShelf([try Self.page(1...50)])
        var iterator = shelf.publisher.products(venue: 7).makeAsyncIterator()
        #expect(shelf.transport.requests.isEmpty)
        for _ in 1...50 { #expect(try await iterator.next() != nil) }
        #expect(shelf.transport.requests.count == 1)
    }

    @Test("that leads back to where it began is no list, rather than one without an end")
    func circle() throws {
        let shelf = try EANShelf([try Self.page(1...50), try Self.page(1...50), try Self.page(1...50)])
        let stop = #expect(throws: PublishingStop.self) { try shelf.publisher.products(venue: 7).allBlocking() }
        guard case .fault(let fault) = stop else {
            Issue.record("a fault was expected")
            return
        }
        #expect(fault.code == .unreadableAnswer)
        #expect(shelf.transport.requests.count == 2)
    }

    @Test("that is refused or not answered says so", arguments: Way.allCases)
    func stops(way: Way) async throws {
        let shelf = try EANShelf([.json(#"{"venueId":"no"}"#, status: 404), .fail(TransportFailure(.noAnswer))])
        var stops: [PublishingStop] = []
        for _ in 0..<2 {
            do {
                switch way {
                case .async: for try await _ in shelf.publisher.events(venue: 7) {}
                case .blocking: _ = try shelf.publisher.events(venue: 7).allBlocking()
                }
            } catch {
                stops.append(error)
            }
        }
        let refusal = PublishingRefusal(status: 404, flaws: [.init(path: "venueId", sentences: ["no"])])
        #expect(stops.first == .refused(refusal))
        guard case .fault(let fault) = stops.last else {
            Issue.record("a fault was expected")
            return
        }
        #expect(fault.code == .noAnswer)
    }
}
