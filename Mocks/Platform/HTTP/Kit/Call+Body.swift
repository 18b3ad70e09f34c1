// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import JSON
package import PlatformDomain

extension Call {
    /// Whether the body is announced as JSON: `application/json`, or `application/…+json`, whatever follows.
    package var isJSON: Bool {
        let type = (header("Content-Type") ?? "").split(separator: ";", omittingEmptySubsequences: false).first ?? ""
        let name = String(type).trimmed.lowercased()
        return name == "application/json" || (name.hasPrefix("application/") && name.hasSuffix("+json"))
    }

    /// The body as a JSON object.
    ///
    /// - Throws: 400 with the text `JSON data expected` when the body is not announced as JSON, 400 with an HTML page when it
    ///   is no JSON, or JSON but no object (`contract 2018-12 §1.4`). The service failed in the last case, and in the first
    ///   one on some routes.
    package func jsonBody() throws(WireError) -> JSONObject {
        guard isJSON else { throw .jsonExpected }
        guard let value = try? JSONValue(parsing: body), case .object(let object) = value else { throw .badRequestPage }
        return object
    }

    /// A segment of the path, as the record's identifier that it spells.
    ///
    /// - Throws: 404 in JSON when it spells none.
    package func identifier<Record>(
        _ name: String, of record: Record.Type = Record.self
    ) throws(WireError) -> Identifier<Record> {
        try HumanizedID.identifier(parameters[name] ?? "")
    }

    /// A query parameter, as the record's identifier that it spells; nothing when it is absent or empty.
    ///
    /// - Throws: 404 in JSON when it spells none.
    package func identifierInQuery<Record>(
        _ name: String, of record: Record.Type = Record.self
    ) throws(WireError) -> Identifier<Record>? {
        guard let text = query(name), !text.isEmpty else { return nil }
        return try HumanizedID.identifier(text)
    }
}
