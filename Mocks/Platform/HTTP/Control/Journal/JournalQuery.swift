// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension JournalFilter {
    private static let names = [
        "after", "limit", "first", "direction", "kind", "method", "path", "status", "since", "until", "countermark",
    ]

    /// Reads a filter from a query.
    ///
    /// - Throws: 400 that names the parameter that is wrong or not known: a filter that is misread shows too much or too little.
    init(_ call: Call) throws(WireError) {
        self.init()
        if let unknown = call.query.first(where: { !Self.names.contains($0.name) }) {
            throw .control("No such filter: \(unknown.name)", hint: "There are \(Self.names.joined(separator: ", ")).")
        }
        after = try Self.number(call, "after")
        newest = try Self.number(call, "limit")
        oldest = try Self.number(call, "first")
        isOutgoing = try call.query("direction").map(Self.isOutgoing)
        kind = try call.query("kind").map(Self.kind)
        method = call.query("method").map { $0.uppercased() }
        if let text = call.query("path") {
            guard let pattern = PathPattern(text) else {
                throw .control("path is no pattern of paths: \(text)", hint: "Write it like /bookings/token/*.")
            }
            path = pattern
        }
        status = try call.query("status").map(Self.status)
        since = try Self.instant(call, "since")
        until = try Self.instant(call, "until")
        countermark = call.query("countermark")
    }

    private static func number<Number: FixedWidthInteger>(_ call: Call, _ name: String) throws(WireError) -> Number? {
        guard let text = call.query(name) else { return nil }
        guard let number = Number(text), number >= 0 else {
            throw .control("\(name) is no number: \(text)", hint: "Write it like \(name)=100.")
        }
        return number
    }

    private static func isOutgoing(_ text: String) throws(WireError) -> Bool {
        guard ["incoming", "outgoing"].contains(text) else {
            throw .control("direction is none: \(text)", hint: "There are incoming and outgoing.")
        }
        return text == "outgoing"
    }

    private static func kind(_ text: String) throws(WireError) -> PartnerCall.Kind {
        guard let kind = PartnerCall.Kind(rawValue: text) else {
            let names = PartnerCall.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .control("kind is none: \(text)", hint: "There are \(names).")
        }
        return kind
    }

    private static func instant(_ call: Call, _ name: String) throws(WireError) -> Instant? {
        guard let text = call.query(name) else { return nil }
        guard let instant = Instant(iso8601: text) else {
            throw .control("\(name) is no date: \(text)", hint: "Write it like 2018-12-03T07:15:00Z, in UTC.")
        }
        return instant
    }

    private static func status(_ text: String) throws(WireError) -> Status {
        if let status = Int(text), status == 0 || (100...599).contains(status) { return .exactly(status) }
        if text.count == 3, text.lowercased().hasSuffix("xx"), let hundred = text.first?.wholeNumberValue,
            (1...5).contains(hundred)
        {
            return .hundred(hundred)
        }
        throw .control("status is none: \(text)", hint: "Write it like 410 or 4xx; 0 is no answer.")
    }
}
