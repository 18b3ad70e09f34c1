// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A place that is no venue, which providers made known to say where an offer is (`today §3.2`).
package struct PublicAddress: Sendable, Hashable {
    /// Which.
    package let id: Identifier<PublicAddress>
    /// Number and street.
    package let street: String
    /// City.
    package let city: String
    /// Postal code.
    package let postalCode: String
    /// Latitude in hundred-thousandths of a degree.
    package let latitude: Int64
    /// Longitude in hundred-thousandths of a degree.
    package let longitude: Int64
}

/// A new address.
package struct AddressDraft: Sendable, Hashable {
    /// Number and street.
    package var street: String
    /// City.
    package var city: String
    /// Postal code.
    package var postalCode: String
    /// Latitude and longitude in hundred-thousandths of a degree, if the provider knows them.
    package var coordinates: Coordinates?

    /// Where something is.
    package struct Coordinates: Sendable, Hashable {
        /// Latitude in hundred-thousandths of a degree.
        package var latitude: Int64
        /// Longitude in hundred-thousandths of a degree.
        package var longitude: Int64

        /// Creates coordinates.
        package init(latitude: Int64, longitude: Int64) {
            self.latitude = latitude
            self.longitude = longitude
        }

        /// The middle of France: what an address gets whose coordinates nobody said, since the platform has no map.
        static let middleOfFrance = Coordinates(latitude: 46_60611, longitude: 2_87528)
    }

    /// Creates a new address's data.
    package init(street: String, city: String, postalCode: String, coordinates: Coordinates? = nil) {
        self.street = street
        self.city = city
        self.postalCode = postalCode
        self.coordinates = coordinates
    }

    /// Whether the national base of addresses knows it: the local platform's stand-in knows what begins with a house number.
    package var isInNationalBase: Bool { street.first.map { ("0"..."9").contains($0) } ?? false }
}
