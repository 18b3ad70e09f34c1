// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import PlatformDomain
import Testing

/// The guide's offers: G15 to G21.
@Suite("The guide, offers") struct GuideOfferTests {
    @Test("G15: a title, a type that stays, a description of up to 1,000 characters")
    func description() async {
        let shop = await Shop(.documented)
        func body(_ description: Int, type: String = "ThingType.LIVRE_EDITION") -> JSONValue {
            [
                "name": "Livre", "type": .string(type), "venueId": .string(shop.venue),
                "description": .string(String(repeating: "é", count: description)),
            ]
        }
        #expect(await shop.send("POST", "/things", json: body(1_001)).status == 400)
        let made = await shop.send("POST", "/things", json: body(1_000))
        #expect(made.status == 201)
        let path = "/things/\(made.json["id"]?.stringValue ?? "")"
        let changed = await shop.send("PATCH", path, json: body(10, type: "ThingType.MUSIQUE"))
        #expect(changed.status == 200)
        #expect(shop.service.state.products[Identifier(1)]?.type == "ThingType.LIVRE_EDITION")
        #expect(await shop.send("POST", "/things", json: ["venueId": .string(shop.venue)]).keys.contains("name"))
    }

    @Test("G16: an empty booking limit is none, empty seats are unlimited, 0 is free")
    func emptyMeansNone() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        for limit in [nil, .null, ""] as [JSONValue?] {
            let date = await shop.date(await shop.event(), in: .hours(1))
            var more: JSONObject = ["available": .null]
            if let limit { more["bookingLimitDatetime"] = limit }
            let seats = await shop.seats(date, price: 0, more)
            let stock = shop.service.state.stocks.records.max { $0.id < $1.id }
            #expect(stock?.bookingLimit == nil && stock?.available == nil && stock?.price == .zero)
            shop.service.advance(by: .minutes(30))
            _ = await shop.book(young, seats, quantity: 1_000)
        }
    }

    @Test("G17: without a date an event is not shown to young people")
    func noDate() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.event()
        _ = await shop.teaser(offer)
        #expect(await shop.feed(young).isEmpty)
        _ = await shop.seats(await shop.date(offer))
        #expect(await shop.feed(young) == [offer])
    }

    @Test(
        "G18: one or more teasers, cropped to a frame that the image fills, with a credit; without one, no main screen")
    func teaser() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let offer = await shop.thing()
        _ = await shop.stock(offer)
        #expect(await shop.feed(young).isEmpty)
        func post(_ crop: [String], image: [UInt8] = Pictures.png, name: String = "a.png") async -> Answer {
            var form = ["offererId": shop.offererID, "offerId": offer, "credit": "Photo © Moi"]
            for (key, value) in zip(["x", "y", "height"], crop) { form["croppingRect[\(key)]"] = value }
            return await shop.service.post(form: form, image: image, filename: name, by: shop.pro)
        }
        // 40 by 30 pixels: a frame of half the height is 15 by 15.
        let made = await post(["0.1", "0.2", "0.5"])
        #expect(made.status == 201 && made.json["credit"] == "Photo © Moi")
        let path = "/storage/thumbs/mediations/"
        let image = await shop.service.send("GET", path + (made.json["id"]?.stringValue ?? ""))
        #expect(image.contentType == "image/png" && image.body[16..<24] == [0, 0, 0, 15, 0, 0, 0, 15])
        #expect(await shop.feed(young) == [offer])
        for crop in [
            ["0.9", "0", "0.5"], ["0", "0.6", "0.5"], ["0", "0", "0"], ["-0.1", "0", "1"], ["0", "0", "1.1"],
        ] {
            expect(
                await post(crop),
                Said.field(
                    "croppingRect",
                    crop.contains("0.9") || crop.contains("0.6")
                        ? "L'image doit remplir le cadre" : "Le cadre doit se trouver dans l'image"))
        }
        expect(await post(["a", "0", "1"]), Said.field("croppingRect", "Saisissez un nombre valide"))
        // Another kind of image is kept whole, with the wish; a crop that is not given in full is none.
        let whole = await post(["0.1", "0.05", "0.5"], image: Pictures.jpeg, name: "a.jpg")
        let kept = await shop.service.send("GET", path + (whole.json["id"]?.stringValue ?? ""))
        #expect(kept.body == Pictures.jpeg)
        #expect(kept.headers.first { $0.name == "X-Cropping-Rect" }?.value == "0.1, 0.05, 0.5")
        let plain = await post(["0.1"])
        let uncut = await shop.service.send("GET", path + (plain.json["id"]?.stringValue ?? ""))
        #expect(uncut.body == Pictures.png && uncut.headers.isEmpty)
    }

    @Test("G18: under observed, what leaves the image is cut off")
    func cutOff() async {
        let shop = await Shop(.observed)
        let form = [
            "offererId": shop.offererID, "offerId": await shop.thing(), "croppingRect[x]": "0.75",
            "croppingRect[y]": "0", "croppingRect[height]": "7",
        ]
        let made = await shop.service.post(form: form, image: Pictures.png, by: shop.pro)
        let image = await shop.service.send(
            "GET", "/storage/thumbs/mediations/\(made.json["id"]?.stringValue ?? "")")
        #expect(image.body[16..<24] == [0, 0, 0, 10, 0, 0, 0, 30])
    }

    @Test("G19: to be found an offer needs a price, seats left, a teaser image, and a limit in the future or none")
    func found() async {
        let shop = await Shop(.documented)
        let young = Actor.user(await shop.service.young())
        let offers = await [shop.thing("a"), shop.thing("b"), shop.thing("c"), shop.thing("d")]
        for offer in offers.dropLast() { _ = await shop.teaser(offer) }
        _ = await shop.stock(offers[0], price: 0)
        _ = await shop.stock(offers[1], ["available": 0])
        _ = await shop.stock(offers[2], ["bookingLimitDatetime": "2018-12-03T09:00:00Z"])
        _ = await shop.stock(offers[3])
        #expect(await shop.feed(young) == [offers[0]])
    }

    @Test("G20: all offers are listed, searched, edited and deactivated, with venue, dates, seats and price")
    func ownOffers() async {
        let shop = await Shop(.documented)
        let (book, concert) = await (shop.thing("Le Petit Prince"), shop.event("Grand concert"))
        _ = await shop.seats(await shop.date(concert), price: 12, ["available": 7])
        let list = await shop.send("GET", "/offers?offererId=\(shop.offererID)").json.arrayValue ?? []
        #expect(Set(list.compactMap { $0["id"]?.stringValue }) == [book, concert])
        let found = await shop.send("GET", "/offers?keywords=concert").json.arrayValue ?? []
        #expect(found.map { $0["id"] } == [.string(concert)])
        let stock = found[0]["eventOccurrences"]?[0]?["stocks"]?[0]
        #expect(stock?["available"] == 7 && stock?["price"]?.numberValue?.text == "12.00")
        #expect(found[0]["venue"]?["managingOfferer"]?["name"] == "Crédit Coopératif")
        let off = await shop.send("PATCH", "/offers/\(book)", json: ["isActive": false])
        #expect(off.json["isActive"] == false)
    }

    @Test("G21: a digital offer's address is filled in with e-mail, offer and countermark")
    func address() async {
        let shop = await Shop(.documented)
        let offer = await shop.digital(url: "www.site.example/?e={email}&o={offerId}&c={token}")
        let young = Actor.user(await shop.service.young())
        let answer = await shop.service.send(
            "POST", "/bookings", by: young, json: ["stockId": .string(await shop.stock(offer)), "quantity": 1])
        let token = answer.json["token"]?.stringValue ?? ""
        let filled = "http://www.site.example/?e=jeune@example.com&o=\(offer)&c=\(token)"
        #expect(answer.json["completedUrl"] == .string(filled))
    }
}
