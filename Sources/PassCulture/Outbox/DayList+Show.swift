// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

extension DayList {
    /// The show or session that a list is of, where the list does not say it itself.
    public struct Show: Hashable, Sendable {
        /// The name of the offer.
        public let offerName: String
        /// When it begins (UTC).
        public let begins: Instant

        /// Names a show.
        public init(offerName: String, begins: Instant) {
            self.offerName = offerName
            self.begins = begins
        }

        /// The instant of a day and time as French people write it, `24/12/2018 20:30`, on the clocks of a venue; `nil` if it is none.
        public static func begins(_ text: String, in zone: Zone = .paris) -> Instant? {
            FrenchTable.instant(text.trimmed(), in: zone)
        }
    }

    /// Reads a list as the portal gives it, whichever it is, from its first bytes and its columns: the attendees of the last 72 hours
    /// as CSV or JSON, or the bookings as CSV or JSON.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - show: The show, for the CSV of the attendees, which does not name it; otherwise not looked at.
    ///   - zone: The clocks of the venue, by which the CSV of the bookings gives its dates.
    /// - Throws: ``ListReadingError``, with the line or the place of what is wrong; `show-needed` when the show is not known.
    public init(
        reading bytes: [UInt8], show: Show? = nil, in zone: Zone = .paris
    ) throws(ListReadingError) {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            try self.init(json: Array(text))
            return
        }
        let table = try CSVTable(parsing: bytes)
        if table.header.contains("Offre") {
            try self.init(bookings: table, in: zone)
        } else {
            try self.init(attendees: table, of: show)
        }
    }
}
