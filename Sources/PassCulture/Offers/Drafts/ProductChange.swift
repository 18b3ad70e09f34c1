// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What changes of a product; what is left as it is is not sent.
public struct ProductChange: Hashable, Sendable {
    /// What changes of what every offer has.
    public var offer: OfferChange

    /// The stock; clearing it **cancels every booking that is not used** (`today §3.7`).
    public var stock: FieldChange<StockChange> = .unchanged

    /// Creates a change; set what else is to change.
    public init(_ offer: OfferChange = OfferChange()) { self.offer = offer }

    /// The document: the offer's number is in it, not in the path.
    func json(of product: Int) -> JSONValue {
        var object: JSONObject = ["offerId": .number(JSONNumber(product))]
        offer.write(into: &object)
        object.write("stock", stock) { $0.json }
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        offer.check(&limits)
        guard let stock = stock.value else { return }
        limits.price(stock.priceCents.value, at: "stock.price")
        limits.quantity(stock.quantity.value, atLeast: 0, at: "stock.quantity")
        limits.future(stock.bookingLimit.value, at: "stock.bookingLimitDatetime")
    }
}
