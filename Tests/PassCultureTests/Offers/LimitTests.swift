// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Testing

/// Each limit of the contract, broken: nothing is sent, and the path is the platform's (`today §3`).
@Suite("A limit")
struct LimitTests {
    private static let now = VirtualTime().now()
    private static let later = now + .days(10)
    private static let long = String(repeating: "é", count: 71)

    private static func paths(
        of refusal: PublishingRefusal?, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let refusal = try #require(refusal, sourceLocation: sourceLocation)
        #expect(refusal.nothingWasSent && refusal.status == nil, sourceLocation: sourceLocation)
        return refusal.flaws.map(\.path).sorted()
    }

    @Test("of an offer is found before it is sent, under its path")
    func offer() throws {
        let shelf = try EANShelf()
        var offer = Sample.offer()
        offer.name = String(repeating: "x", count: 91)
        offer.location = .address(1, venue: 7, label: "")
        offer.description = String(repeating: "x", count: 10_001)
        offer.externalTicketOfficeURL = "ftp://theatre.example"
        offer.idAtProvider = Self.long
        offer.image = OfferImage(file: [1, 2, 3])
        offer.publication = .at(Self.now)
        offer.bookingAllowed = Self.now - .hours(1)
        let draft = EventDraft(
            offer, hasTicket: true, durationMinutes: 1440,
            priceCategories: [
                PriceCategoryDraft("", priceCents: 30_001, idAtProvider: Self.long),
                PriceCategoryDraft("A", priceCents: -1),
                PriceCategoryDraft("A", priceCents: -1),
            ], videoURL: "youtube")
        let refusal = try shelf.publisher.createEventBlocking(draft).refusal
        #expect(
            try Self.paths(of: refusal)
                == [
                    "bookingAllowedDatetime", "description", "eventDuration", "externalTicketOfficeUrl", "idAtProvider",
                    "imageFile", "location.AddressLocation.addressLabel", "name", "offer", "priceCategories",
                    "priceCategories.0.idAtProvider", "priceCategories.0.label", "priceCategories.0.price",
                    "priceCategories.1.price", "priceCategories.2.price", "publicationDatetime", "videoUrl",
                ])
        #expect(
            refusal?["offer"] == [
                "Une offre qui a un ticket retirable doit avoir l'email du contact de réservation"
            ])
        #expect(shelf.transport.requests.isEmpty)
    }

    @Test("is not broken by what just fits")
    func fits() throws {
        let shelf = try EANShelf([.json(Sample.event), .json(#"{"dates":[]}"#)])
        var offer = Sample.offer()
        offer.name = String(repeating: "é", count: 90)
        offer.description = String(repeating: "x", count: 10_000)
        offer.idAtProvider = String(Self.long.dropLast())
        offer.publication = .at(Self.now + .seconds(1))
        let prices = (0..<50).map { PriceCategoryDraft(String(repeating: "x", count: 50), priceCents: 600 * $0) }
        let draft = EventDraft(offer, hasTicket: false, durationMinutes: 1439, priceCategories: prices)
        #expect(try shelf.publisher.createEventBlocking(draft).value != nil)
        let date = DateDraft(beginning: Self.later, bookingLimit: Self.later, priceCategory: 9, quantity: .units(0))
        #expect(
            try shelf.publisher.addDatesBlocking(Array(repeating: date, count: 2500), to: 5).value != nil)
    }

    @Test("of what an offer has to have is that it cannot be cleared; all else can")
    func cleared() throws {
        let shelf = try EANShelf([.json(Sample.event)])
        var change = EventChange()
        change.offer.name = .cleared
        change.offer.category = .cleared
        change.offer.accessibility = .cleared
        change.offer.location = .cleared
        change.offer.enableDoubleBookings = .cleared
        change.offer.isActive = .cleared
        #expect(
            try Self.paths(of: try shelf.publisher.updateEventBlocking(5, change).refusal) == [
                "accessibility", "categoryRelatedFields", "enableDoubleBookings", "isActive", "location", "name",
            ])
        #expect(shelf.transport.requests.isEmpty)
        change.offer = OfferChange()
        change.offer.image = .cleared
        change.offer.publication = .cleared
        #expect(try shelf.publisher.updateEventBlocking(5, change).value != nil)
    }

    @Test("of a title is that no EAN may be in it")
    func title() throws {
        let shelf = try EANShelf()
        var change = EventChange()
        change.offer.name = .set("Molière 9782070360024")
        let refusal = try shelf.publisher.updateEventBlocking(5, change).refusal
        #expect(refusal?["name"] == ["Le titre d'une offre ne peut contenir l'EAN"])
        change.offer.name = .set(String(repeating: "x", count: 141))
        #expect(try Self.paths(of: try shelf.publisher.updateEventBlocking(5, change).refusal) == ["name"])
    }

    @Test(
        "of a category is which fields it has, which must be there, and by which route it is made",
        arguments: [
            (CategoryFields(.concert, visa: "1"), ["categoryRelatedFields.visa"]),
            (CategoryFields(.evenementMusique), ["categoryRelatedFields.musicType"]),
            (
                CategoryFields(.spectacleRepresentation, speaker: "x"),
                ["categoryRelatedFields.showType", "categoryRelatedFields.speaker"]
            ),
            (CategoryFields(.vod), ["categoryRelatedFields.category"]),
            (CategoryFields(.livrePapier), ["categoryRelatedFields.category"]),
            (CategoryFields(.evenementMusique, musicType: .rock), []), (CategoryFields(.concours, author: "x"), []),
            (CategoryFields(OfferCategory(rawValue: "NOUVEAU"), author: "x"), []),
        ])
    func categories(fields: CategoryFields, paths: [String]) throws {
        let shelf = try EANShelf([.json(Sample.event)])
        let draft = EventDraft(Sample.offer(fields), hasTicket: false)
        let outcome = try shelf.publisher.createEventBlocking(draft)
        #expect((outcome.refusal?.flaws ?? []).map(\.path).sorted() == paths)
        #expect(shelf.transport.requests.count == (paths.isEmpty ? 1 : 0))
    }

    @Test("of a product is its price, its quantity, its own route, and a sale that ends after it began")
    func product() throws {
        let shelf = try EANShelf()
        var offer = Sample.offer(CategoryFields(.partition))
        offer.publication = .at(Self.later)
        offer.bookingAllowed = Self.later
        let draft = ProductDraft(
            offer, stock: StockDraft(priceCents: 30_001, quantity: .units(0), bookingLimit: Self.later))
        let refusal = try shelf.publisher.createProductBlocking(draft).refusal
        #expect(
            try Self.paths(of: refusal) == [
                "__root__", "categoryRelatedFields.ean", "stock.price", "stock.quantity",
            ])
        #expect(
            refusal?["__root__"] == [
                "`stock.bookingLimitDatetime` must be after `publicationDatetime`",
                "`stock.bookingLimitDatetime` must be after `bookingAllowedDatetime`",
            ])
        var change = ProductChange()
        change.stock = .set(
            StockChange(priceCents: .set(-1), quantity: .set(.units(-1)), bookingLimit: .set(Self.now)))
        #expect(
            try Self.paths(of: try shelf.publisher.updateProductBlocking(1, change).refusal)
                == ["stock.bookingLimitDatetime", "stock.price", "stock.quantity"])
    }

    @Test("of dates is their number, the future, and what is told of each")
    func dates() throws {
        let shelf = try EANShelf()
        let good = DateDraft(beginning: Self.later, bookingLimit: Self.later, priceCategory: 9, quantity: .units(1))
        var bad = good
        bad.beginning = Self.now
        bad.bookingLimit = Self.now
        bad.quantity = .units(-1)
        bad.idAtProvider = Self.long
        #expect(
            try Self.paths(of: try shelf.publisher.addDatesBlocking([good, bad], to: 5).refusal) == [
                "dates.1.beginningDatetime", "dates.1.bookingLimitDatetime", "dates.1.idAtProvider", "dates.1.quantity",
            ])
        let many = try shelf.publisher.addDatesBlocking(Array(repeating: good, count: 2501), to: 5).refusal
        #expect(many?["dates"] == ["ensure this value has at most 2500 items"])
        let change = DateChange(
            beginning: .set(Self.now), bookingLimit: .set(Self.now), quantity: .set(.units(-1)),
            idAtProvider: .set(Self.long))
        #expect(
            try Self.paths(of: try shelf.publisher.updateDateBlocking(4, of: 5, change).refusal)
                == ["beginningDatetime", "bookingLimitDatetime", "idAtProvider", "quantity"])
    }

    @Test("of prices is fifty, each once")
    func prices() throws {
        let shelf = try EANShelf()
        let many = (0..<51).map { PriceCategoryDraft("A", priceCents: $0) }
        let refusal = try shelf.publisher.addPriceCategoriesBlocking(many, to: 5).refusal
        #expect(refusal?["priceCategories"] == ["ensure this value has at most 50 items"])
        let twice = ["A", "B"].map { PriceCategoryDraft($0, priceCents: 1, idAtProvider: "x") }
        #expect(
            try shelf.publisher.addPriceCategoriesBlocking(twice, to: 5).refusal?["priceCategories"]
                == ["Price category `idAtProvider` must be unique. Duplicated value : x"])
        let change = PriceCategoryChange(
            label: .set(String(repeating: "x", count: 51)), priceCents: .set(30_001), idAtProvider: .set(Self.long))
        #expect(
            try Self.paths(of: try shelf.publisher.updatePriceCategoryBlocking(9, of: 5, change).refusal)
                == ["idAtProvider", "label", "price"])
    }

    @Test("of what is asked for is a hundred at a time")
    func asking() throws {
        let shelf = try EANShelf()
        let eans = try Sample.eans(101)
        #expect(try shelf.publisher.availabilityBlocking(of: eans).refusal?["eans"] == ["Too many EANs"])
        #expect(try shelf.publisher.availabilityBlocking(of: []).refusal?["eans"] == ["EAN list must not be empty"])
        #expect(try shelf.publisher.productsBlocking(eans: eans, venue: 7).refusal?["eans"] == ["Too many EANs"])
        let ids = (0..<101).map(String.init)
        #expect(throws: PublishingStop.self) { try shelf.publisher.events(idsAtProvider: ids).allBlocking() }
        #expect(
            try Self.paths(of: try shelf.publisher.priceCategoriesBlocking(of: 5, idsAtProvider: ["a,b"]).refusal)
                == ["idsAtProvider"])
        #expect(shelf.transport.requests.isEmpty)
    }

    @Test("of venues and addresses is how their numbers look")
    func places() throws {
        let shelf = try EANShelf([.json("[]"), .json("[]")])
        for siren in ["12345678", "NC123456", "123456789 ", "xx1234567"] {
            #expect(try Self.paths(of: try shelf.publisher.venuesBlocking(siren: siren).refusal) == ["siren"])
        }
        #expect(try shelf.publisher.venuesBlocking(siren: "NC1234567").value == [])
        for siret in ["1234567890123", "../../offerer_venues", "NC123"] {
            #expect(try Self.paths(of: try shelf.publisher.venueBlocking(siret: siret).refusal) == ["siret"])
        }
        _ = try? shelf.publisher.venueBlocking(siret: "NC1234567890XX")
        #expect(shelf.transport.requests.count == 2)
        let draft = AddressDraft(
            street: "", city: String(repeating: "x", count: 201), postalCode: "00123",
            position: GeoPosition(
                latitude: .init(microdegrees: 90_000_001), longitude: .init(microdegrees: -180_000_001)))
        #expect(
            try Self.paths(of: try shelf.publisher.createAddressBlocking(draft).refusal)
                == ["city", "latitude", "longitude", "postalCode", "street"])
        let nowhere = AddressDraft(
            street: "x", city: "y", postalCode: "75001",
            position: GeoPosition(latitude: .init(microdegrees: .min), longitude: .init(microdegrees: .max)))
        #expect(
            try Self.paths(of: try shelf.publisher.createAddressBlocking(nowhere).refusal) == ["latitude", "longitude"])
        for code in ["99000", "7500", "7500x", "750022"] {
            let draft = AddressDraft(street: "x", city: "y", postalCode: code)
            #expect(try Self.paths(of: try shelf.publisher.createAddressBlocking(draft).refusal) == ["postalCode"])
        }
    }

    @Test("of the ticketing is that both addresses are set, or neither")
    func urls() throws {
        let shelf = try EANShelf()
        let half = ServiceURLsChange(booking: .set("https://a.example"), cancel: .cleared)
        #expect(try Self.paths(of: try shelf.publisher.updateSettingsBlocking(half).refusal) == ["ticketing_urls"])
        let wrong = ServiceURLsChange(notification: .set("https://" + String(repeating: "x", count: 2076)))
        #expect(
            try Self.paths(of: try shelf.publisher.updateURLsBlocking(of: 7, wrong).refusal) == ["notificationUrl"])
    }

    @Test(
        "of a picture is its kind, its size and its shape",
        arguments: [
            (Sample.png(400, 600), nil), (Sample.jpeg(800, 1200), nil), (Sample.jpeg(401, 601), nil),
            (Sample.png(399, 600), "The image is too small. It must be above 400x600 pixels."),
            (Sample.jpeg(400, 599), "The image is too small. It must be above 400x600 pixels."),
            (Sample.png(801, 1200), "The image is too large. It must be at most 800x1200 pixels."),
            (Sample.png(600, 600), "Bad image ratio: expected 0.66, found 600/600"),
            (Array("GIF89a".utf8), "The file is not a valid image."), ([], "The file is not a valid image."),
            (Array(Sample.png(400, 600).dropLast()), "The file is not a valid image."),
            (Array(Sample.jpeg(400, 600).dropLast()), "The file is not a valid image."),
            ([0xFF, 0xD8, 0xFF, 0xDA, 0, 2], "The file is not a valid image."),
            (
                Sample.png(400, 600) + [UInt8](repeating: 0, count: 9_999_976),
                "The file is too large. It must be less than 10000000 bytes."
            ),
        ] as [([UInt8], String?)])
    func images(file: [UInt8], sentence: String?) throws {
        let shelf = try EANShelf([.status(204)])
        let outcome = try shelf.publisher.setImageBlocking(OfferImage(file: file), of: 5)
        #expect(outcome.refusal?["file"] == sentence.map { [$0] })
        #expect(shelf.transport.requests.count == (sentence == nil ? 1 : 0))
    }
}
