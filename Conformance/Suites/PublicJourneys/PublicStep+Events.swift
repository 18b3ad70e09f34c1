// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The steps in which an event is put on sale by the public API.
extension PublicStep {
    /// An event of one price with one date in eleven days, in the evening.
    static func event(
        _ title: String, category: JSONObject, cents: Int64, seats: Int64, isTicketed: Bool = false
    ) -> PublicStep {
        PublicStep(
            "event", .partner,
            Sentence(
                "Publie « \(title) » par l'API : l'événement, son tarif, sa date et ses places.",
                "Publishes \"\(title)\" by the API: the event, its price, its date and its seats."),
            ["PC-V1-412"]
        ) { play in
            let name = play.world.names.title(title)
            let made = try await play.provider.send(
                "POST", "/public/offers/v1/events",
                json: body(name, category, cents, isTicketed: isTicketed, at: play.venue)
            ).expect(200)
            let price = made.json?["priceCategories"]?[0]
            try made.require(price?["price"]?.intValue == Int(cents), "a price category of \(cents) cents")
            try made.require(made.json?["hasTicket"] == .bool(isTicketed), "\"hasTicket\":\(isTicketed)")
            let offer = try made.member("id").intValue ?? 0
            let beginning = try await evening(in: 11, play)
            let date: JSONValue = [
                "beginningDatetime": .string(beginning.iso8601), "bookingLimitDatetime": .string(beginning.iso8601),
                "priceCategoryId": price?["id"] ?? .null, "quantity": .number(JSONNumber(seats)),
            ]
            let dates = try await play.provider.send(
                "POST", "/public/offers/v1/events/\(offer)/dates", json: ["dates": [date]]
            ).expect(200)
            guard let stock = dates.json?["dates"]?[0]?["id"]?.intValue else {
                throw dates.failure("a date with its id")
            }
            play.articles["main"] = PublicArticle(
                offerId: offer, stockId: stock, name: name, cents: cents, beginning: beginning)
            let (french, english) = JourneyStep.amounts(cents)
            play.tell(
                "Offre n° \(offer) : \(seats) places à \(french), le \(FrenchDate.moment(beginning, in: .paris)).",
                "Offer no. \(offer): \(seats) seats at \(english), on \(minute(beginning)).")
        }
    }

    private static func body(
        _ name: String, _ category: JSONObject, _ cents: Int64, isTicketed: Bool, at venue: PublicVenue
    ) -> JSONValue {
        var event: JSONObject = [
            "name": .string(name), "categoryRelatedFields": .object(category),
            "accessibility": PublishingProvider.accessibility,
            "location": ["type": "physical", "venueId": .number(JSONNumber(venue.id))],
            "hasTicket": .bool(isTicketed),
            "priceCategories": [["label": "Plein tarif", "price": .number(JSONNumber(cents))]],
        ]
        if isTicketed { event["bookingContact"] = "billetterie@exemple.fr" }
        return .object(event)
    }

    /// Half past six in the evening (UTC), so many days from now: no batch of payments falls on it.
    private static func evening(in days: Int64, _ play: PublicPlay) async throws -> Instant {
        let day = Span.days(1).microseconds
        let today = Instant(microseconds: try await play.control.now().microseconds / day * day)
        return today + .days(days) + .hours(18) + .minutes(30)
    }

    /// Some people book the event, and the list tells until when they may cancel.
    static func eventBooking(_ people: [(name: String, quantity: Int64)]) -> PublicStep {
        let list = people.map(\.name).joined(separator: ", ")
        return PublicStep(
            "booking", .young,
            Sentence(
                "\(list) : réservation. Première fenêtre : on peut annuler, pas encore valider.",
                "\(list): booked. First window: one may cancel, and not validate yet."),
            ["PC-V1-401"]
        ) { play in
            for (name, quantity) in people {
                try await book(name, quantity: quantity, in: &play)
                let limit = try await window(of: name, in: play)
                play.tell(
                    "\(name) : \(told(quantity).french), annulable jusqu'au \(FrenchDate.moment(limit, in: .paris)).",
                    "\(name): \(told(quantity).english), can be cancelled until \(minute(limit)).")
            }
        }
    }

    /// The end of the window of a person's booking, which the list must tell as the rule has it.
    static func window(of name: String, in play: PublicPlay) async throws -> Instant {
        let row = try await play.listed(name)
        guard let booked = row["creationDate"]?.stringValue.flatMap({ Instant(iso8601: $0) }),
            let beginning = play.sale(name).article.beginning
        else { throw play.failure("creationDate of the booking of \(name)", row["creationDate"]?.text ?? "none") }
        let rule = max(booked, min(beginning - .hours(48), booked + .hours(48)))
        let shown = row["confirmationDate"]?.stringValue ?? "none"
        try play.require(Instant(iso8601: shown) == rule, "confirmationDate \(rule.iso8601)", shown)
        return rule
    }

    /// Somebody books an article of the journey.
    static func book(
        _ name: String, _ key: String = "main", quantity: Int64 = 1, in play: inout PublicPlay
    ) async throws {
        play.sales[name] = try await play.book(play.article(key), by: play.people[name]?.id, quantity: quantity)
        try await play.expect(name, is: "CONFIRMED")
    }

    private static func told(_ quantity: Int64) -> (french: String, english: String) {
        quantity == 1 ? ("une place", "one seat") : ("deux places", "two seats")
    }
}
