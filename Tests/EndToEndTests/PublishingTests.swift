// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PassCulture
import TestSupport
import Testing

/// The SDK's publisher on the local platform: what it says is what the platform says.
@Suite("A publisher", .timeLimit(.minutes(2)))
struct PublishingTests {
    /// A test article: the third digit of `20…` says what it is.
    private func ean(_ beginning: String, _ number: Int) throws -> EAN {
        let twelve = beginning + String(repeating: "0", count: 9 - "\(number)".count) + "\(number)"
        return try #require((0...9).lazy.compactMap { try? EAN(twelve + "\($0)") }.first)
    }

    @Test func `sees the venues that let it act, and no others`() async throws {
        let house = try await PublishingHouse()
        try await house.control("/venues", ["name": "Un lieu d'un autre"])
        let offerers = try #require(try await house.publisher.venues().value)
        #expect(offerers.flatMap(\.venues).map(\.id) == [house.venue])
        let raw = try await house.raw("/public/offers/v1/offerer_venues")
        #expect(raw.arrayValue?.count == 1)
        #expect(raw[0]?["venues"]?[0]?["id"]?.intValue == house.venue)
        #expect(raw[0]?["offerer"]?["siren"]?.stringValue == offerers.first?.siren)
        let venue = try #require(try await house.publisher.venue(siret: house.siret).value)
        #expect(venue == offerers.first?.venues.first)
        #expect(venue.publicName == "Théâtre d'Été" && venue.siret == house.siret)
        let nowhere = try await house.publisher.venue(siret: "73282932000074")
        #expect(nowhere.refusal?.status == 404)
        await house.close()
    }

    @Test
    func `publishes 620 EANs in two batches, tells the unknown ones apart, and follows the others to their effect`()
        async throws
    {
        let house = try await PublishingHouse()
        let known = try (0..<620).map { try ean("200", $0) }
        let unknown = try ean("979", 1), digital = try ean("203", 1), forbidden = try ean("204", 1)
        let stocks = (known + [unknown, digital, forbidden]).map { EANStock($0, priceCents: 860, quantity: .units(3)) }
        let sent = await house.publisher.upsert(stocks, at: .venue(house.venue))
        #expect(sent.stop == nil)
        #expect(sent[unknown] == .unknown)
        #expect(sent[digital] == .categoryNotAllowed)
        #expect(sent[forbidden] == .againstTerms)
        #expect(known.allSatisfy { sent[$0] == .accepted })
        #expect(house.requests("POST", "/public/offers/v1/products/ean") == 2)
        // The platform does it five seconds later.
        #expect(try await house.raw("/public/offers/v1/products?venueId=\(house.venue)")["products"]?.arrayValue == [])
        let seen = await house.publisher.follow(sent)
        #expect(seen.stop == nil)
        #expect(house.time.waits == [.seconds(5)])
        var offers: Set<Int> = []
        for ean in known {
            if case .applied(let offer?) = seen[ean] { offers.insert(offer) }
        }
        #expect(offers.count == 620)
        let listed = try await house.publisher.products(venue: house.venue).all()
        #expect(Set(listed.map(\.id)) == offers && listed.count == 620)
        #expect(listed.allSatisfy { $0.stock?.total == .units(3) && $0.stock?.priceCents == 860 })
        let one = try await house.raw("/public/offers/v1/products/ean?eans=\(known[7])&venueId=\(house.venue)")
        #expect(one["products"]?[0]?["categoryRelatedFields"]?["ean"]?.stringValue == known[7].digits)
        #expect(one["products"]?[0]?["stock"]?["quantity"] == 3)
        await house.close()
    }

