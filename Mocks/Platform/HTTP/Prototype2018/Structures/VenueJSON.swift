// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON
package import PlatformDomain

/// A venue on the wire (`contract 2018-12 §5.3`): never what the team's link carries.
package enum VenueJSON {
    /// The venue as its own routes answer it, to people with rights on it: with bank details and its structure.
    package static func object(_ venue: Venue, in state: PlatformState) -> JSONObject {
        var object = columns(venue, in: state)
        object["bic"] = WireJSON.text(venue.bankDetails?.bic)
        object["iban"] = WireJSON.text(venue.bankDetails?.iban)
        object["isValidated"] = .bool(venue.isValidated)
        object["managingOfferer"] = state.offerers[venue.offererID].map { .object(OffererJSON.columns($0)) } ?? .null
        object["venueProviders"] = []
        return object
    }

    /// The venue inside an offer: whether it is validated, and its structure with how many offers that has.
    package static func ofOffer(_ venue: Venue, in state: PlatformState) -> JSONObject {
        var object = columns(venue, in: state)
        object["isValidated"] = .bool(venue.isValidated)
        object["managingOfferer"] =
            state.offerers[venue.offererID].map { .object(OffererJSON.described($0, in: state)) } ?? .null
        return object
    }

    /// The venue inside what young people see: its columns and its structure's.
    package static func withOfferer(_ venue: Venue, in state: PlatformState) -> JSONObject {
        var object = columns(venue, in: state)
        object["managingOfferer"] = state.offerers[venue.offererID].map { .object(OffererJSON.columns($0)) } ?? .null
        return object
    }

    /// The venue's columns alone. Bank details are not among them: they are for the structure's own people, though the service
    /// showed them to all (`contract 2018-12, Surprises 21`).
    package static func columns(_ venue: Venue, in state: PlatformState) -> JSONObject {
        var object: JSONObject = [
            "address": WireJSON.text(venue.address),
            "bookingEmail": WireJSON.text(venue.bookingEmail),
            "city": WireJSON.text(venue.city),
            "comment": WireJSON.text(venue.comment),
            "departementCode": WireJSON.text(venue.departementCode),
            "firstThumbDominantColor": .null,
            "id": WireJSON.id(venue.id),
            "isVirtual": .bool(venue.isVirtual),
            "latitude": WireJSON.coordinate(venue.latitude),
            "longitude": WireJSON.coordinate(venue.longitude),
            "managingOffererId": WireJSON.id(venue.offererID),
            "modelName": "Venue",
            "name": .string(venue.name),
            "postalCode": WireJSON.text(venue.postalCode),
            "siret": WireJSON.text(venue.siret),
            "thumbCount": 0,
        ]
        WireJSON.addProviderColumns(to: &object, modified: state.offerers[venue.offererID]?.dateCreated)
        return object
    }
}
