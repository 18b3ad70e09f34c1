// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// Reads the body of `POST` and `PATCH` on events and things (`contract 2018-12 §6.1`).
struct ProductFields {
    /// The description as it is to be.
    private(set) var details: ProductDetails
    private var reader: FieldReader
    private let kind: Product.Kind
    /// Whether it is created: only then must be there what is not sent.
    private let isNew: Bool
    /// Whether the type is read at all: not where a product keeps the one that it has.
    private let readsType: Bool
    /// Whether a number is beyond the service's columns of integers.
    private var isTooLarge = false

    /// Casts the body's numbers, over what the product was; over nothing, if it is new.
    ///
    /// - Throws: 400 for the first number that is none.
    init(
        _ body: JSONObject, kind: Product.Kind, over product: Product? = nil, under rules: Rules
    ) throws(WireError) {
        self.kind = kind
        isNew = product == nil
        readsType = product == nil || !rules.typeIsFixed
        details = product.map { ProductDetails($0) } ?? ProductDetails()
        let casts: [String: FieldReader.Cast] =
            kind == .event ? ["durationMinutes": .integer, "ageMin": .integer, "ageMax": .integer] : [:]
        reader = try FieldReader(body, casting: casts)
        if readsType, reader.contains("type") { details.type = reader.value("type")?.stringValue?.trimmed }
        if kind == .thing, reader.contains("url") { details.url = reader.value("url")?.stringValue?.trimmed }
    }

    /// Whether the body has an address that is not empty, which makes a thing digital.
    var namesAddress: Bool {
        kind == .thing && reader.contains("url") && !(details.url ?? "").isEmpty
    }

    /// Checks the address of a digital thing, and what becomes of one: it is for everybody.
    ///
    /// - Throws: 400 when it is no address of the web, or the type cannot be digital.
    mutating func checkAddress(under rules: Rules) throws(WireError) {
        guard namesAddress, let url = details.url else { return }
        guard WebAddress.isAccepted(url, withoutScheme: rules.acceptsURLWithoutScheme) else {
            throw .field("url", "L'URL doit commencer par \"http://\" ou \"https://\"")
        }
        details.isNational = true
        if let type = OfferType.named(details.type), type.venues == .physical {
            throw .field("url", "Une offre de type \(type.label) ne peut pas être numérique")
        }
    }

    /// Checks all fields, and makes the details whole.
    ///
    /// - Throws: 400 with everything that is wrong.
    mutating func check(under rules: Rules) throws(WireError) -> ProductDetails {
        if isNew || reader.contains("name") { details.name = reader.requiredString("name", max: 140) }
        if readsType {
            if kind == .thing && (isNew || reader.contains("type")) { reader.require("type") }
            read("type", into: \.type, max: 50)
        }
        read("description", into: \.description, max: rules.descriptionLimit)
        read("idAtProviders", into: \.idAtProviders, max: 70)
        switch kind {
        case .thing:
            read("url", into: \.url, max: 255)
        case .event:
            read("conditions", into: \.conditions, max: 120)
            readInteger("durationMinutes", into: \.durationMinutes)
            readInteger("ageMin", into: \.ageMin)
            readInteger("ageMax", into: \.ageMax)
            if rules.requiresEventDuration, details.durationMinutes == nil { reader.require("durationMinutes") }
        }
        if reader.contains("mediaUrls") {
            details.mediaUrls = reader.strings("mediaUrls", max: kind == .event ? 220 : 120)
        }
        if reader.contains("isNational"), !namesAddress { details.isNational = reader.bool("isNational") ?? false }
        if let extra = reader.value("extraData") { details.extraData = extra.isNull ? nil : extra.text }
        try reader.errors.throwIfAny()
        guard !isTooLarge else { throw WireError.technical.hinting(.amountOutOfRange) }
        return details
    }

    private mutating func read(_ key: String, into path: WritableKeyPath<ProductDetails, String?>, max: Int?) {
        guard reader.contains(key) else { return }
        details[keyPath: path] = reader.string(key, max: max)
    }

    private mutating func readInteger(_ key: String, into path: WritableKeyPath<ProductDetails, Int64?>) {
        guard reader.contains(key) else { return }
        let number = reader.integer(key)
        isTooLarge = isTooLarge || number.map { Int32(exactly: $0) == nil } ?? false
        details[keyPath: path] = number
    }
}

extension ProductDetails {
    /// What an event or a thing is like now, to be changed.
    init(_ product: Product) {
        self.init()
        name = product.name
        type = product.type
        description = product.description
        conditions = product.conditions
        durationMinutes = product.durationMinutes
        ageMin = product.ageMin
        ageMax = product.ageMax
        url = product.url
        mediaUrls = product.mediaUrls
        isNational = product.isNational
        idAtProviders = product.idAtProviders
        extraData = product.extraData
    }
}
