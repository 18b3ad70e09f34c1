// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport

/// A request on its way to a platform through ``MutatingProxy``: what it asks, and a way to ask the platform.
struct ForwardedCall: Sendable {
    /// The request.
    let request: ReceivedRequest
    /// Asks the platform for a target, with the request's own method, headers and body.
    let ask: @Sendable (_ target: String) -> Reply

    /// What the platform answers, or what is made of it.
    struct Reply: Sendable {
        /// The status.
        var status: Int
        /// The body.
        var body: String
        /// The cookies that it sets.
        var cookies: [String]

        init(_ status: Int, _ body: String = "", cookies: [String] = []) {
            self.status = status
            self.body = body
            self.cookies = cookies
        }

        /// The body as JSON.
        var json: JSONValue? { try? JSONValue(parsing: body) }

        /// Whether it is that refusal: a status, and words in its body.
        func says(_ status: Int, _ words: String) -> Bool { self.status == status && body.contains(words) }
    }

    /// The path, without its query.
    var path: Substring { request.target.prefix { $0 != "?" } }

    /// What the platform answers.
    func reply() -> Reply { ask(request.target) }

    /// Whether it has a key.
    var hasKey: Bool { request.header("Authorization") != nil }

    /// Whether it is a call about a countermark, of one of the four kinds: `GET`, `use`, `keep`, `cancel`.
    func isToken(_ verb: String) -> Bool {
        verb == "GET"
            ? request.method == "GET" && path.hasPrefix("/public/bookings/v1/token/")
            : path.hasPrefix("/public/bookings/v1/\(verb)/token/")
    }

    /// Whether it lists bookings.
    var isList: Bool { path == "/public/bookings/v1/bookings" }

    /// The target without some fields of its query.
    func target(without fields: String...) -> String {
        let query = request.target.dropFirst(path.count + 1).split(separator: "&").filter { pair in
            !fields.contains { pair.hasPrefix($0 + "=") }
        }
        return String(path) + (query.isEmpty ? "" : "?") + query.joined(separator: "&")
    }
}