    @Test func `what is sent is what is left: with two booked, three more make five`() async throws {
        let house = try await PublishingHouse()
        let book = try ean("200", 1)
        func publish(_ count: Int) async -> EANFate? {
            let sent = await house.publisher.upsert(
                [EANStock(book, priceCents: 1_000, quantity: .units(count))], at: .venue(house.venue))
            return await house.publisher.follow(sent)[book]
        }
        func stock() async throws -> ProductStock? {
            try await house.publisher.products(eans: [book], venue: house.venue).value?.first?.stock
        }
        guard case .applied = await publish(2) else { return #expect(Bool(false)) }
        // The first stock of this platform.
        for _ in 0..<2 { try await house.book(1) }
        #expect(try await stock()?.available == .units(0))
        guard case .applied = await publish(3) else { return #expect(Bool(false)) }
        let now = try #require(try await stock())
        #expect(now.total == .units(5) && now.booked == 2 && now.available == .units(3))
        let raw = try await house.raw("/public/offers/v1/products/ean?eans=\(book)&venueId=\(house.venue)")
        #expect(raw["products"]?[0]?["stock"]?["quantity"] == 5)
        #expect(raw["products"]?[0]?["stock"]?["bookedQuantity"] == 2)
        guard case .applied = await publish(0) else { return #expect(Bool(false)) }
        #expect(try await stock()?.available == .units(0))
        await house.close()
    }

    @Test func `a price beyond the limit is refused under the platform's own path, and nothing is sent`() async throws {
        let house = try await PublishingHouse()
        let stocks = [
            EANStock(try ean("200", 1), priceCents: 900, quantity: .units(1)),
            EANStock(try ean("200", 2), priceCents: 30_001, quantity: .units(1)),
        ]
        let report = await house.publisher.upsert(stocks, at: .venue(house.venue))
        guard case .refused(let refusal) = report.entries.first?.fate else { return #expect(Bool(false)) }
        #expect(refusal.nothingWasSent && refusal.flaws.map(\.path) == ["products.1.stock.price"])
        #expect(house.requests("POST", "/public/offers/v1/products/ean") == 0)
        await house.close()
    }

    @Test func `a venue that gave no access is refused for every EAN`() async throws {
        let house = try await PublishingHouse()
        let other = try #require(try await house.control("/venues")["id"]?.intValue)
        let book = try ean("200", 1)
        let report = await house.publisher.upsert(
            [EANStock(book, priceCents: 900, quantity: .unlimited)], at: .venue(other))
        guard case .refused(let refusal) = report[book] else { return #expect(Bool(false)) }
        #expect(refusal.status == 404 && !refusal.nothingWasSent)
        await house.close()
    }

    @Test func `says where it is called, for itself and for a venue`() async throws {
        let house = try await PublishingHouse()
        let url = "https://caisse.exemple.fr/"
        let half = try await house.publisher.updateSettings(ServiceURLsChange(booking: .set(url + "book")))
        #expect(half.refusal?.flaws.map(\.path) == ["ticketing_urls"])
        let done = try #require(
            try await house.publisher.updateSettings(
                ServiceURLsChange(
                    notification: .set(url + "told"), booking: .set(url + "book"), cancel: .set(url + "cancel"))
            ).value)
        #expect(done == (try await house.publisher.settings().value))
        let shown = try await house.control("/providers", method: "GET")[0]
        #expect(shown?["bookingUrl"]?.stringValue == done.urls.booking)
        #expect(shown?["notificationUrl"]?.stringValue == url + "told")
        guard
            case .done = try await house.publisher.updateURLs(
                of: house.venue, ServiceURLsChange(notification: .set(url + "lieu")))
        else { return #expect(Bool(false)) }
        #expect(try await house.publisher.venue(siret: house.siret).value?.urls.notification == url + "lieu")
        await house.close()
    }

    @Test func `a product is made, changed, and taken out of sale with its bookings`() async throws {
        let house = try await PublishingHouse()
        var offer = OfferDraft(
            name: "Carte Jeunes 2026", category: CategoryFields(.carteMusee),
            accessibility: Accessibility(audio: false, mental: false, motor: true, visual: false),
            location: .venue(house.venue))
        offer.idAtProvider = "carte-26"
        let draft = ProductDraft(offer, stock: StockDraft(priceCents: 2_500, quantity: .units(10)))
        let made = try #require(try await house.publisher.createProduct(draft).value)
        #expect(made.stock?.total == .units(10) && made.offer.idAtProvider == "carte-26")
        let again = try await house.publisher.createProduct(draft)
        #expect(again.refusal?.flaws.map(\.path) == ["idAtProvider"] && again.refusal?.nothingWasSent == false)
        let code = try await house.book(1)
        var change = ProductChange()
        change.offer.name = .set("Carte Jeunes")
        change.stock = .set(StockChange(priceCents: .set(2_000), quantity: .set(.units(4))))
        let changed = try #require(try await house.publisher.updateProduct(made.id, change).value)
        #expect(changed.offer.name == "Carte Jeunes")
        #expect(changed.stock?.total == .units(5) && changed.stock?.booked == 1 && changed.stock?.priceCents == 2_000)
        #expect(changed == (try await house.publisher.product(made.id).value))
        let raw = try await house.raw("/public/offers/v1/products/\(made.id)")
        #expect(raw["name"] == "Carte Jeunes" && raw["stock"]?["quantity"] == 5)
        change = ProductChange()
        change.stock = .cleared
        #expect(try await house.publisher.updateProduct(made.id, change).value?.stock == nil)
        #expect(try await house.till(code) == "cancelled")
        await house.close()
    }
}
