// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// How many of a product, or how many seats of an occurrence, can be had at a price (provider document (22), provider
/// document of 2021).
///
/// One product may have two, to sell at two prices: ten at 10 €, then the others at 12 €. Keep serving what is sold
/// out, with nothing available, rather than leaving it out.
public struct FeedStock: FeedEntry, Hashable {
    /// The EAN, or the identifier of the occurrence: `ref` on the wire.
    public let reference: String
    /// How many there are.
    public let available: Int
    /// The price of one, in cents; nothing for books, whose price is known to the pass Culture (*prix unique*).
    public let priceCents: Int?
    /// Until when it can be had at this price; after that there are none. Always, when nil.
    public let validUntil: Instant?
    /// When this was last changed; it is not told, and decides what is served where `modifiedSince` is asked. Nil
    /// counts as changed, whenever it is asked: give it where you know it, for changes alone are asked for.
    public let modifiedAt: Instant?

    /// A product.
    ///
    /// - Parameters:
    ///   - ean: The number under its bar code.
    ///   - available: How many there are, 0 or more.
    ///   - priceCents: The price of one, in cents; optional for books alone (EAN 978… and 979…).
    ///   - validUntil: The end of this price.
    ///   - modifiedAt: When this was last changed.
    /// - Throws: ``FeedError`` when stock or price are negative, the price of another product than a book is missing,
    ///   or a date cannot be written.
    public init(
        _ ean: EAN, available: Int, priceCents: Int? = nil, validUntil: Instant? = nil, modifiedAt: Instant? = nil
    ) throws(FeedError) {
        let isBook = ean.digits.hasPrefix("978") || ean.digits.hasPrefix("979")
        guard isBook || priceCents != nil else { throw .priceMissing }
        try self.init(ean.digits, available, priceCents, validUntil, modifiedAt)
    }

    /// The seats of an occurrence.
    ///
    /// - Parameters:
    ///   - occurrence: The ``FeedTiming/uid`` of the occurrence.
    ///   - available: How many seats there are, 0 or more.
    ///   - priceCents: The price of one, in cents.
    ///   - validUntil: The end of this price.
    ///   - modifiedAt: When this was last changed.
    /// - Throws: ``FeedError`` when the identifier is unusable, stock or price are negative, or a date cannot be
    ///   written.
    public init(
        occurrence: String, available: Int, priceCents: Int, validUntil: Instant? = nil, modifiedAt: Instant? = nil
    ) throws(FeedError) {
        try FeedError.check(identifier: occurrence)
        try self.init(occurrence, available, priceCents, validUntil, modifiedAt)
    }

    private init(
        _ reference: String, _ available: Int, _ priceCents: Int?, _ validUntil: Instant?, _ modifiedAt: Instant?
    ) throws(FeedError) {
        guard available >= 0 else { throw .negativeStock(available) }
        if let priceCents, priceCents < 0 { throw .negativePrice(cents: priceCents) }
        try FeedError.check(validUntil)
        self.reference = reference
        self.available = available
        self.priceCents = priceCents
        self.validUntil = validUntil
        self.modifiedAt = modifiedAt
    }

    /// Whether the left one is served first: by reference, then the cheaper, then the sooner over.
    public static func < (left: FeedStock, right: FeedStock) -> Bool {
        guard left.reference == right.reference else { return left.reference < right.reference }
        let (one, other) = (left.rank, right.rank)
        return one.lexicographicallyPrecedes(other)
    }

    /// Whether both are of one reference, at one price and until one date.
    public func isTwin(of other: FeedStock) -> Bool {
        reference == other.reference && priceCents == other.priceCents && validUntil == other.validUntil
    }

    private var rank: [Int64] {
        [
            Int64(priceCents ?? -1), (validUntil ?? .latest).microseconds, Int64(available),
            modifiedAt?.microseconds ?? .max,
        ]
    }

    var json: JSONValue {
        var object: JSONObject = ["ref": .string(reference), "available": .number(JSONNumber(available))]
        object["price"] = priceCents.map { .number(JSONNumber(cents: Int64($0))) }
        object["validUntil"] = validUntil?.feedDate
        return .object(object)
    }
}
