// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Where an offer takes place or is handed over (`today §3.3`).
public enum OfferLocation: Hashable, Sendable {
    /// At the venue.
    case venue(Int)

    /// On the Internet; the address may hold `{token}`, `{email}` and `{offerId}`, which the platform fills in.
    case digital(venue: Int, url: String)

    /// At another address, one of those that the platform knows (``Publisher/createAddress(_:)``), perhaps with a name for it.
    case address(Int, venue: Int, label: String? = nil)

    /// The venue whose offer it is.
    public var venueID: Int {
        switch self {
        case .venue(let venue), .digital(let venue, _), .address(_, let venue, _): venue
        }
    }

    var json: JSONValue {
        var object = JSONObject()
        switch self {
        case .venue(let venue):
            object["type"] = "physical"
            object.write("venueId", venue)
        case .digital(let venue, let url):
            object["type"] = "digital"
            object.write("venueId", venue)
            object.write("url", url)
        case .address(let address, let venue, let label):
            object["type"] = "address"
            object.write("venueId", venue)
            object.write("addressId", address)
            object.write("addressLabel", label)
        }
        return .object(object)
    }

    /// Reads a location; nil for a kind that this library does not know.
    static func read(_ reader: JSONReader) throws(JSONReadingError) -> OfferLocation? {
        guard !reader.isMissing, !reader.isNull else { return nil }
        switch try reader["type"].string() {
        case "physical":
            return .venue(try reader["venueId"].int())
        case "digital":
            return .digital(venue: try reader["venueId"].int(), url: try reader["url"].stringIfPresent() ?? "")
        case "address":
            return .address(
                try reader["addressId"].int(), venue: try reader["venueId"].int(),
                label: try reader["addressLabel"].stringIfPresent())
        default:
            return nil
        }
    }

    func check(_ limits: inout Limits, at path: String) {
        switch self {
        case .venue: break
        case .digital(_, let url): limits.address(url, at: path + ".DigitalLocation.url")
        case .address(_, _, let label): limits.length(label, 1...200, at: path + ".AddressLocation.addressLabel")
        }
    }
}
