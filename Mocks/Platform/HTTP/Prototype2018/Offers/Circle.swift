// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import PlatformDomain

/// The surroundings of a person, by the great circle.
struct Circle: Sendable {
    private let latitude: Double
    private let longitude: Double
    private let kilometres: Double

    /// From this distance on, everywhere: the application's word for "no limit".
    private static let everywhere = 20_000.0
    private static let earthRadius = 6_371.0

    /// Reads `latitude`, `longitude` and `distance` from a query; nothing unless all three are there.
    ///
    /// - Throws: 400 for one that is no number.
    init?(_ call: Call) throws(WireError) {
        // Each is read, so that one that is no number is told though another is missing.
        let numbers = (
            try Self.number(call, "latitude"), try Self.number(call, "longitude"), try Self.number(call, "distance")
        )
        guard let latitude = numbers.0, let longitude = numbers.1, let distance = numbers.2, distance < Self.everywhere
        else { return nil }
        (self.latitude, self.longitude, kilometres) = (latitude, longitude, distance)
    }

    /// Whether a venue is within; one without coordinates, such as the virtual one, always is.
    func contains(_ venue: Venue) -> Bool {
        guard let north = venue.latitude, let east = venue.longitude else { return true }
        let (from, to) = (Self.radians(latitude), Self.radians(Double(north) / 100_000))
        let (up, right) = (sin((to - from) / 2), sin(Self.radians(Double(east) / 100_000 - longitude) / 2))
        let part = up * up + cos(from) * cos(to) * right * right
        return 2 * Self.earthRadius * asin(min(1, part.squareRoot())) <= kilometres
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

    private static func number(_ call: Call, _ name: String) throws(WireError) -> Double? {
        guard let text = call.query(name), !text.isEmpty else { return nil }
        guard let number = Double(text), number.isFinite else { throw .field(name, Sentences.numberForm) }
        return number
    }
}
