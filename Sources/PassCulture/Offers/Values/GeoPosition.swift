// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A place on the globe, as exact as an address needs it.
public struct GeoPosition: Hashable, Sendable {
    /// An angle, in millionths of a degree: about ten centimetres on the ground.
    public struct Angle: Hashable, Sendable, CustomStringConvertible {
        /// So many millionths of a degree.
        public var microdegrees: Int

        /// Creates an angle of so many millionths of a degree.
        public init(microdegrees: Int) { self.microdegrees = microdegrees }

        /// Creates an angle of so many degrees; `nil` for what is no angle.
        public init?(degrees: Double) {
            guard degrees.magnitude <= 360 else { return nil }
            microdegrees = Int((degrees * 1_000_000).rounded())
        }

        /// In degrees, with six decimals.
        public var description: String {
            let digits = String(microdegrees.magnitude)
            let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
            return "\(microdegrees < 0 ? "-" : "")\(padded.dropLast(6)).\(padded.suffix(6))"
        }

        var number: JSONNumber { JSONNumber(text: description) ?? JSONNumber(0) }

        static func read(_ reader: JSONReader) throws(JSONReadingError) -> Angle? {
            guard let number = try reader.numberIfPresent() else { return nil }
            guard let scaled = number.scaled(6, rounding: .halfToEven) else { throw reader.error(expected: "an angle") }
            return Angle(microdegrees: Int(scaled))
        }
    }

    /// North of the equator, or south when negative.
    public var latitude: Angle

    /// East of Greenwich, or west when negative.
    public var longitude: Angle

    /// Creates a place.
    public init(latitude: Angle, longitude: Angle) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
