// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension PublishingCall {
    /// A question; its path is for logs as well, unless a template is given.
    static func get(
        _ path: String, as template: String? = nil, query: [(name: String, value: String?)] = [],
        refusal: PublishingRefusal? = nil, read: @escaping @Sendable (JSONReader) throws(JSONReadingError) -> Value
    ) -> PublishingCall {
        PublishingCall(
            method: "GET", path: path, pathTemplate: template ?? path,
            query: query.compactMap { name, value in value.map { (name: name, value: $0) } }, refusal: refusal,
            read: read)
    }

    /// An order with a document.
    static func order(
        _ method: String, _ path: String, as template: String? = nil, _ document: JSONValue, secrets: [String] = [],
        refusal: PublishingRefusal? = nil, read: @escaping @Sendable (JSONReader) throws(JSONReadingError) -> Value
    ) -> PublishingCall {
        PublishingCall(
            method: method, path: path, pathTemplate: template ?? path, body: .json(document), secrets: secrets,
            refusal: refusal, read: read)
    }
}

extension PublishingCall where Value == Void {
    /// Reads nothing: a 204 says all there is to say.
    static var nothing: @Sendable (JSONReader) throws(JSONReadingError) -> Void { { _ throws(JSONReadingError) in } }
}

extension JSONReader {
    /// A reading of the list under a key, or of the whole as a list.
    static func list<Element>(
        _ key: String? = nil, of read: @escaping @Sendable (JSONReader) throws(JSONReadingError) -> Element
    ) -> @Sendable (JSONReader) throws(JSONReadingError) -> [Element] {
        { reader throws(JSONReadingError) in try (key.map { reader[$0] } ?? reader).list(read) }
    }
}
