// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON
package import PlatformDomain

/// A structure on the wire (`contract 2018-12 §5.1`): never what the team's link carries.
package enum OffererJSON {
    /// The structure as its own routes answer it, to people with rights on it: with bank details and venues.
    package static func object(_ offerer: Offerer, in state: PlatformState) -> JSONObject {
        var object = described(offerer, in: state)
        object["bic"] = WireJSON.text(offerer.bankDetails?.bic)
        object["iban"] = WireJSON.text(offerer.bankDetails?.iban)
        object["managedVenues"] = .array(
            state.venues(of: offerer.id).map { venue in
                var object = VenueJSON.columns(venue, in: state)
                object["nOffers"] = .number(JSONNumber(state.offers(of: venue.id).count))
                return .object(object)
            })
        return object
    }

    /// The structure inside the venue of an offer: its columns, whether it is validated, and how many offers it has.
    package static func described(_ offerer: Offerer, in state: PlatformState) -> JSONObject {
        var object = columns(offerer)
        object["isValidated"] = .bool(offerer.isValidated)
        object["nOffers"] = .number(JSONNumber(state.offers(of: offerer.id).count))
        return object
    }

    /// The structure's columns alone, as inside a venue. Bank details are not among them: they are for the structure's own
    /// people, though the service showed them to all (`contract 2018-12, Surprises 21`).
    package static func columns(_ offerer: Offerer) -> JSONObject {
        var object: JSONObject = [
            "address": WireJSON.text(offerer.address),
            "city": .string(offerer.city),
            "dateCreated": WireJSON.date(offerer.dateCreated),
            "firstThumbDominantColor": .null,
            "id": WireJSON.id(offerer.id),
            "isActive": .bool(offerer.isActive),
            "modelName": "Offerer",
            "name": .string(offerer.name),
            "postalCode": .string(offerer.postalCode),
            "siren": WireJSON.text(offerer.siren),
            "thumbCount": 0,
        ]
        WireJSON.addProviderColumns(to: &object, modified: offerer.dateCreated)
        return object
    }

    /// The structure to somebody whose attachment awaits validation.
    package static func awaitingValidation(_ offerer: Offerer) -> JSONObject {
        ["modelName": "Offerer", "name": .string(offerer.name), "siren": WireJSON.text(offerer.siren)]
    }
}
