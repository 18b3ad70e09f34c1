// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON

/// Somebody who calls the platform: who they are, and the page that they say they come from.
struct Caller: Sendable {
    /// The way to the platform.
    let wire: Wire
    /// Who calls.
    let identity: Identity
    /// The `Origin` header; nil sends none.
    var origin: String?

    init(wire: Wire, identity: Identity) {
        self.wire = wire
        self.identity = identity
        origin = wire.world.origin
    }

    /// The same caller from another page, or from none.
    func from(_ origin: String?) -> Caller {
        var copy = self
        copy.origin = origin
        return copy
    }

    /// Reads.
    func get(_ path: String, _ query: [(String, String)] = []) async throws -> Exchange {
        try await send("GET", path, query)
    }

    /// Sends JSON by POST.
    func post(_ path: String, _ body: JSONValue) async throws -> Exchange {
        try await send("POST", path, json: body)
    }

    /// Sends JSON by PATCH.
    func patch(_ path: String, _ body: JSONValue) async throws -> Exchange {
        try await send("PATCH", path, json: body)
    }

    /// Sends JSON by PUT.
    func put(_ path: String, _ body: JSONValue, _ query: [(String, String)] = []) async throws -> Exchange {
        try await send("PUT", path, query, json: body)
    }

    /// Deletes.
    func delete(_ path: String) async throws -> Exchange {
        try await send("DELETE", path)
    }

    /// Sends a request with a JSON body, or with none.
    func send(
        _ method: String, _ path: String, _ query: [(String, String)] = [], json: JSONValue? = nil
    ) async throws -> Exchange {
        let headers = json == nil ? [] : [(name: "Content-Type", value: "application/json")]
        return try await raw(method, path + Caller.text(query), headers: headers, body: json?.serialized())
    }

    /// Sends a request as given, with the caller's identity and origin before the other headers.
    func raw(
        _ method: String, _ target: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil
    ) async throws -> Exchange {
        var all: [(name: String, value: String)] = []
        if let origin { all.append(("Origin", origin)) }
        if let header = identity.header { all.append(header) }
        all += headers
        let exchange = try await wire.send(method, target, headers: all, body: body)
        if case .session(let jar) = identity { jar.absorb(exchange.headers) }
        return exchange
    }

    /// A query with its values percent-encoded, `?` included; empty for none.
    static func text(_ query: [(String, String)]) -> String {
        guard !query.isEmpty else { return "" }
        return "?" + query.map { "\($0.0)=\(PercentEncoding.queryComponent($0.1))" }.joined(separator: "&")
    }
}
