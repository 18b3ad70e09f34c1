// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A parameter of an operation: of its path, its query or its headers.
struct Parameter: Sendable {
    /// Where it stands.
    enum Place: String, Sendable, Hashable {
        /// In the path.
        case path
        /// After the question mark.
        case query
        /// Among the headers.
        case header
    }

    /// Where it stands.
    let place: Place
    /// Its name.
    let name: String
    /// What it may be.
    let schema: Schema
    /// Whether it must be there.
    let isRequired: Bool
    /// What it means.
    let description: String

    /// A query parameter.
    static func query(
        _ name: String, _ schema: Schema, required: Bool = false, _ description: String
    ) -> Parameter {
        Parameter(place: .query, name: name, schema: schema, isRequired: required, description: description)
    }

    /// A query parameter that is any text.
    static func query(_ name: String, required: Bool = false, _ description: String) -> Parameter {
        query(name, .string, required: required, description)
    }

    /// The page of a list.
    static let page = query(
        "page", Schema(["anyOf": [["type": "integer"], ["const": ""]]]),
        "The page, from 1; the first when it is absent, empty or below 1.")

    /// The `Origin` that most routes ask for (`contract 2018-12 §1.5`).
    static let origin = Parameter(
        place: .header, name: "Origin", schema: .oneOf(OriginPolicy.examples), isRequired: true,
        description: "One of the integration environment's pages, or this platform's own address.")

    /// A segment of the path, a public identifier or some other text.
    static func segment(_ name: String, isID: Bool) -> Parameter {
        Parameter(
            place: .path, name: name, schema: isID ? .sentID : .string, isRequired: true,
            description: isID ? "A public identifier, in any of its spellings." : "See the summary.")
    }

    /// A segment of the path that is a record's number.
    static func number(_ name: String) -> Parameter {
        Parameter(
            place: .path, name: name, schema: Schema(["type": "integer", "minimum": 1]), isRequired: true,
            description: "A record's number.")
    }

    /// The parameter as it is written.
    var json: JSONValue {
        [
            "name": .string(name), "in": .string(place.rawValue), "required": .bool(isRequired),
            "description": .string(description), "schema": .object(schema.json),
        ]
    }
}
