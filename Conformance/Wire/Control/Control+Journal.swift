// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The journal of what the platform was asked, and the faults that it was told to show.
extension Control {
    /// The exchanges recorded after that number, oldest first.
    func journal(after number: Int = 0) async throws -> [JSONValue] {
        let exchange = try await ask("GET", "/_control/journal" + Caller.text([("after", "\(number)")]), expecting: 200)
        guard let entries = exchange.json?["entries"]?.arrayValue else { throw exchange.failure("entries") }
        return entries
    }

    /// The number of the newest exchange that was recorded; 0 before the first.
    func lastJournalNumber() async throws -> Int {
        let exchange = try await ask("GET", "/_control/journal?limit=1", expecting: 200)
        guard let recorded = exchange.json?["recorded"]?.intValue else { throw exchange.failure("recorded") }
        return recorded
    }

    /// The calls that the platform made to partners, oldest first.
    func partnerCalls() async throws -> [JSONValue] {
        let exchange = try await ask("GET", "/_control/journal?direction=outgoing", expecting: 200)
        guard let entries = exchange.json?["entries"]?.arrayValue else { throw exchange.failure("entries") }
        return entries
    }

    /// One exchange of the journal, by its number.
    func journalEntry(_ number: Int) async throws -> JSONValue {
        try await ask("GET", "/_control/journal/\(number)", expecting: 200).json ?? .null
    }

    /// The journal for another program: `har` or `curl`.
    func journalExport(_ form: String) async throws -> [UInt8] {
        try await ask("GET", "/_control/journal.\(form)", expecting: 200).body
    }

    /// Forgets what was recorded.
    func clearJournal() async throws {
        try await ask("DELETE", "/_control/journal")
    }

    /// Enters a fault, such as `{"fault": "drop", "times": 1}`; gives its id.
    func addFault(_ rule: JSONValue) async throws -> String {
        try await ask("POST", "/_control/faults", rule, expecting: 201).string("id")
    }

    /// The faults entered, with how far each has come.
    func faults() async throws -> [JSONValue] {
        try await ask("GET", "/_control/faults", expecting: 200).list()
    }

    /// Takes a fault out, or all of them.
    func removeFaults(_ id: String? = nil) async throws {
        try await ask("DELETE", "/_control/faults" + (id.map { "/\($0)" } ?? ""))
    }

    /// Lets a fault, or all of them, count from the beginning.
    func resetFaults(_ id: String? = nil) async throws {
        try await ask("POST", "/_control/faults" + (id.map { "/\($0)" } ?? "") + "/reset")
    }

    /// The countermarks that always answer the same way.
    func magicCountermarks() async throws -> JSONValue {
        try await ask("GET", "/_control/magic", expecting: 200).json ?? .null
    }
}
