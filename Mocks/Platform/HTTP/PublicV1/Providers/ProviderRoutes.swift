// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A provider's own settings: where the pass Culture calls it (`today §4.1`).
enum ProviderRoutes {
    static let routes = [
        PublicV1.route("GET", "/public/providers/v1/provider") { call throws(WireError) in
            .json(json(call.provider))
        },
        PublicV1.route("PATCH", "/public/providers/v1/provider") { call throws(WireError) in
            let changes = try changes(call)
            let provider = try call.perform(.updateProvider(call.provider.id, changes), words: words) { state, _ in
                state.providers[call.provider.id] ?? call.provider
            }
            return .json(json(provider))
        },
        PublicV1.route("PATCH", "/public/providers/v1/venues/{venue_id}") { call throws(WireError) in
            let venueID: Identifier<Venue> = try call.identifier("venue_id")
            let changes = try changes(call)
            guard call.read({ state in state.sees(call.provider.id, venueID) }) else { throw .noVenue }
            try call.perform(.updateLink(call.provider.id, venueID, changes), words: words) { _, _ in () }
            return .empty(204, contentType: nil)
        },
    ]

    private static func changes(_ call: ProviderCall) throws(WireError) -> PartnerChanges {
        let fields = try PublicFields(call.call)
        var changes = PartnerChanges()
        changes.notification = fields.calledAddress("notificationUrl").change
        changes.booking = fields.calledAddress("bookingUrl").change
        changes.cancel = fields.calledAddress("cancelUrl").change
        try fields.finish()
        return changes
    }

    private static func json(_ provider: Provider) -> JSONValue {
        [
            "id": PublicJSON.id(provider.id), "name": .string(provider.name),
            "logoUrl": WireJSON.text(provider.logoURL), "notificationUrl": WireJSON.text(provider.urls.notification),
            "bookingUrl": WireJSON.text(provider.urls.booking), "cancelUrl": WireJSON.text(provider.urls.cancel),
        ]
    }

    private static func words(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .halfTicketing:
            .field(
                "ticketing_urls", "Your `booking_url` and `cancel_url` must be either both set or both unset")
        case .ticketingInUse(let ids):
            .field(
                "ticketing_urls",
                "You cannot unset your `booking_url` and `cancel_url` because you have event(s) with stocks linked to your "
                    + "ticketing system. Blocking event ids: [\(ids.map { "\($0.number)" }.joined(separator: ", "))]")
        case .unknownVenue: .noVenue
        default: .serverFault
        }
    }
}
