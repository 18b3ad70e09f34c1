// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The body that an operation reads.
struct RequestBody: Sendable {
    /// How it is announced.
    let mediaType: String
    /// What it may be.
    let schema: Schema
    /// Whether it must be there.
    let isRequired: Bool

    /// A JSON object.
    static func json(_ schema: Schema, required: Bool = true) -> RequestBody {
        RequestBody(mediaType: "application/json", schema: schema, isRequired: required)
    }

    /// A form with files.
    static func form(_ schema: Schema) -> RequestBody {
        RequestBody(mediaType: "multipart/form-data", schema: schema, isRequired: true)
    }

    /// A snapshot in lines of JSON; without one, the platform takes its own.
    static let lines = RequestBody(mediaType: SnapshotLines.contentType, schema: .string, isRequired: false)

    /// The body as it is written.
    var json: JSONValue {
        [
            "required": .bool(isRequired),
            "content": .object([mediaType: ["schema": .object(schema.json)]]),
        ]
    }
}
