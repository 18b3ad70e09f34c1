// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

extension PublicJourney {
    /// An event whose tickets come from the partner's ticketing system: issued, given back, sold out.
    static let ticketedEvent = PublicJourney(
        id: "ticketed-event",
        title: Sentence(
            "Événement avec billetterie : codes-barres émis, rendus, complet ; puis le remboursement.",
            "Event with ticketing: barcodes issued, given back, sold out; then the reimbursement."),
        requirements: ["PC-V1-422"],
        steps: (PublicStep.beginning(at: "Salle du Moulin", withTicketOffice: true)
            + [
                noAddresses, addresses, .youngAccounts(["Ana", "Ben", "Zoé", "Tom"]),
                .event(
                    "Concert de printemps", category: ["category": "CONCERT"], cents: 2_200, seats: 4, isTicketed: true),
                tickets, givenBack, soldOut, PublicStep.untilWindowCloses("Ana"), .windowClosed("Ana"),
                .handOver(
                    "Ana",
                    Sentence(
                        "Ana se présente avec sa contremarque et son billet : la salle valide.",
                        "Ana comes with countermark and ticket: the hall validates."),
                    ["PC-V1-013", "PC-V1-017", "PC-V1-027"]),
                .takenBack("Ana"), .usedByItself(["Zoé"]),
            ] + PublicStep.money("Ana", rate: "PC-V1-407")).map { $0.withTicketOffice() })

    private static let noAddresses = PublicStep(
        "no-addresses", .partner,
        Sentence(
            "Sans adresses de billetterie, un événement à billets est refusé.",
            "Without addresses of a ticketing system, a ticketed event is refused."),
        ["PC-V1-039"]
    ) { play in
        let event: JSONValue = [
            "name": "Essai", "categoryRelatedFields": ["category": "CONCERT"], "hasTicket": true,
            "accessibility": PublishingProvider.accessibility, "bookingContact": "billetterie@exemple.fr",
            "location": ["type": "physical", "venueId": .number(JSONNumber(play.venue.id))],
        ]
        try await play.provider.send("POST", "/public/offers/v1/events", json: event).expect(400, path: "global")
        play.tell("400 : pas de billetterie.", "400: no ticketing system.")
    }

    private static let addresses = PublicStep(
        "addresses", .partner,
        Sentence("Donne les deux adresses de sa billetterie.", "Gives both addresses of its ticketing system."), []
    ) { play in
        guard let office = play.world.office else { throw Interruption.notJudged(World.needsTicketOffice) }
        let answer = try await play.provider.send(
            "PATCH", "/public/providers/v1/provider",
            json: ["bookingUrl": .string(office.bookingURL), "cancelUrl": .string(office.cancelURL)]
        ).expect(200)
        try answer.require(answer.json?["bookingUrl"]?.stringValue == office.bookingURL, "the bookingUrl just given")
        play.tell("bookingUrl et cancelUrl sont en place.", "bookingUrl and cancelUrl are in place.")
    }

    private static let tickets = PublicStep(
        "tickets", .young,
        Sentence(
            "Ana réserve une place, Ben deux : la billetterie est appelée et émet les codes-barres.",
            "Ana books one seat, Ben two: the ticketing system is called and issues the barcodes."),
        ["PC-V1-409"]
    ) { play in
        for (name, quantity) in [("Ana", Int64(1)), ("Ben", 2)] {
            try await PublicStep.book(name, quantity: quantity, in: &play)
            let barcodes = PublicStep.barcodes(in: play)
            try play.require(
                Set(barcodes).count == Int(quantity) && !barcodes.contains(""), "\(quantity) barcodes, all different",
                "\(barcodes.count)")
            play.tell(
                "\(name) : \(barcodes.joined(separator: ", ")).", "\(name): \(barcodes.joined(separator: ", ")).")
        }
        let booked = try await play.control.partnerCalls("ticketBooking", ending: "booked")
        try play.require(booked == 2, "two calls of bookingUrl, both booked", "\(booked)")
    }

    private static let givenBack = PublicStep(
        "tickets-back", .young,
        Sentence(
            "Ben annule à temps : ses deux billets sont rendus à la billetterie, qui les remet en vente.",
            "Ben cancels in time: his two tickets go back to the ticketing system, which sells them again."),
        ["PC-V1-411"]
    ) { play in
        let before = try await PublicStep.left(in: play)
        try await play.control.cancel(play.sale("Ben").booking)
        try await play.expect("Ben", is: "CANCELLED")
        let returned = try await play.control.partnerCalls("ticketCancellation", ending: "cancelled")
        try play.require(returned == 1, "one call of cancelUrl, cancelled", "\(returned)")
        let left = try await PublicStep.left(in: play)
        try play.require(left == before + 2, "\(before + 2) seats left", "\(left)")
        play.tell("Il reste \(left) places.", "\(left) seats are left.")
    }

    private static let soldOut = PublicStep(
        "sold-out", .young,
        Sentence(
            "Zoé et d'autres prennent le reste ; puis l'API annonce des places que la billetterie n'a plus, et Tom est refusé.",
            "Zoé and others take the rest; then the API announces seats that the office has not, and Tom is refused."),
        ["PC-V1-410"]
    ) { play in
        try await PublicStep.book("Zoé", in: &play)
        let rest = try await PublicStep.left(in: play)
        for _ in 0..<min(max(rest, 0), 40) {
            play.used.append(try await play.book(play.article()))
        }
        let path = "/public/offers/v1/events/\(play.article().offerId)/dates/\(play.article().stockId ?? 0)"
        try await play.provider.send("PATCH", path, json: ["quantity": 3]).expect(200)
        try await play.control.askBooking(play.article(), by: play.people["Tom"]?.id).expectRefusal()
        let refused = try await play.control.partnerCalls("ticketBooking", ending: "sold_out")
        try play.require(refused == 1, "one call of bookingUrl, sold_out", "\(refused)")
        let left = try await PublicStep.left(in: play)
        try play.require(left == 0, "no seat left, as the office says", "\(left)")
        let rows = try await play.provider.bookings(of: play.article().offerId)
        let isTom = rows.contains { $0["userEmail"]?.stringValue == play.people["Tom"]?.email }
        try play.require(!isTom, "no booking of Tom", "there is one")
        play.tell("Complet : Tom n'a ni billet ni réservation.", "Sold out: Tom has neither ticket nor booking.")
    }
}

extension PublicStep {
    /// The barcodes that the control API told of the booking just made.
    static func barcodes(in play: PublicPlay) -> [String] {
        let made = play.recorder.exchanges.last { $0.method == "POST" && $0.target == "/_control/bookings" }
        return made?.json?["tickets"]?.arrayValue?.compactMap { $0["barcode"]?.stringValue } ?? []
    }

    /// How many seats of the event's date are left, by the public API.
    static func left(in play: PublicPlay) async throws -> Int {
        let answer = try await play.provider.get("/public/offers/v1/events/\(play.article().offerId)/dates").expect(200)
        guard let date = answer.json?["dates"]?[0], let all = date["quantity"]?.intValue,
            let booked = date["bookedQuantity"]?.intValue
        else { throw answer.failure("a date with quantity and bookedQuantity") }
        return all - booked
    }
}
