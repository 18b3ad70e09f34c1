// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// `GET /public/bookings/v1/token/{token}` (today §2.2, §2.3).
enum PublicV1ReadChecks {
    static let all: [Check] = [
        Check(
            "v1/read/product", ["PC-V1-007"],
            Sentence(
                "Produit confirmé : 200, les 22 clés, jamais la contremarque.",
                "A confirmed product: 200, the 22 keys, never the countermark."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let earliest = try await world.now()
            let booking = try await world.book(.product)
            let latest = try await world.now()
            let answer = try await world.provider.read(booking.token).expect(200)
            try PublicBookingKeys.expect(in: answer.json, of: answer)
            let numbers = [
                ("id", booking.id), ("offerId", booking.offerId), ("venueId", booking.venueId), ("quantity", 1),
            ]
            for (key, number) in numbers {
                try answer.require(answer.json?[key]?.intValue == number, "\"\(key)\":\(number)")
            }
            try answer.require(answer.json?["priceCategoryId"]?.isNull == true, "\"priceCategoryId\":null")
            try answer.require(answer.json?["confirmationDate"]?.isNull == true, "\"confirmationDate\":null")
            try answer.require(answer.json?["status"] == "CONFIRMED", "\"status\":\"CONFIRMED\"")
            // A platform may leave the fraction of a second out, here or in its clock.
            let created = answer.json?["creationDate"]?.stringValue.flatMap { Instant(iso8601: $0) }
            try answer.require(
                created.map { $0 > earliest - .seconds(1) && $0 < latest + .seconds(1) } ?? false,
                "a \"creationDate\" from \(earliest.iso8601) to \(latest.iso8601)")
        },
        Check(
            "v1/read/lower-case", ["PC-V1-008"],
            Sentence("En minuscules : la même réservation.", "In lower case: the same booking."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            let answer = try await world.provider.read(booking.token.lowercased()).expect(200)
            try answer.require(answer.json?["id"]?.intValue == booking.id, "\"id\":\(booking.id)")
        },
        Check(
            "v1/unknown", ["PC-V1-009"],
            Sentence("Contremarque inconnue : 404, quatre fois.", "An unknown countermark: 404, four times.")
        ) { probe in
            let provider = try await probe.anyProvider()
            try await expectUnknown(Probe.noCountermark, to: provider)
        },
        Check(
            "v1/unknown/no-link", ["PC-V1-010"],
            Sentence("Lieu d'un autre fournisseur : 404.", "Another provider's venue: 404."), needs: .control
        ) { probe in
            let booking = try await probe.ownWorld().book(.product)
            try await expectUnknown(booking.token, to: try await probe.ownWorld().provider)
        },
        Check(
            "v1/unknown/inactive-link", ["PC-V1-010"],
            Sentence("Lien inactif avec le lieu : 404.", "An inactive link to the venue: 404."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            try await probe.prepare { try await world.provider.read(booking.token).expect(200) }
            try await world.deactivateLink()
            try await expectUnknown(booking.token, to: world.provider)
        },
        state("v1/read/used", "PC-V1-013", .used, 410, PublicAnswers.alreadyUsed, verbs: []),
        state("v1/read/cancelled", "PC-V1-014", .cancelled, 410, PublicAnswers.cancelled, verbs: ["use"]),
        state("v1/read/reimbursed", "PC-V1-015", .reimbursed, 403, PublicAnswers.alreadyReimbursed, verbs: ["use"]),
    ]

    /// 404 A from each of the four routes.
    private static func expectUnknown(_ token: String, to provider: PublicProvider) async throws {
        try await provider.read(token).expect(404, PublicAnswers.unknown)
        for verb in ["use", "keep", "cancel"] {
            try await provider.act(verb, token).expect(404, PublicAnswers.unknown)
        }
    }

    /// A state in which reading, and validating where it is named, are refused in the same words.
    private static func state(
        _ id: String, _ requirement: String, _ state: PublicState, _ status: Int, _ body: JSONValue, verbs: [String]
    ) -> Check {
        let routes = (["GET"] + verbs).joined(separator: ", ")
        return Check(
            id, [requirement],
            Sentence("\(routes) : \(status) \(body.text)", "\(routes): \(status) \(body.text)"), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(state)
            try await world.provider.read(booking.token).expect(status, body)
            for verb in verbs { try await world.provider.act(verb, booking.token).expect(status, body) }
        }
    }
}
