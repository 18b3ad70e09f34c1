// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A rule as it is entered; what cannot be a rule, or would be one that never strikes, is refused with the key that is wrong.
struct FaultDraft: Sendable {
    private static let matchKeys = ["fault", "from", "until", "for", "nth", "every", "probability", "seed", "times"]
    private static let longest = 3_600
    private static let mostBytes = 1 << 20

    /// What goes wrong.
    let fault: Fault
    /// When.
    let match: FaultMatch
    /// Where its random numbers start; drawn here if none was given.
    let seed: UInt64

    /// Reads a rule.
    ///
    /// - Parameter now: the platform's time, from which `for` counts.
    init(_ body: ControlBody, now: Instant) throws(WireError) {
        guard body.has("fault") else {
            throw .control("Which fault?", hint: "Give \"fault\": \(Self.kinds).")
        }
        let name = try body.string("fault")
        guard let kind = Fault.Kind(rawValue: name) else {
            throw .control("No such fault: \(name)", hint: "It is \(Self.kinds).")
        }
        try body.allowOnly(Self.matchKeys + Self.keys(of: kind))
        match = try Self.match(body, kind, now: now)
        fault = try Self.fault(body, kind)
        // Small enough for any program's numbers.
        seed =
            body.has("seed")
            ? UInt64(try body.int("seed", in: 0...(1 << 53) - 1)) : UInt64(UInt32.random(in: .min ... .max))
    }

    private static let kinds = Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")

    /// The keys of a kind beside those of all.
    private static func keys(of kind: Fault.Kind) -> [String] {
        guard !kind.isOfConnections else { return [] }
        let own: [String] =
            switch kind {
            case .cutBody: ["bytes"]
            case .dribble: ["bytes", "everySeconds"]
            case .wrongContentType: ["contentType"]
            case .htmlPage, .status: ["status", "headers", "body", "apply"]
            default: []
            }
        return ["method", "path", "seconds"] + own
    }

    // MARK: When

    private static func match(_ body: ControlBody, _ kind: Fault.Kind, now: Instant) throws(WireError) -> FaultMatch {
        var match = FaultMatch()
        if body.has("method") { match.method = try method(body) }
        if body.has("path") {
            let text = try body.string("path")
            guard let pattern = PathPattern(text) else {
                throw .control(
                    "path is no pattern of paths: \(text)", hint: "Write it like /bookings/token/*, without the query.")
            }
            guard !pattern.isOfControl else {
                throw .control(
                    "The rule would never strike: nothing under /_control is struck",
                    hint: "Write it like /bookings/token/*, a path of the platform's.")
            }
            match.path = pattern
        }
        if body.has("from") { match.from = try body.instant("from") }
        if body.has("until") { match.until = try body.instant("until") }
        if body.has("for") {
            guard match.until == nil else {
                throw .control("for and until are the same thing twice", hint: "Give one of them.")
            }
            let span = try body.seconds("for")
            guard span > .zero else { throw .control("for is no time at all", hint: "Give seconds, such as 60.") }
            match.until = min((match.from ?? now) + span, .latest)
        }
        if let until = match.until, until <= max(match.from ?? now, now) {
            throw .control(
                "The rule would be over before it begins", hint: "It is \(now.iso8601) on the platform.", status: 409)
        }
        let most = 1_000_000_000
        if body.has("nth") { match.nth = try body.int("nth", in: 1...most) }
        if body.has("every") { match.every = try body.int("every", in: 1...most) }
        if body.has("times") { match.times = try body.int("times", in: 1...most) }
        if body.has("probability") { match.millionths = try body.millionths("probability") }
        try checkSense(match, kind, body)
        return match
    }

