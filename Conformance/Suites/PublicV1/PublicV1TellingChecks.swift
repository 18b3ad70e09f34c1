// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Whether a booking tells of itself what was booked, where, by whom and at which price (today §2.2).
enum PublicV1TellingChecks {
    private static let name = "Le Voyage de l'été, édition de poche"
    private static let venue = "La Petite Librairie du port"
    private static let person = "Zélie"
    private static let cents = 1_234

    static let all: [Check] = [
        Check(
            "v1/read/what-and-whose", ["PC-V1-007"],
            Sentence(
                "Lue ou listée, une réservation dit son offre, son lieu, sa personne et son prix.",
                "Read or listed, a booking tells its offer, its venue, its person and its price."), needs: .control
        ) { probe in
            let (provider, booked) = try await book("product", probe)
            let read = try await provider.read(booked.token).expect(200)
            try expect(booked.told, in: read.json, of: read)
            let (list, listed) = try await find(booked.booking, provider)
            try expect(booked.told, in: listed, of: list)
        },
        Check(
            "v1/list/tariff", ["PC-V1-007"],
            Sentence(
                "La réservation d'une date dit le tarif de l'événement, par son numéro et son nom.",
                "The booking of a date tells the event's tariff, by its number and its label."), needs: .control
        ) { probe in
            let (provider, booked) = try await book("event", probe)
            let offer = try await provider.get("/public/offers/v1/events/\(booked.booking.offerId)").expect(200)
            let tariff = offer.json?["priceCategories"]?.arrayValue?.first
            guard let number = tariff?["id"]?.intValue, let label = tariff?["label"]?.stringValue else {
                throw offer.failure("the event's \"priceCategories\" with id and label")
            }
            let (list, listed) = try await find(booked.booking, provider)
            try expect(booked.told, in: listed, of: list)
            try list.require(listed["priceCategoryId"]?.intValue == number, "\"priceCategoryId\":\(number)")
            try list.require(listed["priceCategoryLabel"]?.stringValue == label, "\"priceCategoryLabel\":\"\(label)\"")
        },
    ]

    /// A booking, and what it has to tell.
    private struct Booked {
        let booking: PublicBooking
        let told: [(key: String, value: JSONValue)]
        var token: String { booking.token }
    }

    /// Somebody known books an offer of that kind at a venue whose name is known, all of them made for it.
    private static func book(_ kind: String, _ probe: Probe) async throws -> (PublicProvider, Booked) {
        let control = Control(wire: probe.wire)
        let provider = try await control.newProvider()
        let venue = try await control.newVenue(of: provider.id, named: venue)
        let person = try await control.newBeneficiary(named: person)
        let offer = try await control.newOffer(kind, of: provider.id, at: venue.id, name, Int64(cents))
        let booking = try await control.book(stock: offer.stock, by: person.id)
        let told: [(String, JSONValue)] = [
            ("offerName", .string(name)), ("venueName", .string(venue.name)), ("userEmail", .string(person.email)),
            ("userFirstName", .string(Self.person)), ("price", .number(JSONNumber(cents))),
            ("stockId", .number(JSONNumber(offer.stock))),
        ]
        return (PublicProvider(wire: probe.wire, key: provider.key), Booked(booking: booking, told: told))
    }

    /// A booking as its offer's list tells it.
    private static func find(
        _ booking: PublicBooking, _ provider: PublicProvider
    ) async throws -> (Exchange, JSONValue) {
        let list = try await provider.list([("offerId", "\(booking.offerId)")]).expect(200)
        let found = list.json?["bookings"]?.arrayValue?.first { $0["id"]?.intValue == booking.id }
        guard let found else { throw list.failure("the booking \(booking.id)") }
        return (list, found)
    }

    private static func expect(
        _ told: [(key: String, value: JSONValue)], in booking: JSONValue?, of answer: Exchange
    ) throws {
        for (key, value) in told { try answer.require(booking?[key] == value, "\"\(key)\":\(value.text)") }
    }
}
