// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

@testable import Platform

/// A decimal number of a rule.
func decimal(_ text: String) -> JSONValue {
    JSONNumber(text: text).map { .number($0) } ?? .null
}

extension PlatformServer {
    /// Enters a rule over the control API.
    @discardableResult
    func enter(_ rule: JSONValue) async -> RawExchange {
        await RawExchange.send(
            "POST", "/_control/faults", to: baseURL, headers: [("Content-Type", "application/json")],
            body: rule.serialized())
    }

    /// The rules as the control API lists them.
    func rules() async -> [JSONValue] {
        await RawExchange.send("GET", "/_control/faults", to: baseURL).json?.arrayValue ?? []
    }

    /// Sends one request on a connection of its own, and tells how that ended.
    func ask(
        _ method: String, _ target: String, _ headers: [(String, String)] = []
    ) async throws -> WireClient.Received {
        let client = try WireClient(to: baseURL)
        defer { client.end() }
        client.send(method, target, headers + [("Connection", "close")])
        return await client.read()
    }
}
