// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// An event, as the platform has it (`today §3.4`).
public struct EventOffer: Hashable, Sendable {
    /// What every offer has.
    public let offer: PublishedOffer

    /// Whether your ticketing system gives a ticket for each booking.
    public let hasTicket: Bool

    /// How long it lasts, in minutes.
    public let durationMinutes: Int?

    /// What it costs, and for whom.
    public let priceCategories: [PriceCategory]

    /// A film about it.
    public let videoURL: String?

    /// Its number.
    public var id: Int { offer.id }

    init(_ reader: JSONReader) throws(JSONReadingError) {
        offer = try PublishedOffer(reader)
        hasTicket = try reader["hasTicket"].bool()
        durationMinutes = try reader["eventDuration"].intIfPresent()
        let prices = reader["priceCategories"]
        priceCategories =
            prices.isMissing || prices.isNull
            ? [] : try prices.list { reader throws(JSONReadingError) in try PriceCategory(reader) }
        videoURL = try reader["videoUrl"].stringIfPresent()
    }
}
