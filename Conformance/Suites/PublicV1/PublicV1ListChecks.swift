// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// `GET /public/bookings/v1/bookings` (today §2.1).
enum PublicV1ListChecks {
    static let all: [Check] = [
        Check(
            "v1/list/neither-id", ["PC-V1-031"],
            Sentence("Ni offre ni lieu : 400.", "Neither offer nor venue: 400.")
        ) { probe in
            try await probe.anyProvider().list([]).expect(400, PublicAnswers.neitherId)
        },
        Check(
            "v1/list/unknown", ["PC-V1-032"],
            Sentence("Offre ou lieu inconnu : 404.", "An unknown offer or venue: 404.")
        ) { probe in
            let provider = try await probe.anyProvider()
            try await provider.list([("offerId", "2147483600")]).expect(404, PublicAnswers.unknownOffer)
            try await provider.list([("venueId", "2147483600")]).expect(404, PublicAnswers.unknownVenue)
        },
        Check(
            "v1/list/foreign", ["PC-V1-032"],
            Sentence("Offre ou lieu d'un autre : 404.", "Another's offer or venue: 404."), needs: .control
        ) { probe in
            let booking = try await probe.ownWorld().book(.product)
            let other = try await probe.ownWorld().provider
            try await other.list([("offerId", "\(booking.offerId)")]).expect(404, PublicAnswers.unknownOffer)
            try await other.list([("venueId", "\(booking.venueId)")]).expect(404, PublicAnswers.unknownVenue)
        },
        Check(
            "v1/list/pages", ["PC-V1-033"],
            Sentence("Trois réservations, deux par page.", "Three bookings, two a page."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            var ids: [Int] = []
            for _ in 0..<3 { ids.append(try await world.book(.product).id) }
            ids.sort()
            let query = [("venueId", "\(world.venueId)"), ("limit", "2")]
            try await page(query, is: ids.prefix(2), of: world)
            try await page(query + [("firstIndex", "\(ids[1] + 1)")], is: ids.suffix(1), of: world)
            let end = try await world.provider.list(query + [("firstIndex", "\(ids[2] + 1)")])
            try end.expect(200, ["bookings": []])
        },
        Check(
            "v1/list/keys", ["PC-V1-007"],
            Sentence(
                "Dans une liste : les 22 clés, jamais la contremarque.",
                "In a list: the 22 keys, never the countermark."), needs: .control
        ) { probe in
            let world = try await probe.ownWorld()
            let booking = try await world.book(.product)
            for query in [("venueId", booking.venueId), ("offerId", booking.offerId)] {
                let answer = try await world.provider.list([(query.0, "\(query.1)")]).expect(200)
                let listed = answer.json?["bookings"]?.arrayValue ?? []
                try answer.require(listed.contains { $0["id"]?.intValue == booking.id }, "the booking \(booking.id)")
                for one in listed { try PublicBookingKeys.expect(in: one, of: answer) }
            }
        },
        Check(
            "v1/list/limit", ["PC-V1-034"],
            Sentence("limit de 51 ou 0 : 400, clé limit.", "A limit of 51 or 0: 400, key limit.")
        ) { probe in
            let provider = try await probe.anyProvider()
            for limit in ["51", "0"] {
                try await provider.list([("venueId", "1"), ("limit", limit)]).expect(400, key: "limit")
            }
        },
    ]

    private static func page(
        _ query: [(String, String)], is ids: ArraySlice<Int>, of world: PublicWorld
    ) async throws {
        let answer = try await world.provider.list(query).expect(200)
        let listed = answer.json?["bookings"]?.arrayValue?.compactMap { $0["id"]?.intValue }
        try answer.require(listed == Array(ids), "the bookings \(ids.map(String.init).joined(separator: ", "))")
    }
}
