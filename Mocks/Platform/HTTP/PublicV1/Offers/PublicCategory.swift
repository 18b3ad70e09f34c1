// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A category as publishers see it: what it is called, and which fields belong to its offers (`today §3.8`).
struct PublicCategory: Sendable, Hashable {
    /// A field of a category's own.
    enum Field: String, Sendable, Hashable, CaseIterable {
        /// Who wrote it.
        case author
        /// Its article's number.
        case ean
        /// Which music.
        case musicType
        /// Who performs it.
        case performer
        /// Which show.
        case showType
        /// Who speaks.
        case speaker
        /// Who directs it.
        case stageDirector
        /// The number of a film.
        case visa
    }

    /// What it is called on the wire.
    let id: String
    /// What it is called in the portal; nothing for products, whose route does not say it.
    let label: String?
    /// Its fields.
    let fields: [Field]
    /// Those without which no offer is made.
    let required: Set<Field>

    /// A category of which offers can be made through the API.
    static func named(_ id: String, _ kind: Product.Kind) -> PublicCategory? { tables[kind]?[id] }

    /// All of a kind, in the order of the sheet.
    static func all(_ kind: Product.Kind) -> [PublicCategory] { kind == .event ? events : products }

    private static let tables: [Product.Kind: [String: PublicCategory]] = [
        .event: Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) }),
        .thing: Dictionary(uniqueKeysWithValues: products.map { ($0.id, $0) }),
    ]

    /// Reads a line of the table: the category, its fields with a star on those required, its label after a bar.
    init(_ line: Substring) {
        let halves = line.split(separator: "|", maxSplits: 1).map { $0.trimmed }
        let words = (halves.first ?? "").split(separator: " ").map(String.init)
        id = words.first ?? ""
        label = halves.count > 1 ? halves[1] : nil
        let fields = words.dropFirst()
        self.fields = fields.compactMap { Field(rawValue: $0.hasSuffix("*") ? String($0.dropLast()) : $0) }
        required = Set(fields.filter { $0.hasSuffix("*") }.compactMap { Field(rawValue: String($0.dropLast())) })
    }

    /// Whether it is offered on line.
    var isDigital: Bool { OfferCategory.named(id)?.isDigital ?? false }

    /// The fields with whether each is required.
    var conditionalFields: JSONValue {
        .object(JSONObject(uniqueKeysWithValues: fields.map { ($0.rawValue, .bool(required.contains($0))) }))
    }

    // MARK: The body's `categoryRelatedFields`

    /// What a body says of a category and its fields.
    struct Reading: Sendable {
        /// Which.
        let category: OfferCategory
        /// What it says of the fields, null where it erases one.
        let values: [(field: Field, value: String?)]
    }

    /// Reads the object; a category of the other kind, or one that only the portal makes, is refused.
    static func read(
        _ fields: PublicFields, _ kind: Product.Kind, isWhole: Bool, mayBe current: String? = nil
    ) -> Reading? {
        let key = "categoryRelatedFields"
        let sent = isWhole ? fields.required(key) { fields.object($0) } : fields.notNull(key) { fields.object($0) }
        guard let object = sent else { return nil }
        guard let id = object.required("category", { object.text($0) }) else {
            object.ignoreRest()
            return nil
        }
        let row = named(id, kind) ?? (id == current ? PublicCategory("\(id)") : nil)
        guard let row, let category = OfferCategory.named(id), current == nil || id == current else {
            object.refuse("category", "value is not a valid enumeration member")
            object.ignoreRest()
            return nil
        }
        var values: [(field: Field, value: String?)] = []
        for field in row.fields {
            let value = read(field, object, kind)
            if isWhole, row.required.contains(field) {
                _ = object.required(field.rawValue) { _ in value }
            } else if row.required.contains(field) {
                _ = object.notNull(field.rawValue) { _ in value }
            }
            if let change = value.change { values.append((field, change)) }
        }
        return Reading(category: category, values: values)
    }

    private static func read(_ field: Field, _ object: PublicFields, _ kind: Product.Kind) -> Sent<String> {
        switch field {
        case .ean: object.ean(field.rawValue)
        case .musicType: object.oneOf(field.rawValue, kind == .event ? MusicType.ofEvents : MusicType.all)
        case .showType: object.oneOf(field.rawValue, ShowType.all)
        default: object.text(field.rawValue)
        }
    }

    /// What a category's fields are after a change, as the JSON that an offer keeps; the article's number is kept beside it.
    static func merged(_ sent: Reading, into extraData: String?) -> String {
        var object = extraData.flatMap { try? JSONValue(parsing: Array($0.utf8)) }?.objectValue ?? JSONObject()
        for (field, value) in sent.values where field != .ean { object[field.rawValue] = value.map { .string($0) } }
        return JSONValue.object(object).text([.sortedKeys])
    }

    /// `categoryRelatedFields` as it is written: the category, and each of its fields. Of what the portal keeps there, which may be any
    /// JSON, it has the texts alone.
    static func json(_ offer: PublishedOffer, _ product: Product) -> JSONValue {
        let kept = product.extraData.flatMap { try? JSONValue(parsing: Array($0.utf8)) }
        var object: JSONObject = ["category": .string(offer.category)]
        for field in named(offer.category, product.kind)?.fields ?? [] {
            object[field.rawValue] = WireJSON.text(field == .ean ? offer.ean : kept?[field.rawValue]?.stringValue)
        }
        if EANCatalogue.sells(offer.category) { object["ean"] = WireJSON.text(offer.ean) }
        return .object(object)
    }
}
