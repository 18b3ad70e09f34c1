// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How a venue and its structure are written inside other answers.
///
/// Their bank details and validation links, which the service let everybody read (`contract 2018-12`, surprise 21), are
/// left out.
enum SellerJSON {
    /// The venue.
    static func object(_ venue: Venue) -> JSONObject {
        [
            "address": WireJSON.text(venue.address), "bookingEmail": WireJSON.text(venue.bookingEmail),
            "city": WireJSON.text(venue.city),
            "comment": WireJSON.text(venue.comment), "dateModifiedAtLastProvider": WireJSON.date(venue.dateCreated),
            "departementCode": WireJSON.text(venue.departementCode), "firstThumbDominantColor": nil,
            "id": WireJSON.id(venue.id),
            "idAtProviders": nil, "isVirtual": .bool(venue.isVirtual), "lastProviderId": nil,
            "latitude": WireJSON.coordinate(venue.latitude), "longitude": WireJSON.coordinate(venue.longitude),
            "managingOffererId": WireJSON.id(venue.offererID), "modelName": "Venue", "name": .string(venue.name),
            "postalCode": WireJSON.text(venue.postalCode), "siret": WireJSON.text(venue.siret), "thumbCount": 0,
        ]
    }

    /// Its structure.
    static func offerer(_ offerer: Offerer) -> JSONObject {
        [
            "address": WireJSON.text(offerer.address), "city": .string(offerer.city),
            "dateCreated": WireJSON.date(offerer.dateCreated),
            "dateModifiedAtLastProvider": WireJSON.date(offerer.dateCreated),
            "firstThumbDominantColor": nil, "id": WireJSON.id(offerer.id), "idAtProviders": nil,
            "isActive": .bool(offerer.isActive), "lastProviderId": nil, "modelName": "Offerer",
            "name": .string(offerer.name), "postalCode": .string(offerer.postalCode),
            "siren": WireJSON.text(offerer.siren),
            "thumbCount": 0,
        ]
    }
}
