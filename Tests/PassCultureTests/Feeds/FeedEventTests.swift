// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture
import Testing

/// The agenda, as the document of 2018 has it.
struct FeedEventTests {
    @Test func `an event has the document's keys, in the document's order`() async throws {
        var shop = ListedShop()
        shop.agenda = [
            try FeedEvent(
                uid: "68134833", title: FeedText("Danse", others: ["en": "Dance"]),
                description: FeedText("Un \"ballet\"\net sa suite"), category: .performingArts,
                updatedAt: Self.instant("2018-02-26T10:44:20Z"),
                timings: [
                    FeedTiming(
                        uid: "68134833_1", start: Self.instant("2038-03-10T13:00:00Z"),
                        end: Self.instant("2038-03-10T17:00:00.0019Z"))
                ],
                accessibility: [FeedAccess(.motor, "Rampe"), FeedAccess(.signLanguage, "Interprète")],
                image: "https://salle.example/danse.jpg", imageCredits: "Une photographe",
                registration: ["https://salle.example"], tags: ["actor:Louis de Funès"], eddCode: EDDCode(302))
        ]
        let answer = await ProviderFeed(events: shop).answer(
            method: "GET", target: "/events/\(ListedShop.siret)?limit=2")
        #expect(
            answer.text == #"""
                {"total":1,"limit":2,"offset":0,"events":[{"uid":"68134833","title":{"fr":"Danse","en":"Dance"},\#
                "description":{"fr":"Un \"ballet\"\net sa suite"},"image":"https://salle.example/danse.jpg",\#
                "accessibility":[{"mi":"Rampe"},{"sl":"Interprète"}],"updatedAt":"2018-02-26T10:44:20.000Z",\#
                "imageCredits":"Une photographe","timings":[{"uid":"68134833_1","start":"2038-03-10T13:00:00.000Z",\#
                "end":"2038-03-10T17:00:00.001Z"}],"registration":["https://salle.example"],\#
                "category":"performing_arts","tags":["actor:Louis de Funès"],"eddCode":302}]}
                """#)
    }

    @Test func `what is not told is left out, lists are empty`() async throws {
        let shop = ListedShop(agenda: [try Self.event("a")])
        let answer = await ProviderFeed(events: shop).answer(method: "GET", target: "/events/\(ListedShop.siret)")
        let events = try JSONValue(parsing: answer.body).objectValue?["events"]?.arrayValue
        let event = try #require(events?.first?.objectValue)
        #expect(
            event.keys == [
                "uid", "title", "description", "accessibility", "updatedAt", "timings", "registration", "category",
                "tags",
            ])
        #expect(event["accessibility"] == .array([]))
    }

    @Test func `the agenda is asked for page by page, and always whole`() async throws {
        let shop = ListedShop(agenda: try ["b", "c", "a"].map(Self.event))
        let feed = ProviderFeed(events: shop)
        func asked(_ query: String) async -> FeedAnswer {
            await feed.answer(method: "GET", target: "/events/\(ListedShop.siret)?\(query)")
        }
        let page = await asked("limit=2&after=a")
        #expect(try page.number("total") == 3 && page.number("offset") == 1)
        #expect(page.text.contains(#""uid":"b""#) && page.text.contains(#""uid":"c""#))
        #expect(await asked("after=c").text == #"{"total":3,"limit":1000,"offset":3,"events":[]}"#)
        #expect(await asked("after=d").status == 400)
        // Were it cut to what has changed, the bookings of all others would be cancelled.
        #expect(try await asked("modifiedSince=2038-01-01T00:00:00.000Z").number("total") == 3)
        #expect(await asked("modifiedSince=x").status == 200)
        #expect(await feed.stocks().status == 404)
    }

    @Test func `what cannot be served is refused where it is made`() throws {
        #expect(throws: FeedError.identifier) { try Self.event("") }
        #expect(throws: FeedError.identifier) { try Self.event("a\nb") }
        #expect(throws: FeedError.emptyText) { try FeedText(" \n") }
        #expect(throws: FeedError.emptyText) { try FeedText("Danse", others: ["en": ""]) }
        #expect(throws: FeedError.emptyText) { try FeedAccess(.visual, "") }
        let noon = try Self.instant("2038-03-10T12:00:00Z")
        #expect(throws: FeedError.timing(uid: "a")) { try FeedTiming(uid: "a", start: noon, end: noon - .hours(1)) }
        #expect(throws: FeedError.identifier) { try FeedTiming(uid: "", start: noon, end: noon + .hours(1)) }
        #expect(throws: FeedError.date) { try FeedTiming(uid: "a", start: noon, end: .latest + .hours(1)) }
        let timing = try FeedTiming(uid: "a", start: noon, end: noon + .hours(1))
        #expect(throws: FeedError.timingTwice(uid: "a")) { try Self.event("x", timings: [timing, timing]) }
        for image in ["salle.example/a.jpg", "https://salle.example/a b.jpg", "ftp://salle.example/a.jpg", ""] {
            #expect(throws: FeedError.image) { try Self.event("x", image: image) }
        }
        #expect(throws: FeedError.eddCodeOutside(.game)) { try Self.event("x", eddCode: EDDCode(302)) }
    }

    @Test func `the nomenclature has its gaps`() throws {
        for number in [100, 106, 302, 314, 529, 536, 614, 728, 808, 898, 928, 938, 1_006, 1_115, 1_504] {
            #expect(try EDDCode(number).description == String(number))
        }
        for number in [0, 99, 107, 310, 807, 904, 915, 920, 1_106, 1_107, 1_110, 1_505, -100] {
            #expect(throws: FeedError.eddCode(number)) { try EDDCode(number) }
        }
    }

    @Test func `the categories and the needs are those of the document`() {
        #expect(
            FeedCategory.allCases.map(\.rawValue) == [
                "museums_and_heritage", "museum_tour", "museum_guided_tour", "heritage_site_tour",
                "heritage_site_guided_tour", "exhibition", "performing_arts", "art_practice", "movie_screening", "game",
                "meeting",
            ])
        #expect(FeedAccess.Need.allCases.map(\.rawValue) == ["hi", "mi", "pi", "vi", "sl"])
    }

    private static func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

    private static func event(
        _ uid: String, timings: [FeedTiming] = [], image: String? = nil, eddCode: EDDCode? = nil
    ) throws -> FeedEvent {
        try FeedEvent(
            uid: uid, title: FeedText("Jeu"), description: FeedText("Un jeu"), category: .game, updatedAt: .epoch,
            timings: timings, image: image, eddCode: eddCode)
    }

    private static func event(_ uid: String) throws -> FeedEvent { try event(uid, timings: []) }
}
