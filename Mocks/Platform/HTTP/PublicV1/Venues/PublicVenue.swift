// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A venue as today's edition shows it (`today §3.1`), gathered under the lock and written outside it.
struct PublicVenue: Sendable {
    private let venue: Venue
    private let link: VenueLink

    /// Gathers the venue of a link that holds; nothing for one that does not.
    init?(_ link: VenueLink, in state: PlatformState) {
        guard link.isActive, let venue = state.venues[link.venueID] else { return nil }
        self.venue = venue
        self.link = link
    }

    /// Whose it is.
    var offererID: Identifier<Offerer> { venue.offererID }

    /// The venue as it is written. The prototype asked a venue neither for its activity nor for its accessibility.
    var json: JSONValue {
        [
            "id": PublicJSON.id(venue.id), "createdDatetime": WireJSON.date(venue.dateCreated),
            "legalName": .string(venue.name), "publicName": .string(venue.name), "siret": WireJSON.text(venue.siret),
            "siretComment": WireJSON.text(venue.comment),
            "activityDomain": venue.isVirtual ? "DIGITAL" : "OTHER",
            "accessibility": [
                "audioDisabilityCompliant": .null, "mentalDisabilityCompliant": .null,
                "motorDisabilityCompliant": .null, "visualDisabilityCompliant": .null,
            ],
            "location": location, "bookingUrl": WireJSON.text(link.urls.booking),
            "cancelUrl": WireJSON.text(link.urls.cancel), "notificationUrl": WireJSON.text(link.urls.notification),
        ]
    }

    private var location: JSONValue {
        venue.isVirtual
            ? ["type": "digital"]
            : [
                "type": "physical", "address": WireJSON.text(venue.address), "city": WireJSON.text(venue.city),
                "postalCode": WireJSON.text(venue.postalCode),
            ]
    }
}
