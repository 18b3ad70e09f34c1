// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// An address that the platform knows (`today §3.2`).
public struct Address: Hashable, Sendable {
    /// Its number, for ``OfferLocation/address(_:venue:label:)``.
    public let id: Int

    /// Its number in the national base of addresses.
    public let banID: String?

    /// Number and street.
    public let street: String?

    /// The town.
    public let city: String

    /// The postal code.
    public let postalCode: String

    /// Where that is.
    public let position: GeoPosition?

    init(_ reader: JSONReader) throws(JSONReadingError) {
        id = try reader["id"].int()
        banID = try reader["banId"].stringIfPresent()
        street = try reader["street"].stringIfPresent()
        city = try reader["city"].string()
        postalCode = try reader["postalCode"].string()
        if let latitude = try GeoPosition.Angle.read(reader["latitude"]),
            let longitude = try GeoPosition.Angle.read(reader["longitude"])
        {
            position = GeoPosition(latitude: latitude, longitude: longitude)
        } else {
            position = nil
        }
    }
}
