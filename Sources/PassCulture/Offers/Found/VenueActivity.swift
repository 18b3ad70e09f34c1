// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What is done at a venue (`today §3.1`).
public struct VenueActivity: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The word of the wire, such as `BOOKSTORE`.
    public let rawValue: String

    /// Takes a word of the wire, known here or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The word of the wire.
    public var description: String { rawValue }

    /// What `today §3.1` lists.
    public static let known: [VenueActivity] = [
        "OTHER", "VISUAL_ARTS", "LIBRARY", "CULTURAL_CENTRE", "MOVIE", "TRAVELING_CINEMA", "ARTISTIC_COURSE",
        "SCIENTIFIC_CULTURE", "FESTIVAL", "GAMES", "BOOKSTORE", "CREATIVE_ARTS_STORE", "DISTRIBUTION_STORE",
        "RECORD_STORE", "MUSICAL_INSTRUMENT_STORE", "CONCERT_HALL", "MUSEUM", "DIGITAL", "PATRIMONY_TOURISM",
        "PERFORMING_ARTS",
    ].map(VenueActivity.init(rawValue:))
}
