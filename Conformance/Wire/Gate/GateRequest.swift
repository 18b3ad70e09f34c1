// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A request of a till or an online platform, as the platform saw it.
struct GateRequest: Sendable, Hashable {
    /// When it was answered.
    let at: Instant
    /// The method.
    let method: String
    /// Path and query, as they came.
    let target: String
    /// What was answered; 0 where that was nothing.
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

    /// What the query says a parameter is, the first time that it is there, decoded as a form is; nil when it is not there.
    func parameter(_ name: String) -> String? {
        guard let mark = target.firstIndex(of: "?") else { return nil }
        for pair in target[mark...].dropFirst().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if Self.decoded(parts[0]) == name { return Self.decoded(parts.count > 1 ? parts[1] : "") }
        }
        return nil
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The request and its answer in a few words.
    var summary: Sentence {
        let asked = "\(method) \(target)"
        return status == 0
            ? Sentence("\(asked) sans réponse", "\(asked) no answer")
            : Sentence("\(asked) \(status)", "\(asked) \(status)")
    }

    /// The command line that sends the same request.
    func curl(base: String) -> String {
        let headers = scheme.map { [(name: "Authorization", value: "\($0) of the partner")] } ?? []
        return CurlLine.text(method: method, url: base + target, headers: headers, body: nil)
    }
}
