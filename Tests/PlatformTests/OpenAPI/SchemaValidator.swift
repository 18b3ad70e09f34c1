// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Holds JSON values to the schemas of the OpenAPI document: the keywords that it uses, and no others.
struct SchemaValidator {
    /// The document's own schemas.
    let components: JSONObject

    private static let known: Set = [
        "type", "enum", "const", "anyOf", "$ref", "properties", "required", "additionalProperties", "items", "minItems",
        "minProperties", "minimum", "pattern", "format", "description", "example",
    ]

    /// What is wrong with a value, each with its path; nothing when it is as described.
    func problems(_ value: JSONValue, _ schema: JSONObject, at path: String = "$") -> [String] {
        if let name = schema["$ref"]?.stringValue?.split(separator: "/").last {
            guard let target = components[String(name)]?.objectValue else { return ["\(path): no component \(name)"] }
            return problems(value, target, at: path)
        }
        var problems = schema.keys.filter { !Self.known.contains($0) }.map {
            "\(path): the keyword \($0) is not known here"
        }
        if let alternatives = schema["anyOf"]?.arrayValue {
            let failures = alternatives.map { self.problems(value, $0.objectValue ?? [:], at: path) }
            if !failures.contains(where: \.isEmpty) { problems += failures.min { $0.count < $1.count } ?? [] }
        }
        if let constant = schema["const"], constant != value { problems.append("\(path): \(value) is not \(constant)") }
        if let values = schema["enum"]?.arrayValue, !values.contains(value) {
            problems.append("\(path): \(value) is no choice")
        }
        let types = schema["type"].map { $0.arrayValue ?? [$0] }?.compactMap(\.stringValue)
        if let types, !types.contains(where: { Self.is($0, value) }) {
            return problems + ["\(path): \(value.text.prefix(40)) is no \(types.joined(separator: " or "))"]
        }
        switch value {
        case .object(let object): problems += self.problems(object, schema, at: path)
        case .array(let elements):
            if let fewest = schema["minItems"]?.intValue, elements.count < fewest {
                problems.append("\(path): too few")
            }
            let items = schema["items"]?.objectValue ?? [:]
            problems += elements.enumerated().flatMap { self.problems($1, items, at: "\(path)[\($0)]") }
        default: break
        }
        return problems
    }

    private func problems(_ object: JSONObject, _ schema: JSONObject, at path: String) -> [String] {
        var problems: [String] = []
        if let fewest = schema["minProperties"]?.intValue, object.count < fewest {
            problems.append("\(path): too few keys")
        }
        for name in (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue) where object[name] == nil {
            problems.append("\(path): \(name) is missing")
        }
        let properties = schema["properties"]?.objectValue ?? [:]
        for (key, value) in object {
            if let property = properties[key]?.objectValue {
                problems += self.problems(value, property, at: "\(path).\(key)")
            } else if schema["additionalProperties"] == .bool(false) {
                problems.append("\(path).\(key): is not documented")
            } else if let other = schema["additionalProperties"]?.objectValue {
                problems += self.problems(value, other, at: "\(path).\(key)")
            }
        }
        return problems
    }

    private static func `is`(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("number", .number), ("array", .array),
            ("object", .object):
            true
        case ("integer", .number(let number)): number.int64 != nil
        default: false
        }
    }
}
