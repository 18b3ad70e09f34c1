// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// Where an offer is, on the wire: at its venue, on line, or at an address (`today §3.3`).
enum PublicOfferPlace {
    /// Reads a `location`; what is wrong in it is found under the name of its kind.
    static func read(_ fields: PublicFields, _ key: String = "location") -> Sent<OfferPlace> {
        let sent = fields.object(key, model: { models[$0["type"]?.stringValue ?? ""] })
        guard case .value(let place) = sent else {
            if case .null = sent { return .null }
            return .absent
        }
        guard let type = place.required("type", { place.oneOf($0, models.keys.sorted()) }) else {
            place.ignoreRest()
            return .absent
        }
        let venueID = place.required("venueId") { place.integer($0) }.map { Identifier<Venue>($0) }
        var read = OfferPlace(venueID: venueID ?? Identifier(0))
        var isWhole = venueID != nil
        switch type {
        case "digital":
            read.url = place.required("url") { place.webAddress($0) }
            isWhole = isWhole && read.url != nil
        case "address":
            read.addressID = place.required("addressId") { place.integer($0) }
            read.addressLabel = place.text("addressLabel", 1...200).value
            isWhole = isWhole && read.addressID != nil
        default: break
        }
        return isWhole ? .value(read) : .absent
    }

    private static let models = [
        "physical": "PhysicalLocation", "digital": "DigitalLocation", "address": "AddressLocation",
    ]

    /// The refusal of an address that nobody made known.
    static func unknownAddress(_ id: Int64) -> WireError {
        .field("location.AddressLocation.addressId", "There is no address with id \(id)", status: 404)
    }

    /// A place as it is written.
    static func json(_ place: OfferPlace) -> JSONValue {
        let venueID = PublicJSON.id(place.venueID)
        if let id = place.addressID {
            return [
                "type": "address", "venueId": venueID, "addressId": .number(JSONNumber(id)),
                "addressLabel": WireJSON.text(place.addressLabel),
            ]
        }
        if let url = place.url { return ["type": "digital", "venueId": venueID, "url": .string(url)] }
        return ["type": "physical", "venueId": venueID]
    }
}
