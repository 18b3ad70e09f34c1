// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import HTTPClient
import JSON
import PassCulture
import TestSupport
import Testing

/// Events, their prices, dates and pictures: the SDK's publisher on the local platform.
@Suite("A publisher of events", .timeLimit(.minutes(2)))
struct PublishedEventTests {
    private func play(at venue: Int, name: String = "Le Cid") -> EventDraft {
        var offer = OfferDraft(
            name: name,
            category: CategoryFields(
                .spectacleRepresentation, author: "Corneille", showType: ShowType("THEATRE", "TRAGEDIE")),
            accessibility: Accessibility(audio: true, mental: false, motor: true, visual: false),
            location: .venue(venue))
        offer.description = "Tragi-comédie en cinq actes"
        return EventDraft(
            offer, hasTicket: false, durationMinutes: 140,
            priceCategories: [
                PriceCategoryDraft("Orchestre", priceCents: 2_500, idAtProvider: "or"),
                PriceCategoryDraft("Balcon", priceCents: 1_500),
            ])
    }

    private func evening(_ day: Int) -> Instant { PublishingHouse.start + .days(10 + Int64(day)) }

    private func dates(_ days: Range<Int>, _ category: Int) -> [DateDraft] {
        days.map {
            DateDraft(
                beginning: evening($0), bookingLimit: evening($0) - .hours(2), priceCategory: category,
                quantity: .units(20), idAtProvider: "soir-\($0)")
        }
    }

    @Test func `announces a play with prices and sixty evenings, and finds all of it again`() async throws {
        let house = try await PublishingHouse()
        let made = try #require(try await house.publisher.createEvent(play(at: house.venue)).value)
        #expect(made.offer.name == "Le Cid" && made.durationMinutes == 140 && !made.hasTicket)
        #expect(made.priceCategories.map(\.label) == ["Orchestre", "Balcon"])
        #expect(made.priceCategories.map(\.priceCents) == [2_500, 1_500])
        let added = try #require(
            try await house.publisher.addPriceCategories(
                [PriceCategoryDraft("Paradis", priceCents: 800)], to: made.id
            ).value)
        #expect(added.contains { $0.label == "Paradis" })
        #expect(try await house.publisher.priceCategories(of: made.id).value?.count == 3)
        let twice = try await house.publisher.addPriceCategories(
            [PriceCategoryDraft("Paradis", priceCents: 800)], to: made.id)
        #expect(twice.refusal?.flaws.map(\.path) == ["priceCategories"] && twice.refusal?.status == 400)

