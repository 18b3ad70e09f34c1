// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A new price of an event, with its name: *plein tarif*, *moins de 26 ans* (`today §3.5`).
public struct PriceCategoryDraft: Hashable, Sendable {
    /// The name: 1 to 50 characters.
    public var label: String

    /// The price, in cents: 0 to 300 euros.
    public var priceCents: Int

    /// Your own identifier: at most 70 characters.
    public var idAtProvider: String?

    /// Creates a draft.
    public init(_ label: String, priceCents: Int, idAtProvider: String? = nil) {
        self.label = label
        self.priceCents = priceCents
        self.idAtProvider = idAtProvider
    }

    var json: JSONValue {
        var object: JSONObject = ["label": .string(label), "price": .number(JSONNumber(priceCents))]
        object.write("idAtProvider", idAtProvider)
        return .object(object)
    }
}

extension Limits {
    /// The prices of one call: at most 50, no two alike, no identifier twice.
    mutating func check(_ drafts: [PriceCategoryDraft]) {
        count(drafts.count, 0...50, at: "priceCategories")
        var seen: Set<[String]> = [], ids: Set<String> = []
        for (index, draft) in drafts.enumerated() {
            let path = "priceCategories.\(index)"
            length(draft.label, 1...50, at: path + ".label")
            price(draft.priceCents, at: path + ".price")
            providerID(draft.idAtProvider, at: path + ".idAtProvider")
            if !seen.insert([draft.label, "\(draft.priceCents)"]).inserted {
                refuse("priceCategories", "Price categories must be unique")
            }
            if let id = draft.idAtProvider, !ids.insert(id).inserted {
                refuse(
                    "priceCategories", "Price category `idAtProvider` must be unique. Duplicated value : \(id)")
            }
        }
    }
}
