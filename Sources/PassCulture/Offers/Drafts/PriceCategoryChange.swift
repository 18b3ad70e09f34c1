// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What changes of a price; what is left as it is is not sent.
public struct PriceCategoryChange: Hashable, Sendable {
    /// The name.
    public var label: FieldChange<String>

    /// The price, in cents.
    public var priceCents: FieldChange<Int>

    /// Your own identifier.
    public var idAtProvider: FieldChange<String>

    /// Creates a change.
    public init(
        label: FieldChange<String> = .unchanged, priceCents: FieldChange<Int> = .unchanged,
        idAtProvider: FieldChange<String> = .unchanged
    ) {
        self.label = label
        self.priceCents = priceCents
        self.idAtProvider = idAtProvider
    }

    var json: JSONValue {
        var object = JSONObject()
        object.write("label", label) { .string($0) }
        object.write("price", priceCents) { .number(JSONNumber($0)) }
        object.write("idAtProvider", idAtProvider) { .string($0) }
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        limits.length(label.value, 1...50, at: "label")
        limits.price(priceCents.value, at: "price")
        limits.providerID(idAtProvider.value, at: "idAtProvider")
    }
}
