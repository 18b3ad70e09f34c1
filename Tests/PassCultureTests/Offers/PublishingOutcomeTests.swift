// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import Testing

@Suite("What comes of publishing")
struct PublishingOutcomeTests {
    private static let draft = EventDraft(Sample.offer(), hasTicket: false)

    @Test("is a refusal by key path, be its values sentences or lists, or the specification's array")
    func refusals() async throws {
        let shelf = try EANShelf([
            .json(#"{"global":"Venue cannot be found"}"#, status: 404),
            .json(#"{"name":["a","b"],"priceCategories.0.price":["field required"]}"#, status: 400),
            .json(#"[{"loc":["dates",0,"quantity"],"msg":"Field required","type":"missing"}]"#, status: 422),
            .json(#"{"auth":["Inactive provider"]}"#, status: 403),
            .answer(TransportResponse(status: 404, contentType: "text/html", text: "<h1>no</h1>")),
        ])
        var refusals: [PublishingRefusal] = []
        for _ in 0..<5 { refusals.append(try #require(try await shelf.publisher.createEvent(Self.draft).refusal)) }
        #expect(refusals.map(\.status) == [404, 400, 422, 403, 404])
        #expect(refusals[0]["global"] == ["Venue cannot be found"])
        #expect(refusals[1]["name"] == ["a", "b"])
        #expect(refusals[1].flaws.map(\.path) == ["name", "priceCategories.0.price"])
        #expect(refusals[2]["dates.0.quantity"] == ["Field required"])
        #expect(refusals[3]["auth"] == ["Inactive provider"])
        #expect(refusals[4].flaws == [])
        #expect("\(refusals[1])" == "PublishingRefusal(status 400: name, priceCategories.0.price)")
    }

    @Test("of an order is unknown when its answer is lost, and it is not sent again")
    func lost() async throws {
        let shelf = try EANShelf(
            [
                .fail(TransportFailure(.noAnswer)), .status(502), .json("{", status: 200),
                .fail(TransportFailure(.answerCutShort, status: 200)), .json(#"{"id":"x"}"#),
            ], retries: .standard)
        var causes: [UnknownPublishing] = []
        for _ in 0..<5 {
            if case .unknown(let unknown) = try await shelf.publisher.createEvent(Self.draft) { causes.append(unknown) }
        }
        #expect(
            causes == [
                UnknownPublishing(cause: .noAnswer), UnknownPublishing(cause: .unexpectedStatus, status: 502),
                UnknownPublishing(cause: .answerMalformed, status: 200),
                UnknownPublishing(cause: .answerCutShort, status: 200),
                UnknownPublishing(cause: .answerMalformed, status: 200),
            ])
        #expect(shelf.transport.requests.count == 5)
    }

    @Test("of an order that never left is tried again, and of a question too", arguments: Way.allCases)
    func again(way: Way) async throws {
        let shelf = try EANShelf(
            [
                .fail(TransportFailure(.neverSent)), .json(Sample.event), .fail(TransportFailure(.noAnswer)),
                .status(503),
                .json(Sample.event),
            ], retries: .standard)
        switch way {
        case .async:
            #expect(try await shelf.publisher.createEvent(Self.draft).value?.id == 5)
            #expect(try await shelf.publisher.event(5).value?.id == 5)
        case .blocking:
            #expect(try shelf.publisher.createEventBlocking(Self.draft).value?.id == 5)
            #expect(try shelf.publisher.eventBlocking(5).value?.id == 5)
        }
        #expect(shelf.asked.map { $0.prefix(3) } == ["POS", "POS", "GET", "GET", "GET"])
    }

    @Test("of a question without an answer is a fault")
    func faults() async throws {
        let shelf = try EANShelf([
            .fail(TransportFailure(.noAnswer)), .status(500), .json(#"{"id":5}"#), .fail(TransportFailure(.neverSent)),
            .json("no", status: 200),
        ])
        var faults: [PassCultureError] = []
        for _ in 0..<5 {
            do { _ = try await shelf.publisher.event(5) } catch { faults.append(error) }
        }
        #expect(
            faults.map(\.code) == [
                .noAnswer, .unexpectedStatus, .unreadableAnswer, .neverSent, .unreadableAnswer,
            ])
        #expect(faults[2].detail == "status: expected a string")
        #expect(faults[3].nothingWasSent)
    }

    @Test(
        "of too many requests is to leave the platform alone for a minute, whether it says so or less",
        arguments: Way.allCases)
    func patience(way: Way) async throws {
        for (asked, told) in [(nil, 60), (2, 60), (90, 90)] as [(Int?, Int)] {
            let answer = TransportResponse(status: 429, retryAfter: asked.map { .delay(.seconds($0)) })
            let shelf = try EANShelf([.answer(answer), .json(Sample.event)], retries: .standard)
            for _ in 0..<2 {
                let error = await #expect(throws: PassCultureError.self) {
                    switch way {
                    case .async: _ = try await shelf.publisher.createEvent(Self.draft)
                    case .blocking: _ = try shelf.publisher.eventBlocking(5)
                    }
                }
                #expect(error?.code == .tooManyRequests && error?.retryAfter == .seconds(told))
            }
            // The second was not sent, as nothing may be for so long.
            #expect(shelf.transport.requests.count == 1 && shelf.time.waits == [])
        }
    }

    @Test("of a call that may take longer is an answer after that minute", arguments: Way.allCases)
    func patient(way: Way) async throws {
        let shelf = try EANShelf([.status(429), .json(Sample.event)], deadline: .seconds(90))
        _ = try? await shelf.publisher.event(5)
        switch way {
        case .async: #expect(try await shelf.publisher.createEvent(Self.draft).value?.id == 5)
        case .blocking: #expect(try shelf.publisher.createEventBlocking(Self.draft).value?.id == 5)
        }
        #expect(shelf.time.waits == [.seconds(60)])
    }

    @Test("of more calls in a minute than two hundred is that the next waits for its turn, in batches as well")
    func turns() async throws {
        let shelf = try EANShelf(
            Array(repeating: .json(Sample.event), count: 199) + Array(repeating: .status(204), count: 2))
        for _ in 0..<199 { _ = try await shelf.publisher.event(5) }
        let report = await shelf.publisher.upsert(try Sample.stocks(501), at: .venue(7), checkingFirst: false)
        #expect(report.entries.allSatisfy { $0.fate == .accepted })
        #expect(shelf.time.waits == [.seconds(60)])
    }

    @Test("of a cancelled task is that nothing is sent")
    func cancelled() async throws {
        let shelf = try EANShelf([.json(Sample.event)])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await shelf.publisher.createEvent(Self.draft)
        }
        let error = await #expect(throws: PassCultureError.self) { _ = try await task.value }
        #expect(error?.code == .cancelled && error?.nothingWasSent == true)
        #expect(shelf.transport.requests.isEmpty)
    }

    @Test("of reading tells venues, categories and settings, and passes over what it does not know")
    func reading() async throws {
        let venue =
            #"{"id":7,"createdDatetime":"2024-01-02T03:04:05.678900Z","legalName":"L","publicName":null,"siret":"1","#
            + #""activityDomain":"BOOKSTORE","accessibility":{"audioDisabilityCompliant":null},"#
            + #""location":{"type":"physical","city":"Paris"},"bookingUrl":"https://a.example","new":[1]}"#
        let shelf = try EANShelf([
            .json(#"[{"offerer":{"id":1,"name":"S","siren":"123456789"},"venues":[\#(venue)]}]"#),
            .json(#"[{"id":"CONCERT","conditionalFields":{"author":false,"musicType":true},"label":"Concert"}]"#),
            .json(#"[{"id":"ROCK","label":"Rock"}]"#),
            .json(#"{"available":["9780000000002"],"rejected":{"notFound":["1234567890123"]}}"#),
        ])
        let found = try #require(try await shelf.publisher.venues().value?.first?.venues.first)
        #expect(found.activity == VenueActivity(rawValue: "BOOKSTORE") && found.urls.booking == "https://a.example")
        #expect(found.location == .physical(address: nil, city: "Paris", postalCode: nil))
        let categories = try await shelf.publisher.eventCategories().value
        #expect(
            categories?.first?.category == .concert
                && categories?.first?.fields == ["author": false, "musicType": true])
        #expect(try await shelf.publisher.musicTypes().value?.first?.id == MusicType.rock.rawValue)
        let availability = try await shelf.publisher.availability(of: try Sample.eans(1)).value
        #expect(availability?.available.count == 1 && availability?.notFound == [])
        #expect(ShowType.known.count == 85 && Set(ShowType.known).count == 85)
        #expect(VenueActivity.known.count == 20)
    }
}
