// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// An address at which offers are to take place, for the platform to know (`today §3.2`).
public struct AddressDraft: Hashable, Sendable {
    /// Number and street: 1 to 200 characters.
    public var street: String

    /// The town: 1 to 200 characters.
    public var city: String

    /// The postal code: five digits.
    public var postalCode: String

    /// Where that is; needed when the national base of addresses does not know it.
    public var position: GeoPosition?

    /// Creates a draft.
    public init(street: String, city: String, postalCode: String, position: GeoPosition? = nil) {
        self.street = street
        self.city = city
        self.postalCode = postalCode
        self.position = position
    }

    /// The fields, in the platform's words.
    var fields: [(name: String, value: String)] {
        [("street", street), ("city", city), ("postalCode", postalCode)]
    }

    var json: JSONValue {
        var object = JSONObject(uniqueKeysWithValues: fields.map { ($0.name, .string($0.value)) })
        if let position {
            object["latitude"] = .number(position.latitude.number)
            object["longitude"] = .number(position.longitude.number)
        }
        return .object(object)
    }

    func check(_ limits: inout Limits) {
        limits.length(street, 1...200, at: "street")
        limits.length(city, 1...200, at: "city")
        // `^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$`
        let code = Array(postalCode.utf8)
        let isCode =
            code.count == 5 && code.allSatisfy { (0x30...0x39).contains($0) }
            && (1...98).contains(Int(postalCode.prefix(2)) ?? 0)
        if !isCode { limits.refuse("postalCode", "string does not match regex") }
        if let position {
            if position.latitude.microdegrees.magnitude > 90_000_000 {
                limits.refuse("latitude", "ensure this value is between -90 and 90")
            }
            if position.longitude.microdegrees.magnitude > 180_000_000 {
                limits.refuse("longitude", "ensure this value is between -180 and 180")
            }
        }
    }
}
