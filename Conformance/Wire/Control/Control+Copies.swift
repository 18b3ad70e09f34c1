// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Snapshots, copies on ports of their own, seeds, and beginning again.
extension Control {
    /// Takes a snapshot of everything; gives its id.
    func takeSnapshot() async throws -> String {
        try await ask("POST", "/_control/snapshots", expecting: 201).string("id")
    }

    /// The ids of the snapshots kept, oldest first.
    func snapshots() async throws -> [String] { try await ids("/_control/snapshots") }

    /// A snapshot as lines of JSON, where the platform writes it.
    func snapshot(_ id: String) async throws -> [UInt8] {
        try await ask("GET", "/_control/snapshots/\(id)", expecting: 200).body
    }

    /// Brings the platform back to a snapshot, its time included.
    func restoreSnapshot(_ id: String) async throws {
        try await ask("POST", "/_control/snapshots/\(id)/restore")
    }

    /// Throws a snapshot away.
    func removeSnapshot(_ id: String) async throws {
        try await ask("DELETE", "/_control/snapshots/\(id)")
    }

    /// Starts a copy of the platform on its own address.
    func fork() async throws -> (id: String, base: String) {
        let exchange = try await ask("POST", "/_control/forks", [:])
        guard let id = exchange.json?["id"]?.stringValue ?? exchange.json?["id"]?.intValue.map(String.init) else {
            throw exchange.failure("an id")
        }
        guard let base = Control.base(ofFork: try exchange.string("base"), beside: wire.world.base) else {
            throw exchange.failure("the base URL of a copy, with its port")
        }
        return (id, base)
    }

    /// Where a copy is: at the host under test, whatever host the answer names; only its port is taken from the answer.
    ///
    /// A distant platform may call itself 127.0.0.1, and none may send the certifier to a host that nobody allowed.
    /// Nil when the answer is no address with a port.
    static func base(ofFork answer: String, beside target: String) -> String? {
        guard let port = AddressParts(answer)?.port, let own = AddressParts(target) else { return nil }
        return "\(own.scheme)://\(own.host):\(port)"
    }

    /// The ids of the copies that run, oldest first.
    func forks() async throws -> [String] { try await ids("/_control/forks") }

    /// Ends a copy.
    func endFork(_ id: String) async throws {
        try await ask("DELETE", "/_control/forks/\(id)")
    }

    /// Goes back to what the platform began with; gives its time.
    @discardableResult
    func reset() async throws -> Instant {
        try instant(await ask("POST", "/_control/reset", expecting: 200), "now")
    }

    /// Empties the platform and plays a seed, or one that comes with the platform, by name; gives what it shows.
    @discardableResult
    func seed(_ seed: JSONValue) async throws -> [JSONValue] {
        try await ask("POST", "/_control/seed", seed, expecting: 200).json?["show"]?.arrayValue ?? []
    }

    /// The seeds that come with the platform, by name.
    func seeds() async throws -> JSONObject {
        try await ask("GET", "/_control/seeds", expecting: 200).json?.objectValue ?? JSONObject()
    }

    private func ids(_ path: String) async throws -> [String] {
        try await ask("GET", path, expecting: 200).list().compactMap { $0["id"]?.stringValue }
    }
}