        let evenings = try #require(
            try await house.publisher.addDates(dates(0..<60, made.priceCategories[0].id), to: made.id).value)
        #expect(evenings.count == 60)
        let found = try await house.publisher.dates(of: made.id).all()
        #expect(Set(found) == Set(evenings))
        #expect(house.requests("GET", "/public/offers/v1/events/{event_id}/dates") == 2, "fifty a page")
        #expect(
            try await house.publisher.dates(of: made.id, idsAtProvider: ["soir-7"]).all().map(\.beginning) == [
                evening(7)
            ])
        #expect(try await house.publisher.events(venue: house.venue).all().map(\.id) == [made.id])
        let raw = try await house.raw("/public/offers/v1/events/\(made.id)/dates?limit=1")
        #expect(raw["dates"]?[0]?["id"]?.intValue == found.first?.id)
        #expect(raw["dates"]?[0]?["quantity"] == 20)
        await house.close()
    }

    @Test func `changes what it says it changes, and no more`() async throws {
        let house = try await PublishingHouse()
        let made = try #require(try await house.publisher.createEvent(play(at: house.venue)).value)
        var change = EventChange()
        change.offer.name = .set("Le Cid, nouvelle mise en scène")
        change.offer.description = .cleared
        change.durationMinutes = .set(150)
        let changed = try #require(try await house.publisher.updateEvent(made.id, change).value)
        #expect(changed.offer.name == "Le Cid, nouvelle mise en scène" && changed.offer.description == nil)
        #expect(changed.durationMinutes == 150 && changed.offer.category == made.offer.category)
        #expect(changed == (try await house.publisher.event(made.id).value))
        let dearer = try #require(
            try await house.publisher.updatePriceCategory(
                made.priceCategories[1].id, of: made.id, PriceCategoryChange(priceCents: .set(1_700))
            ).value)
        #expect(dearer.priceCents == 1_700 && dearer.label == "Balcon")
        #expect(try await house.raw("/public/offers/v1/events/\(made.id)")["priceCategories"]?[1]?["price"] == 1_700)
        change = EventChange()
        change.offer.isActive = .set(false)
        #expect(try await house.publisher.updateEvent(made.id, change).value?.offer.status == .inactive)
        await house.close()
    }

    @Test func `a date that changes keeps what is booked, and one that goes takes its bookings along`() async throws {
        let house = try await PublishingHouse()
        let made = try #require(try await house.publisher.createEvent(play(at: house.venue)).value)
        let date = try #require(
            try await house.publisher.addDates(dates(0..<1, made.priceCategories[0].id), to: made.id).value?.first)
        let code = try await house.book(.number(JSONNumber(date.id)))
        let fuller = try #require(
            try await house.publisher.updateDate(date.id, of: made.id, DateChange(quantity: .set(.units(3)))).value)
        #expect(fuller.total == .units(4) && fuller.booked == 1 && fuller.available == .units(3))
        #expect(try await house.till(code) == "too-early")
        guard case .done = try await house.publisher.deleteDate(date.id, of: made.id) else {
            return #expect(Bool(false))
        }
        #expect(try await house.till(code) == "cancelled")
        let again = try await house.publisher.deleteDate(date.id, of: made.id)
        #expect(again.refusal?.status == 404 && again.refusal?.flaws.map(\.path) == ["stock_id"])
        #expect(try await house.publisher.dates(of: made.id).all() == [])
        await house.close()
    }

    @Test func `the platform refuses a date that is past, and an unknown price, by their places`() async throws {
        let house = try await PublishingHouse()
        let made = try #require(try await house.publisher.createEvent(play(at: house.venue)).value)
        var drafts = dates(0..<2, made.priceCategories[0].id)
        drafts[1].beginning = PublishingHouse.start - .days(1)
        drafts[1].bookingLimit = PublishingHouse.start - .days(2)
        let past = try await house.publisher.addDates(drafts, to: made.id)
        #expect(past.refusal?.flaws.map(\.path).contains("dates.1.beginningDatetime") == true)
        let priceless = try await house.publisher.addDates(dates(0..<1, 4_321), to: made.id)
        #expect(priceless.refusal?.flaws.map(\.path) == ["dates.0.priceCategoryId"])
        #expect(try await house.publisher.dates(of: made.id).all() == [])
        await house.close()
    }

    @Test func `what breaks a limit is refused before it is sent, under the path that the platform names`() async throws
    {
        let house = try await PublishingHouse()
        let long = play(at: house.venue, name: String(repeating: "a", count: 91))
        let here = try #require(try await house.publisher.createEvent(long).refusal)
        #expect(here.nothingWasSent && here.flaws.map(\.path) == ["name"])
        let there = try await HTTPClient().send(
            HTTPRequest(
                method: "POST", url: house.base + "/public/offers/v1/events",
                headers: [
                    HTTPHeader("Authorization", "Bearer \(house.key)"), HTTPHeader("Content-Type", "application/json"),
                ],
                body: Array(
                    """
                    {"name": "\(String(repeating: "a", count: 91))", "hasTicket": false, "location": {"type": "physical", \
                    "venueId": \(house.venue)}, "categoryRelatedFields": {"category": "CONFERENCE"}, "accessibility": \
                    {"audioDisabilityCompliant": true, "mentalDisabilityCompliant": true, \
                    "motorDisabilityCompliant": true, "visualDisabilityCompliant": true}}
                    """.utf8)))
        #expect(there.status == 400)
        #expect(try JSONValue(parsing: there.body).objectValue.map { Array($0.keys) } == ["name"])
        let many = try await house.publisher.addDates(dates(0..<2_501, 1), to: 1)
        #expect(many.refusal?.nothingWasSent == true && many.refusal?.flaws.map(\.path) == ["dates"])
        await house.close()
    }

    @Test func `a picture is shown as it was sent, and one of another shape is refused`() async throws {
        let house = try await PublishingHouse()
        let made = try #require(try await house.publisher.createEvent(play(at: house.venue)).value)
        let picture = Self.png(400, 600)
        guard
            case .done = try await house.publisher.setImage(
                OfferImage(file: picture, credit: "Agnès V."), of: made.id)
        else { return #expect(Bool(false)) }
        let shown = try #require(try await house.publisher.event(made.id).value?.offer)
        #expect(shown.imageCredit == "Agnès V.")
        let served = try await HTTPClient().send(HTTPRequest(method: "GET", url: try #require(shown.imageURL)))
        #expect(served.status == 200 && served.body == picture)
        let square = try await house.publisher.setImage(OfferImage(file: Self.png(600, 600)), of: made.id)
        #expect(square.refusal?.flaws.map(\.path) == ["file"])
        var change = EventChange()
        change.offer.image = .set(OfferImage(file: Self.png(800, 1_200)))
        let changed = try #require(try await house.publisher.updateEvent(made.id, change).value)
        let larger = try await HTTPClient().send(HTTPRequest(method: "GET", url: try #require(changed.offer.imageURL)))
        #expect(larger.body == Self.png(800, 1_200))
        await house.close()
    }

    /// The beginning of a PNG picture of a size.
    private static func png(_ width: Int, _ height: Int) -> [UInt8] {
        func four(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + four(width)
            + four(height) + [8, 2, 0, 0, 0, 0, 0, 0, 0]
    }
}