    private static func method(_ body: ControlBody) throws(WireError) -> String {
        let text = try body.string("method").uppercased()
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw .control("method is no method: \(text)", hint: "Write it like PATCH.")
        }
        return text
    }

    private static func checkSense(_ match: FaultMatch, _ kind: Fault.Kind, _ body: ControlBody) throws(WireError) {
        if match.nth != nil, match.every != nil {
            throw .control("nth and every exclude each other", hint: "nth strikes once, every again and again.")
        }
        if match.millionths == 0 { throw .control("The rule would never strike", hint: "Give a probability above 0.") }
        if body.has("seed"), match.millionths == nil {
            throw .control("A seed without a probability draws nothing", hint: "Give \"probability\" too.")
        }
        let isEndless = match.times == nil && match.nth == nil && match.until == nil
        let isSure = (match.every ?? 1) == 1 && (match.millionths ?? 1_000_000) == 1_000_000
        if kind == .refuse, isEndless, isSure {
            throw .control(
                "Nothing would ever get through again, not even to take this rule out",
                hint: "Give \"times\", \"for\", \"until\", \"every\" from 2, or a \"probability\" below 1.")
        }
    }

    // MARK: What

    private static func fault(_ body: ControlBody, _ kind: Fault.Kind) throws(WireError) -> Fault {
        var fault = Fault(kind)
        if body.has("seconds") { fault.wait = try span(body, "seconds") }
        switch kind {
        case .refuse, .reset, .dropBeforeApplying, .applyThenDrop, .malformedJSON: break
        case .delay:
            guard fault.wait > .zero else {
                throw .control("A delay of how long?", hint: "Give \"seconds\", such as 2.5.")
            }
        case .cutBody:
            if body.has("bytes") { fault.bytes = try body.int("bytes", in: 0...mostBytes) }
        case .dribble:
            if body.has("bytes") { fault.bytes = try body.int("bytes", in: 1...mostBytes) }
            if body.has("everySeconds") { fault.pause = try span(body, "everySeconds") }
        case .wrongContentType:
            if body.has("contentType") {
                fault.contentType = try headerValue(body.string("contentType"), "contentType")
            }
        case .htmlPage, .status:
            if kind == .status, !body.has("status") {
                throw .control("Which status?", hint: "Give \"status\", such as 429.")
            }
            var page = fault.page ?? Fault.Page(status: 500)
            try read(body, into: &page)
            fault.page = page
            if body.has("apply") { fault.isApplied = try body.bool("apply") }
        }
        return fault
    }

    private static func span(_ body: ControlBody, _ key: String) throws(WireError) -> Span {
        let span = try body.seconds(key)
        guard span >= .zero, span <= .seconds(Int64(longest)) else {
            throw .control("\(key) is out of bounds", hint: "It is 0 to \(longest) seconds, of real time.")
        }
        return span
    }

    private static func read(_ body: ControlBody, into page: inout Fault.Page) throws(WireError) {
        if body.has("status") { page.status = try body.int("status", in: 200...599) }
        if body.has("body") { page.body = try body.string("body") }
        if body.has("headers") {
            for (name, value) in try body.pairs("headers") {
                let lowered = name.lowercased()
                guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
                    throw .control("headers: \(name) is no name of a header", hint: "Write it like Retry-After.")
                }
                guard !["content-length", "transfer-encoding", "connection"].contains(lowered) else {
                    throw .control(
                        "headers: \(name) is the connection's own", hint: "cutBody and malformedJSON break answers.")
                }
                if lowered == "content-type" { page.headers.removeAll { $0.name.lowercased() == lowered } }
                page.headers.append((name, try headerValue(value, "headers.\(name)")))
            }
        }
        if !page.body.isEmpty, page.status == 204 || page.status == 304 {
            throw .control("A \(page.status) has no body", hint: "Leave \"body\" out, or give another status.")
        }
        if !page.body.isEmpty, !page.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            page.headers.append(("Content-Type", Answer.textType))
        }
    }

    private static func headerValue(_ value: String, _ key: String) throws(WireError) -> String {
        guard value.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 9 }) else {
            throw .control("\(key) cannot be written on a line of ASCII", hint: "Leave control characters out.")
        }
        return value
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
