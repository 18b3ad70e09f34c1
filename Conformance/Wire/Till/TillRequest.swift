// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A request of the till, as the platform saw it.
struct TillRequest: Sendable, Hashable {
    /// When it was answered.
    let at: Instant
    /// The method.
    let method: String
    /// Path and query, as they came.
    let target: String
    /// What the till was answered; 0 where that was nothing.
    let status: Int
    /// By what it said who it is: `Basic`, `Bearer`; nil when it did not.
    let scheme: String?

    /// Reads an entry of the platform's journal; nothing for a call that the platform made.
    init?(_ entry: JSONValue) {
        guard
            entry["direction"]?.stringValue == "incoming", let method = entry["method"]?.stringValue,
            let path = entry["path"]?.stringValue, let status = entry["status"]?.intValue,
            let at = entry["at"]?.stringValue.flatMap({ Instant(iso8601: $0) })
        else { return nil }
        let query = entry["query"]?.stringValue ?? ""
        self.at = at
        self.method = method
        target = query.isEmpty ? path : "\(path)?\(query)"
        self.status = status
        let headers = entry["request"]?["headers"]?.arrayValue ?? []
        let authorization = headers.first { $0[0]?.stringValue?.lowercased() == "authorization" }
        scheme = authorization?[1]?.stringValue?.split(separator: " ").first.map(String.init)
    }

    /// Whether it validates: of today's routes that change something, `use` alone does.
    var isValidation: Bool { method == "PATCH" && target.contains("/token/") && !isReversal }

    /// Whether it takes a validation back or cancels a booking, as today's edition can.
    var isReversal: Bool { method == "PATCH" && (target.contains("/keep/token/") || target.contains("/cancel/token/")) }

    /// Whether it is about a countermark.
    func isAbout(_ code: String) -> Bool { target.uppercased().contains("/TOKEN/" + code) }

    /// The request and its answer in a few words.
    var summary: String { "\(method) \(target) \(status == 0 ? "no answer" : "\(status)")" }

    /// The command line that sends the same request.
    func curl(base: String) -> String {
        let headers = scheme.map { [(name: "Authorization", value: "\($0) of the till")] } ?? []
        return CurlLine.text(method: method, url: base + target, headers: headers, body: nil)
    }
}
