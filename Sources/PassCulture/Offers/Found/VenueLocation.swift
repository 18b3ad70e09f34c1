// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Where a venue is.
public enum VenueLocation: Hashable, Sendable {
    /// At an address, as far as it is known.
    case physical(address: String?, city: String?, postalCode: String?)

    /// On the Internet.
    case digital

    /// Reads a location; nil for a kind that this library does not know.
    static func read(_ reader: JSONReader) throws(JSONReadingError) -> VenueLocation? {
        switch try reader["type"].stringIfPresent() {
        case "physical":
            .physical(
                address: try reader["address"].stringIfPresent(), city: try reader["city"].stringIfPresent(),
                postalCode: try reader["postalCode"].stringIfPresent())
        case "digital": .digital
        default: nil
        }
    }
}
