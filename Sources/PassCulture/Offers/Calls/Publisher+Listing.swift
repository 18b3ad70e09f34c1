// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension Publisher {
    /// A list under a path.
    ///
    /// - Parameters:
    ///   - key: Under which key the page stands.
    ///   - ids: The identifiers of the provider's own that are asked for.
    func listing<Element>(
        _ path: String, as template: String? = nil, key: String, query: [(name: String, value: String?)],
        asking ids: [String], id: @escaping @Sendable (Element) -> Int,
        of read: @escaping @Sendable (JSONReader) throws(JSONReadingError) -> Element
    ) -> Listing<Element> {
        let refusal = limits { $0.asked(ids, at: "idsAtProvider") }
        let page = JSONReader.list(key, of: read)
        return Listing(publisher: self, id: id) { firstIndex in
            var query = query
            query.append((name: "limit", value: "\(Listing<Element>.pageSize)"))
            query.append((name: "firstIndex", value: "\(firstIndex)"))
            return PublishingCall.get(path, as: template, query: query, refusal: refusal, read: page)
        }
    }
}

extension [String] {
    /// Identifiers as they are asked for; nil for none.
    var asked: String? { isEmpty ? nil : joined(separator: ",") }
}
