// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The schemas that operations share, by name: one for each thing that the platform writes, exactly as its writers write it.
enum Components {
    /// A schema with its name.
    typealias Named = (name: String, schema: Schema)

    /// All of them.
    static let schemas: [Named] =
        errors + accounts + structures + offers + bookings + guide + control + publicV1 + publishing

    /// Those that some parts of a document use, directly or through others.
    static func schemas(usedBy parts: [JSONValue]) -> [Named] {
        var used: Set<String> = []
        func walk(_ value: JSONValue) {
            let prefix = "#/components/schemas/"
            if let reference = value["$ref"]?.stringValue, reference.hasPrefix(prefix) {
                let name = String(reference.dropFirst(prefix.count))
                if used.insert(name).inserted, let schema = schemas.first(where: { $0.name == name })?.schema {
                    walk(.object(schema.json))
                }
            }
            value.arrayValue?.forEach(walk)
            value.objectValue?.forEach { walk($0.value) }
        }
        parts.forEach(walk)
        return schemas.filter { used.contains($0.name) }
    }

    /// What is wrong, in both of the platform's languages.
    private static let errors: [Named] = [
        (
            "Errors",
            Schema([
                "type": "object", "minProperties": 1,
                "additionalProperties": ["type": "array", "minItems": 1, "items": ["type": "string"]],
                "description": "Sentences by field; `global` for those about no field in particular.",
                "example": ["global": ["Cette contremarque n'a pas été trouvée"]],
            ])
        ),
        (
            "ControlError",
            .exactly([("error", .string.saying("What is wrong.")), ("hint", .string.saying("What to do about it."))])
        ),
    ]

    /// The columns of records that a provider may have made.
    static let providerColumns: [Schema.Field] = [
        ("dateModifiedAtLastProvider", .date.orNull), ("idAtProviders", .string.orNull), ("lastProviderId", .id.orNull),
    ]

    /// The fields of one of the wire's records: its own, and those that all have.
    static func record(_ model: String, _ fields: [Schema.Field]) -> [Schema.Field] {
        [("id", .id), ("modelName", .only(model))] + fields
    }
}
