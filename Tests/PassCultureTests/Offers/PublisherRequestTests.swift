// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

@Suite("What is published")
struct PublisherRequestTests {
    private static let start = Instant(iso8601: "2019-03-01T19:30:00Z") ?? .latest

    @Test("goes to the public API's host with the vendor's key, as JSON", arguments: Way.allCases)
    func headers(way: Way) async throws {
        let shelf = try EANShelf([.json(Sample.event), .json(Sample.event)])
        let draft = EventDraft(Sample.offer(), hasTicket: false)
        switch way {
        case .async:
            #expect(try await shelf.publisher.createEvent(draft).value?.id == 5)
            #expect(try await shelf.publisher.event(5).value?.priceCategories.map(\.id) == [9])
        case .blocking:
            #expect(try shelf.publisher.createEventBlocking(draft).value?.id == 5)
            #expect(try shelf.publisher.eventBlocking(5).value?.priceCategories.map(\.id) == [9])
        }
        let requests = shelf.transport.requests
        #expect(
            requests.map(\.url) == [
                EANShelf.host + "/public/offers/v1/events", EANShelf.host + "/public/offers/v1/events/5",
            ])
        #expect(requests.map { $0.header("authorization") } == Array(repeating: "Bearer " + shelf.key, count: 2))
        #expect(requests.map { $0.header("Content-Type") } == ["application/json", nil])
        #expect(requests.allSatisfy { $0.header("Accept") == "application/json" && $0.totalDeadline == .seconds(30) })
        #expect(requests.map(\.pathTemplate) == ["/public/offers/v1/events", "/public/offers/v1/events/{event_id}"])
    }

    @Test("as an event has every field in the platform's words")
    func event() async throws {
        let shelf = try EANShelf([.json(Sample.event)])
        var offer = Sample.offer(
            CategoryFields(
                .spectacleRepresentation, author: "Molière", performer: "La troupe",
                showType: ShowType("THEATRE", "COMEDIE"), stageDirector: "X"))
        offer.location = .address(3, venue: 7, label: "Sur la place")
        offer.description = "Une comédie"
        offer.bookingContact = try EmailAddress("contact@theatre.example")
        offer.bookingEmail = try EmailAddress("caisse@theatre.example")
        offer.enableDoubleBookings = true
        offer.externalTicketOfficeURL = "https://theatre.example/billets"
        offer.idAtProvider = "m-1"
        offer.image = OfferImage(file: Sample.png(400, 600), credit: "Y")
        offer.itemCollectionDetails = "Au guichet"
        offer.publication = .at(Self.start - .days(30))
        offer.bookingAllowed = Self.start - .days(20)
        let draft = EventDraft(
            offer, hasTicket: true, durationMinutes: 90,
            priceCategories: [PriceCategoryDraft("Plein tarif", priceCents: 2000, idAtProvider: "p")],
            videoURL: "https://youtu.be/x")
        _ = try await shelf.publisher.createEvent(draft)
        #expect(
            shelf.bodies == [
                #"{"name":"Molière","categoryRelatedFields":{"category":"SPECTACLE_REPRESENTATION","author":"Molière","#
                    + #""performer":"La troupe","showType":"THEATRE-COMEDIE","stageDirector":"X"},"#
                    + #""accessibility":{"audioDisabilityCompliant":true,"mentalDisabilityCompliant":false,"#
                    + #""motorDisabilityCompliant":true,"visualDisabilityCompliant":false},"#
                    + #""location":{"type":"address","venueId":7,"addressId":3,"addressLabel":"Sur la place"},"#
                    + #""description":"Une comédie","bookingContact":"contact@theatre.example","#
                    + #""bookingEmail":"caisse@theatre.example","enableDoubleBookings":true,"#
                    + #""externalTicketOfficeUrl":"https://theatre.example/billets","idAtProvider":"m-1","#
                    + #""image":{"file":"iVBORw0KGgoAAAANSUhEUgAAAZAAAAJY","credit":"Y"},"#
                    + #""itemCollectionDetails":"Au guichet","publicationDatetime":"2019-01-30T19:30:00Z","#
                    + #""bookingAllowedDatetime":"2019-02-09T19:30:00Z","hasTicket":true,"eventDuration":90,"#
                    + #""priceCategories":[{"label":"Plein tarif","price":2000,"idAtProvider":"p"}],"#
                    + #""videoUrl":"https://youtu.be/x"}"#
            ])
    }

    @Test("is changed by what changes, and a field that is cleared is null")
    func changes() async throws {
        let product = Sample.product(try Sample.eans(1)[0])
        let date =
            #"{"id":4,"beginningDatetime":"2019-03-01T19:30:00Z","bookingLimitDatetime":"2019-03-01T19:00:00Z","#
            + #""priceCategory":{"id":9,"label":"A","price":1},"quantity":11,"bookedQuantity":8}"#
        let shelf = try EANShelf([
            .json(Sample.event), .json(product), .json(date), .json(#"{"id":9,"label":"B","price":0}"#),
            .json(Sample.event),
        ])
        var offer = OfferChange()
        offer.isActive = .set(false)
        offer.description = .cleared
        offer.accessibility = .set(PartialAccessibility(visual: true))
        _ = try await shelf.publisher.updateEvent(5, EventChange(offer))
        var change = ProductChange()
        change.offer.publication = .set(.atOnce)
        change.stock = .set(StockChange(quantity: .set(.unlimited)))
        _ = try await shelf.publisher.updateProduct(1, change)
        let updated = try await shelf.publisher.updateDate(4, of: 5, DateChange(quantity: .set(.units(3)))).value
        _ = try await shelf.publisher.updatePriceCategory(9, of: 5, PriceCategoryChange(priceCents: .set(0)))
        var never = EventChange()
        never.offer.publication = .set(.never)
        never.durationMinutes = .cleared
        _ = try await shelf.publisher.updateEvent(5, never)
        #expect(
            shelf.asked == [
                "PATCH /public/offers/v1/events/5", "PATCH /public/offers/v1/products",
                "PATCH /public/offers/v1/events/5/dates/4", "PATCH /public/offers/v1/events/5/price_categories/9",
                "PATCH /public/offers/v1/events/5",
            ])
        #expect(
            shelf.bodies == [
                #"{"accessibility":{"visualDisabilityCompliant":true},"description":null,"isActive":false}"#,
                #"{"offerId":1,"publicationDatetime":"now","stock":{"quantity":"unlimited"}}"#, #"{"quantity":3}"#,
                #"{"price":0}"#, #"{"publicationDatetime":null,"eventDuration":null}"#,
            ])
        #expect(updated?.total == .units(11) && updated?.booked == 8 && updated?.available == .units(3))
    }

    @Test("has dates in UTC, saying so, and prices that are named")
    func dates() async throws {
        let shelf = try EANShelf([.json(#"{"dates":[]}"#), .json(#"{"priceCategories":[]}"#), .status(204)])
        let draft = DateDraft(
            beginning: Self.start, bookingLimit: Self.start - .hours(1), priceCategory: 9, quantity: .unlimited,
            idAtProvider: "d")
        #expect(try await shelf.publisher.addDates([draft], to: 5).value == [])
        #expect(
            try await shelf.publisher.addPriceCategories([PriceCategoryDraft("Réduit", priceCents: 800)], to: 5).value
                == [])
        guard case .done = try await shelf.publisher.deleteDate(4, of: 5) else {
            Issue.record("it was answered with 204")
            return
        }
        #expect(
            shelf.asked == [
                "POST /public/offers/v1/events/5/dates", "POST /public/offers/v1/events/5/price_categories",
                "DELETE /public/offers/v1/events/5/dates/4",
            ])
        #expect(
            shelf.bodies == [
                #"{"dates":[{"beginningDatetime":"2019-03-01T19:30:00Z","bookingLimitDatetime":"2019-03-01T18:30:00Z","#
                    + #""priceCategoryId":9,"quantity":"unlimited","idAtProvider":"d"}]}"#,
                #"{"priceCategories":[{"label":"Réduit","price":800}]}"#, "",
            ])
    }

    @Test("as a product is done, whether the answer is 200 or 201", arguments: [200, 201])
    func product(status: Int) async throws {
        let shelf = try EANShelf([.json(Sample.product(try Sample.eans(1)[0], id: 8), status: status)])
        let draft = ProductDraft(
            Sample.offer(CategoryFields(.carteMusee)), stock: StockDraft(priceCents: 500, quantity: .units(2)))
        #expect(try await shelf.publisher.createProduct(draft).value?.id == 8)
        #expect(shelf.asked == ["POST /public/offers/v1/products"])
        #expect(shelf.bodies[0].hasSuffix(#","stock":{"price":500,"quantity":2}}"#))
    }

    @Test("can be asked for, each thing under its path")
    func paths() async throws {
        let shelf = try EANShelf([])
        let publisher = shelf.publisher
        let eans = try Sample.eans(2)
        _ = try? await publisher.venues()
        _ = try? await publisher.venues(siren: "123456789")
        _ = try? await publisher.venue(siret: "12345678901234")
        _ = try? await publisher.address(3)
        _ = try? await publisher.searchAddresses(
            AddressDraft(street: "3 rue de la Paix", city: "Paris", postalCode: "75002"))
        _ = try? await publisher.priceCategories(of: 5, idsAtProvider: ["a b", "c"])
        _ = try? await publisher.eventCategories()
        _ = try? await publisher.productCategories()
        _ = try? await publisher.musicTypes()
        _ = try? await publisher.musicTypes(ofEvents: false)
        _ = try? await publisher.showTypes()
        _ = try? await publisher.product(6)
        _ = try? await publisher.products(eans: eans, venue: 7)
        _ = try? await publisher.availability(of: eans)
        _ = try? await publisher.settings()
        _ = try? publisher.events(venue: 7, idsAtProvider: ["x"], address: 3).allBlocking()
        _ = try? publisher.products().allBlocking()
        _ = try? publisher.dates(of: 5).allBlocking()
        #expect(
            shelf.asked == [
                "GET /public/offers/v1/offerer_venues", "GET /public/offers/v1/offerer_venues?siren=123456789",
                "GET /public/offers/v1/venues/12345678901234", "GET /public/offers/v1/addresses/3",
                "GET /public/offers/v1/addresses/search?street=3%20rue%20de%20la%20Paix&city=Paris&postalCode=75002",
                "GET /public/offers/v1/events/5/price_categories?idsAtProvider=a%20b,c",
                "GET /public/offers/v1/events/categories", "GET /public/offers/v1/products/categories",
                "GET /public/offers/v1/music_types/event", "GET /public/offers/v1/music_types/all",
                "GET /public/offers/v1/show_types", "GET /public/offers/v1/products/6",
                "GET /public/offers/v1/products/ean?eans=\(eans[0]),\(eans[1])&venueId=7",
                "GET /public/offers/v1/products/ean/check_availability?eans=\(eans[0]),\(eans[1])",
                "GET /public/providers/v1/provider",
                "GET /public/offers/v1/events?venueId=7&idsAtProvider=x&addressId=3&limit=50&firstIndex=1",
                "GET /public/offers/v1/products?limit=50&firstIndex=1",
                "GET /public/offers/v1/events/5/dates?limit=50&firstIndex=1",
            ])
    }

    @Test("may be addresses of places and of services")
    func addresses() async throws {
        let address =
            #"{"id":3,"banId":null,"street":"x","city":"Paris","postalCode":"75002","latitude":48.8,"longitude":-2.33}"#
        let settings = #"{"id":1,"name":"Caisse","notificationUrl":"https://a.example/n"}"#
        let shelf = try EANShelf([.json(address), .json(settings), .status(204)])
        let draft = AddressDraft(
            street: "x", city: "Paris", postalCode: "75002",
            position: GeoPosition(latitude: .init(microdegrees: 48_800_000), longitude: .init(microdegrees: -330)))
        let found = try await shelf.publisher.createAddress(draft).value
        #expect(found?.position?.longitude.microdegrees == -2_330_000)
        let change = ServiceURLsChange(
            notification: .set("https://a.example/n"), booking: .cleared, cancel: .cleared)
        #expect(try await shelf.publisher.updateSettings(change).value?.urls.notification == "https://a.example/n")
        _ = try await shelf.publisher.updateURLs(of: 7, ServiceURLsChange(notification: .cleared))
        #expect(
            shelf.asked == [
                "POST /public/offers/v1/addresses", "PATCH /public/providers/v1/provider",
                "PATCH /public/providers/v1/venues/7",
            ])
        #expect(
            shelf.bodies == [
                #"{"street":"x","city":"Paris","postalCode":"75002","latitude":48.800000,"longitude":-0.000330}"#,
                #"{"notificationUrl":"https://a.example/n","bookingUrl":null,"cancelUrl":null}"#,
                #"{"notificationUrl":null}"#,
            ])
    }

    @Test("may be a picture, as a form")
    func image() async throws {
        let shelf = try EANShelf([.status(204)])
        let file = Sample.jpeg(800, 1200)
        _ = try await shelf.publisher.setImage(OfferImage(file: file, credit: "Zoé"), of: 5)
        let request = shelf.transport.requests[0]
        #expect(shelf.asked == ["POST /public/offers/v1/5/image"])
        #expect(request.header("Content-Type") == "multipart/form-data; boundary=passculture-abcdef-abcdef")
        let head =
            "--passculture-abcdef-abcdef\r\nContent-Disposition: form-data; name=\"credit\"\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\nZoé\r\n--passculture-abcdef-abcdef\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"image.jpeg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n"
        #expect(request.body == Array(head.utf8) + file + Array("\r\n--passculture-abcdef-abcdef--\r\n".utf8))
    }
}
