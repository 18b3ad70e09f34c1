// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// How many of a book, a disc or a vinyl are there, by EAN, and at which price (`today §3.7`).
public struct EANStock: Hashable, Sendable {
    /// What it is.
    public var ean: EAN

    /// The price, in cents: 0 to 300 euros.
    public var priceCents: Int

    /// How many are available now; nothing takes it out of sale.
    public var quantity: Quantity

    /// Until when it can be booked; not sent when nil.
    public var bookingLimit: Instant?

    /// When it is published; at once when nil.
    public var publication: OfferPublication?

    /// From when on it can be booked; from its publication on when nil.
    public var bookingAllowed: Instant?

    /// Creates a stock.
    public init(
        _ ean: EAN, priceCents: Int, quantity: Quantity, bookingLimit: Instant? = nil,
        publication: OfferPublication? = nil, bookingAllowed: Instant? = nil
    ) {
        self.ean = ean
        self.priceCents = priceCents
        self.quantity = quantity
        self.bookingLimit = bookingLimit
        self.publication = publication
        self.bookingAllowed = bookingAllowed
    }

    var json: JSONValue {
        var stock: JSONObject = ["price": .number(JSONNumber(priceCents)), "quantity": quantity.json]
        stock["bookingLimitDatetime"] = bookingLimit?.json
        var object: JSONObject = ["ean": .string(ean.digits), "stock": .object(stock)]
        object["publicationDatetime"] = publication?.json
        object["bookingAllowedDatetime"] = bookingAllowed?.json
        return .object(object)
    }
}

extension Limits {
    /// What is to be sent by EAN, whatever the number of batches: each path counts from the first of all.
    mutating func check(_ stocks: [EANStock]) {
        var seen: Set<EAN> = []
        for (index, stock) in stocks.enumerated() {
            let path = "products.\(index)"
            price(stock.priceCents, at: path + ".stock.price")
            quantity(stock.quantity, atLeast: 0, at: path + ".stock.quantity")
            future(stock.bookingLimit, at: path + ".stock.bookingLimitDatetime")
            future(stock.publication?.instant, at: path + ".publicationDatetime")
            future(stock.bookingAllowed, at: path + ".bookingAllowedDatetime")
            if !seen.insert(stock.ean).inserted { refuse(path + ".ean", "this EAN is there twice") }
        }
    }
}
