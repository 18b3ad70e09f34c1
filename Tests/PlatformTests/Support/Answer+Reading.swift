// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import Testing

/// What tests look at in an answer.
extension Answer {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; null when it is none.
    var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }

    /// Status and body in one line, such as `400 {"email":["…"]}`: JSON with sorted keys and its characters as themselves, other
    /// bodies as they are, the framework's pages as `(page)`.
    var line: String {
        switch contentType {
        case "application/json": "\(status) " + json.text([.sortedKeys])
        case "text/html": "\(status) (page)"
        default: text.isEmpty ? "\(status)" : "\(status) \(text)"
        }
    }

    /// The keys of the body's object, sorted.
    var keys: [String] { (json.objectValue?.keys ?? []).sorted() }
}

extension WireError: CustomTestStringConvertible {
    /// Status and body, instead of all bytes.
    public var testDescription: String { answer.line }
}
