// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// The venues that let a provider act for them (`today §3.1`).
enum PublicVenueRoutes {
    static let routes = [
        PublicV1.route("GET", "/public/offers/v1/offerer_venues") { call throws(WireError) in
            let query = PublicQuery(call.call)
            let siren = query.text("siren")
            if let siren, !isSIREN(siren) { query.refuse("siren", Self.noMatch(#"^(\d{9}|NC\d{7})$"#)) }
            try query.finish()
            return .json(.array(offererVenues(of: call, siren: siren)))
        },
        PublicV1.route("GET", "/public/offers/v1/venues/{siret}") { call throws(WireError) in
            let siret = call.call.parameters["siret"] ?? ""
            guard isSIRET(siret) else { throw .field("siret", Self.noMatch(#"^(\d{14}|NC\d{7,10}XX)$"#)) }
            let venue = call.read { state in
                state.venue(siret: siret).flatMap { state.venueLink(of: call.provider.id, to: $0.id) }
                    .flatMap { PublicVenue($0, in: state) }
            }
            guard let venue else { throw .noVenue }
            return .json(venue.json)
        },
    ]

    /// The provider's structures in the order in which they were made, each with its venues that the provider may see.
    private static func offererVenues(of call: ProviderCall, siren: String?) -> [JSONValue] {
        let found = call.read { state in
            let venues = state.venueLinks(of: call.provider.id).compactMap { PublicVenue($0, in: state) }
            let groups = Dictionary(grouping: venues, by: \.offererID)
            return groups.keys.sorted().compactMap { id -> (offerer: Offerer, venues: [PublicVenue])? in
                guard let offerer = state.offerers[id], siren == nil || offerer.siren == siren else { return nil }
                return (offerer, groups[id] ?? [])
            }
        }
        return found.map { offerer, venues in
            [
                "offerer": [
                    "id": PublicJSON.id(offerer.id), "createdDatetime": WireJSON.date(offerer.dateCreated),
                    "name": .string(offerer.name), "siren": WireJSON.text(offerer.siren), "allowedOnAdage": false,
                ],
                "venues": .array(venues.map(\.json)),
            ]
        }
    }

    private static func noMatch(_ pattern: String) -> String { "string does not match regex \"\(pattern)\"" }

    private static func isSIREN(_ text: String) -> Bool {
        text.hasPrefix("NC") ? isDigits(text.dropFirst(2), 7...7) : isDigits(text[...], 9...9)
    }

    private static func isSIRET(_ text: String) -> Bool {
        guard text.hasPrefix("NC") else { return isDigits(text[...], 14...14) }
        return text.hasSuffix("XX") && isDigits(text.dropFirst(2).dropLast(2), 7...10)
    }

    private static func isDigits(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
        count.contains(text.utf8.count) && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
