// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import HTTPClient

/// Which bookings are listed: those of an offer or of a venue, and of these perhaps only some (`today §2.1`).
public struct BookingQuery: Hashable, Sendable {
    /// The number of the offer.
    public let offer: Int?
    /// The number of the venue.
    public let venue: Int?
    /// How far the bookings have come; all of them for `nil`.
    public var status: BookingStatus?
    /// The number of a stock.
    public var stock: Int?
    /// The number of a category of price.
    public var priceCategory: Int?
    /// When the event begins, to the second.
    public var begins: Instant?
    /// How many bookings are asked for at once; 1 to 50.
    public let pageSize: Int

    private init(offer: Int?, venue: Int?, status: BookingStatus?, pageSize: Int) {
        self.offer = offer
        self.venue = venue
        self.status = status
        self.pageSize = min(max(pageSize, 1), 50)
    }

    /// The bookings of an offer.
    public static func ofOffer(_ offer: Int, status: BookingStatus? = nil, pageSize: Int = 50) -> BookingQuery {
        BookingQuery(offer: offer, venue: nil, status: status, pageSize: pageSize)
    }

    /// The bookings of a venue.
    public static func ofVenue(_ venue: Int, status: BookingStatus? = nil, pageSize: Int = 50) -> BookingQuery {
        BookingQuery(offer: nil, venue: venue, status: status, pageSize: pageSize)
    }

    /// The query as it stands in an address, without where the page begins.
    var text: String {
        let numbers = [
            ("offerId", offer), ("venueId", venue), ("priceCategoryId", priceCategory), ("stockId", stock),
        ]
        var parts = numbers.compactMap { name, number in number.map { "\(name)=\($0)" } }
        if let status { parts.append("status=\(status.rawValue)") }
        if let begins { parts.append("beginningDatetime=" + PercentEncoding.queryComponent(begins.iso8601)) }
        return parts.joined(separator: "&")
    }
}
