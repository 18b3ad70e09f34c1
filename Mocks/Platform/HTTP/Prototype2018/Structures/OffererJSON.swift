// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A structure on the wire (`contract 2018-12 §5.1`): never what the team's link carries.
enum OffererJSON {
    /// The structure to people with rights on it: with bank details and venues.
    static func object(_ view: OffererView) -> JSONValue {
        let offerer = view.offerer
        let venues = view.venues.map { managed -> JSONValue in
            .object(SellerJSON.object(managed.venue).adding(["nOffers": .number(JSONNumber(managed.offerCount))]))
        }
        return .object(
            columns(offerer).adding([
                "bic": WireJSON.text(offerer.bankDetails?.bic), "iban": WireJSON.text(offerer.bankDetails?.iban),
                "isValidated": .bool(offerer.isValidated), "managedVenues": .array(venues),
                "nOffers": .number(JSONNumber(view.offerCount)),
            ]))
    }

    /// The structure's columns alone, as inside a venue. Bank details are not among them: they are for the structure's own
    /// people, though the service showed them to all (`contract 2018-12`, surprise 21).
    static func columns(_ offerer: Offerer) -> JSONObject {
        var object: JSONObject = [
            "address": WireJSON.text(offerer.address), "city": .string(offerer.city),
            "dateCreated": WireJSON.date(offerer.dateCreated), "firstThumbDominantColor": nil,
            "id": WireJSON.id(offerer.id), "isActive": .bool(offerer.isActive), "modelName": "Offerer",
            "name": .string(offerer.name), "postalCode": .string(offerer.postalCode),
            "siren": WireJSON.text(offerer.siren), "thumbCount": 0,
        ]
        WireJSON.addProviderColumns(to: &object, modified: offerer.dateCreated)
        return object
    }

    /// The structure to somebody whose attachment awaits validation.
    static func awaitingValidation(_ offerer: Offerer) -> JSONValue {
        ["modelName": "Offerer", "name": .string(offerer.name), "siren": WireJSON.text(offerer.siren)]
    }
}
