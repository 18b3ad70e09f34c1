// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A JSON schema, as far as the OpenAPI document needs one.
struct Schema: Sendable {
    /// A property of an object.
    typealias Field = (name: String, schema: Schema)

    /// The schema as it is written.
    var json: JSONObject

    /// Creates a schema from what is written.
    init(_ json: JSONObject) {
        self.json = json
    }

    // MARK: Plain values

    /// Anything.
    static let any = Schema([:])
    /// A text.
    static let string = Schema(["type": "string"])
    /// `true` or `false`.
    static let bool = Schema(["type": "boolean"])
    /// A whole number.
    static let integer = Schema(["type": "integer"])
    /// A number: euros, in most places.
    static let number = Schema(["type": "number"])
    /// Nothing.
    static let null = Schema(["type": "null"])
    /// A date of an answer: UTC, microseconds only when there are any (`contract 2018-12 §1.2`).
    static let date = Schema(["type": "string", "format": "date-time"])
    /// A date of a request, in one of the three patterns that are read (`contract 2018-12 §1.2`).
    static let sentDate = Schema([
        "type": "string",
        "pattern": .string(
            "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                + "(\\.[0-9]{1,6})?Z?$"),
        "example": "2018-12-24T19:30:00Z",
    ])
    /// A public identifier (`contract 2018-12 §1.1`), as answers write it.
    static let id = Schema(["type": "string", "pattern": "^[A-HJ-NP-Z2-9]*$", "example": "AE"])
    /// A public identifier as requests may write it, with all its other spellings.
    static let sentID = Schema(["type": "string", "pattern": "^[A-Z2-9]*=*$", "example": "AE"])

    // MARK: Composed ones

    /// An object of an answer: exactly these keys, of which some may be missing.
    static func exactly(_ fields: [Field], optional: Set<String> = []) -> Schema {
        var schema = object(fields, required: fields.map(\.name).filter { !optional.contains($0) })
        schema.json["additionalProperties"] = false
        return schema
    }

    /// An object of a request: other keys are ignored, as the service ignored them.
    static func object(_ fields: [Field], required: [String] = []) -> Schema {
        let properties = JSONObject(uniqueKeysWithValues: fields.map { ($0.name, .object($0.schema.json)) })
        var json: JSONObject = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { json["required"] = .array(required.map { .string($0) }) }
        return Schema(json)
    }

    /// A list.
    static func list(_ element: Schema) -> Schema {
        Schema(["type": "array", "items": .object(element.json)])
    }

    /// One of the components.
    static func ref(_ name: String) -> Schema {
        Schema(["$ref": .string("#/components/schemas/" + name)])
    }

    /// One of some texts.
    static func oneOf(_ values: [String]) -> Schema {
        Schema(["type": "string", "enum": .array(values.map { .string($0) })])
    }

    /// That one text.
    static func only(_ value: String) -> Schema {
        Schema(["const": .string(value)])
    }

    /// What one of some schemas describes; the only one, if there is but one.
    static func any(of schemas: [Schema]) -> Schema {
        var distinct: [Schema] = []
        for schema in schemas where !distinct.contains(where: { $0.json == schema.json }) { distinct.append(schema) }
        return distinct.count == 1 ? distinct[0] : Schema(["anyOf": .array(distinct.map { .object($0.json) })])
    }

    // MARK: Variations

    /// The same, or null.
    var orNull: Schema {
        guard case .string(let type)? = json["type"] else { return .any(of: [self, .null]) }
        var schema = self
        schema.json["type"] = [.string(type), "null"]
        return schema
    }

    /// The same with a sentence about it.
    func saying(_ description: String) -> Schema {
        var schema = self
        schema.json["description"] = .string(description)
        return schema
    }

    /// The same with an example.
    func example(_ value: JSONValue) -> Schema {
        var schema = self
        schema.json["example"] = value
        return schema
    }

    /// The same without any other keys than those named.
    var closed: Schema {
        var schema = self
        schema.json["additionalProperties"] = false
        return schema
    }
}
