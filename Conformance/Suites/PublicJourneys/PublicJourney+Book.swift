// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension PublicJourney {
    /// A bookshop: books by EAN, one fetched, one that nobody fetches, and a year so good that the bracket changes.
    static let bookByEAN = PublicJourney(
        id: "book-by-ean",
        title: Sentence(
            "Livre par EAN : un livre retiré, un autre oublié, et la tranche à 95 % au-delà de 20 000 €.",
            "Book by EAN: one fetched, one forgotten, and the bracket of 95 % beyond €20,000."),
        requirements: ["PC-V1-423"],
        steps: PublicStep.beginning(at: "Librairie des Folies")
            + [
                .youngAccounts(["Lina", "Max"]), upsert, followed, bookings,
                .handOver(
                    "Lina",
                    Sentence(
                        "Lina présente sa contremarque ; la librairie vérifie, valide, remet le livre.",
                        "Lina shows her countermark; the bookshop checks, validates, hands the book over."),
                    ["PC-V1-011", "PC-V1-013", "PC-V1-027"]),
                .takenBack("Lina"), goodYear, .neverFetched("Max", after: 10, "PC-V1-403"),
            ] + PublicStep.money("Lina", rate: "PC-V1-406"))

    /// Two paper books that the integration environment knows, and a number that it does not (today §6).
    private static let (novel, artBook, unknown) = ("9782070360024", "9782895761792", "9999999999999")
    private static let prices: [String: Int64] = [novel: 810, artBook: 30_000]

    private static let upsert = PublicStep(
        "upsert", .partner,
        Sentence(
            "Envoie ses stocks par EAN, dont un numéro inconnu : 204, sans un mot de plus.",
            "Sends its stocks by EAN, one unknown number among them: 204, and not a word more."),
        ["PC-V1-413"]
    ) { play in
        let answer = try await play.provider.get(
            "/public/offers/v1/products/ean/check_availability", [("eans", "\(novel),\(artBook),\(unknown)")]
        ).expect(200)
        try answer.require(
            answer.json?["rejected"]?["notFound"] == [.string(unknown)], "\(unknown) alone as notFound")
        let products = [novel, artBook, unknown].map { ean -> JSONValue in
            ["ean": .string(ean), "stock": ["price": .number(JSONNumber(prices[ean] ?? 1_000)), "quantity": 100]]
        }
        try await play.provider.send(
            "POST", "/public/offers/v1/products/ean",
            json: ["location": place(play), "products": .array(products)]
        ).expectEmpty(204)
        play.tell(
            "Demande reçue : rien ne dit encore ce qu'elle devient.",
            "Request taken: nothing says yet what becomes of it.")
    }

    private static let followed = PublicStep(
        "followed", .partner,
        Sentence(
            "Relit jusqu'à l'effet : les deux livres sont en vente, le numéro inconnu a été ignoré.",
            "Reads back until it takes effect: both books are on sale, the unknown number was passed over."),
        ["PC-V1-035"]
    ) { play in
        var waited: Int64 = 0
        var found = try await onSale(play)
        while found.json?["products"]?.arrayValue?.count ?? 0 < 2, waited < 60 {
            try await play.control.advance(by: .seconds(5))
            waited += 5
            found = try await onSale(play)
        }
        let products = found.json?["products"]?.arrayValue ?? []
        try found.require(products.count == 2, "both known EANs within a minute, and no other")
        for (key, ean) in [("main", novel), ("art", artBook)] {
            let product = products.first { $0["categoryRelatedFields"]?["ean"]?.stringValue == ean }
            guard let id = product?["id"]?.intValue, let name = product?["name"]?.stringValue else {
                throw found.failure("the offer of \(ean)")
            }
            play.articles[key] = PublicArticle(
                offerId: id, name: name, cents: prices[ean] ?? 0, brackets: .books)
        }
        play.tell("Effet constaté après \(waited) s.", "Seen to take effect after \(waited) s.")
    }

    private static let bookings = PublicStep(
        "booking", .young,
        Sentence(
            "Lina et Max réservent le roman : un livre n'a pas de fenêtre, il peut être validé tout de suite.",
            "Lina and Max book the novel: a book has no window, it can be validated at once."),
        ["PC-V1-007"]
    ) { play in
        for name in ["Lina", "Max"] {
            try await PublicStep.book(name, in: &play)
            let row = try await play.listed(name)
            try play.require(row["confirmationDate"]?.isNull == true, "\"confirmationDate\":null", row.text)
            try play.require(
                row["offerEan"]?.stringValue == novel, "offerEan \(novel)", row["offerEan"]?.text ?? "none")
        }
        play.tell("Deux réservations.", "Two bookings.")
    }

    private static let goodYear = PublicStep(
        "good-year", .partner,
        Sentence(
            "L'année est bonne : 67 beaux livres à 300 € ; le dernier passe les 20 000 € du lieu.",
            "It is a good year: 67 art books at €300; the last one passes the venue's €20,000."),
        ["PC-V1-011"]
    ) { play in
        // A minute of its own, so that the calls of the key stay below what a minute allows.
        try await play.control.advance(by: .minutes(1))
        for _ in 0..<67 {
            let sale = try await play.book(play.article("art"))
            try await play.provider.act("use", sale.booking.token).expectEmpty(204)
            play.used.append(sale)
        }
        try await play.control.advance(by: .minutes(1))
        let (french, english) = JourneyStep.amounts(play.used.reduce(0) { $0 + $1.cents })
        play.tell("Chiffre d'affaires du lieu : \(french).", "The venue's revenue: \(english).")
    }

    private static func place(_ play: PublicPlay) -> JSONValue {
        ["type": "physical", "venueId": .number(JSONNumber(play.venue.id))]
    }

    private static func onSale(_ play: PublicPlay) async throws -> Exchange {
        try await play.provider.get(
            "/public/offers/v1/products/ean",
            [("eans", "\(novel),\(artBook),\(unknown)"), ("venueId", "\(play.venue.id)")]
        ).expect(200)
    }
}
