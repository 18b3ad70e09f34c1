// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What a platform of today's edition answers publishers (today §8, checks 35 to 43); all need the control API, which makes the provider.
enum PublishingChecks {
    static let all: [Check] = articles + events + products

    private static let book = "9782070612758"

    private static let articles: [Check] = [
        Check(
            "publisher/ean/known-and-unknown", ["PC-V1-035"],
            Sentence(
                "EAN connu et inconnu : 204, et le connu seul.", "A known and an unknown EAN: 204, and the known one."),
            needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let provider = try await PublishingProvider.made(probe, on: wire)
                let unknown = "9999999999999"
                try await provider.order([
                    article(book, ["price": 810, "quantity": 3]), article(unknown, ["price": 1]),
                ])
                .expectEmpty(204)
                let found = try await provider.articles([book, unknown])
                let eans = found.json?["products"]?.arrayValue?.map { $0["categoryRelatedFields"]?["ean"] }
                try found.require(eans == [.string(book)], "the offer of \(book) alone")
            }
        },
        Check(
            "publisher/ean/price", ["PC-V1-036"],
            Sentence("Prix absent, nul ou trop haut : 400.", "Price missing, null or too high: 400."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            for stock: JSONObject in [["quantity": 1], ["price": .null, "quantity": 1]] {
                try await provider.order([article(book, stock)]).expect(400, path: "products.0.stock.price")
            }
            try await provider.order([article(book, ["price": 300_000, "quantity": 1])]).expect(400)
        },
        Check(
            "publisher/ean/length", ["PC-V1-236"],
            Sentence("EAN de 12 chiffres : 400.", "An EAN of 12 digits: 400."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            try await provider.order([article("889854690519", ["price": 1, "quantity": 1])])
                .expect(400, path: "products.0.ean")
        },
        Check(
            "publisher/ean/quantity", ["PC-V1-037"],
            Sentence("2 réservés, 3 envoyés : 5 en tout.", "2 booked, 3 sent: 5 in all."), needs: .timeTravel
        ) { probe in
            try await probe.inFork { wire in
                let provider = try await PublishingProvider.made(probe, on: wire)
                try await probe.prepare {
                    let offer = try await Control(wire: wire).ask(
                        "POST", "/_control/offers", ["kind": "book", "venueId": provider.venueID])
                    for _ in 0..<2 { _ = try await provider.book(offer.member("stockId")) }
                }
                try await provider.order([article(book, ["price": 810, "quantity": 3])]).expect(204)
                let found = try await provider.articles([book])
                let stock = found.json?["products"]?[0]?["stock"]
                try found.require(
                    stock?["quantity"] == 5 && stock?["bookedQuantity"] == 2, "quantity 5 and bookedQuantity 2")
            }
        },
        Check(
            "publisher/ean/availability", ["PC-V1-038"],
            Sentence("101 EAN d'un coup : 400.", "101 EANs at once: 400."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            let eans = (0...100).map { "\(9_782_070_000_000 + $0)" }.joined(separator: ",")
            try await provider.send(
                "GET", "/public/offers/v1/products/ean/check_availability", [("eans", eans)]
            ).expect(400, path: "eans")
        },
    ]

    private static let events: [Check] = [
        Check(
            "publisher/event/tickets", ["PC-V1-039"],
            Sentence(
                "Billets sans adresses, puis sans contact : 400.",
                "Tickets without addresses, then without contact: 400."),
            needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            let event = provider.event(["hasTicket": true])
            try await provider.send("POST", "/public/offers/v1/events", json: event).expect(400, path: "global")
            try await probe.prepare { try await provider.setTicketing().expect(200) }
            try await provider.send("POST", "/public/offers/v1/events", json: event).expect(400, path: "offer")
        },
        Check(
            "publisher/dates/refused", ["PC-V1-040"],
            Sentence(
                "Date passée, sans fuseau, ou d'un tarif inconnu : 400.",
                "A date in the past, without zone, or at an unknown price: 400."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            let (path, price) = try await probe.prepare { try await provider.newEvent() }
            let good = try await provider.date(in: .days(7), price: price)
            let past = try await provider.date(in: .zero - .days(7), price: price)
            let naive = try await provider.date(in: .days(7), price: price) { String($0.dropLast()) }
            for date in [past, naive] {
                try await provider.send("POST", path + "/dates", json: ["dates": [date]])
                    .expect(400, path: "dates.0.beginningDatetime")
            }
            let unknown = try await provider.date(in: .days(7), price: 999_999)
            try await provider.send("POST", path + "/dates", json: ["dates": [good, unknown]])
                .expect(400, path: "dates.1.priceCategoryId")
        },
        Check(
            "publisher/dates/deleted", ["PC-V1-041"],
            Sentence(
                "Date supprimée : réservations annulées ; deux fois : 404.",
                "A date taken out: bookings cancelled; twice: 404."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            let (path, price) = try await probe.prepare { try await provider.newEvent() }
            let date = try await provider.date(in: .days(7), price: price)
            let made = try await provider.send("POST", path + "/dates", json: ["dates": [date]]).expect(200)
            guard let stock = made.json?["dates"]?[0]?["id"] else { throw made.failure("a date with its id") }
            let booking = try await provider.book(stock)
            let target = "\(path)/dates/\(stock.intValue ?? 0)"
            try await provider.send("DELETE", target).expectEmpty(204)
            let list = try await provider.send(
                "GET", "/public/bookings/v1/bookings", [("venueId", "\(provider.venueID.intValue ?? 0)")]
            ).expect(200)
            let status = list.json?["bookings"]?.arrayValue?.first { $0["id"] == booking }?["status"]
            try list.require(status == "CANCELLED", "the booking as CANCELLED")
            try await provider.send("DELETE", target).expect(404, path: "stock_id")
        },
        Check(
            "publisher/settings/ticketing", ["PC-V1-043"],
            Sentence("`cancelUrl` nulle seule : 400.", "`cancelUrl` null alone: 400."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            try await provider.setTicketing().expect(200)
            try await provider.send("PATCH", "/public/providers/v1/provider", json: ["cancelUrl": .null])
                .expect(400, path: "ticketing_urls")
        },
    ]

    private static let products: [Check] = [
        Check(
            "publisher/products/category", ["PC-V1-042"],
            Sentence("Livre papier : 400 ; VOD : 200 ou 201.", "A paper book: 400; VOD: 200 or 201."), needs: .control
        ) { probe in
            let provider = try await PublishingProvider.made(probe)
            func product(_ fields: JSONValue, at place: JSONValue) -> JSONValue {
                [
                    "name": "Un titre", "categoryRelatedFields": fields, "location": place,
                    "accessibility": PublishingProvider.accessibility, "stock": ["price": 499, "quantity": 10],
                ]
            }
            let path = "/public/offers/v1/products"
            let paper = product(["category": "LIVRE_PAPIER", "ean": .string(book)], at: provider.place)
            try await provider.send("POST", path, json: paper).expect(400)
            let online: JSONValue = [
                "type": "digital", "venueId": provider.venueID, "url": "https://vod.example/film?token={token}",
            ]
            let made = try await provider.send("POST", path, json: product(["category": "VOD"], at: online))
            try made.require(made.status == 200 || made.status == 201, "200 or 201")
        }
    ]

    private static func article(_ ean: String, _ stock: JSONObject) -> JSONValue {
        ["ean": .string(ean), "stock": .object(stock)]
    }
}

extension PublishingProvider {
    /// Sets both addresses for tickets.
    fileprivate func setTicketing() async throws -> Exchange {
        try await send(
            "PATCH", "/public/providers/v1/provider",
            json: ["bookingUrl": "https://vendor.example/book", "cancelUrl": "https://vendor.example/cancel"])
    }
}
