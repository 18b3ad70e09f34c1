// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// The journal as an HTTP archive (HAR 1.2), for the tools that read such; people are masked.
///
/// Fields of our own begin with an underscore, as the format has it: `_number`, `_direction`, `_fault` where one struck, and `_call` of a
/// call to a partner.
struct HARPage {
    private let excerpt: Journal.Excerpt
    private let base: String
    private let anonymizer: Anonymizer

    /// Prepares the archive of a platform that listens there.
    init(_ excerpt: Journal.Excerpt, base: String) {
        self.excerpt = excerpt
        self.base = base
        anonymizer = Anonymizer(excerpt.entries)
    }

    /// The archive.
    var json: JSONValue {
        var log: JSONObject = [
            "version": "1.2", "creator": ["name": "passculture mock", "version": "2018-12"],
            "entries": .array(excerpt.entries.map(entry)),
        ]
        if excerpt.dropped > 0 { log["comment"] = .string("\(excerpt.dropped) earlier exchanges are gone") }
        return ["log": .object(log)]
    }

    private func entry(_ entry: JournalEntry) -> JSONValue {
        let milliseconds = Self.milliseconds(entry.elapsed)
        var object: JSONObject = [
            "startedDateTime": .string((entry.at - entry.elapsed).iso8601), "time": milliseconds,
            "request": request(entry),
            "response": entry.fault?.sent == .nothing || entry.call?.failure != nil ? Self.noResponse : response(entry),
            "cache": [:], "timings": ["send": 0, "wait": milliseconds, "receive": 0],
            "_number": .number(JSONNumber(entry.number)),
            "_direction": entry.call == nil ? "incoming" : "outgoing",
        ]
        if let call = entry.call { object["_call"] = .object(JournalPage.json(call)) }
        if let fault = entry.fault { object["_fault"] = JournalPage.json(fault, of: entry) }
        if entry.isConnection { object["comment"] = "a connection that was reset; no request was read" }
        return .object(object)
    }

    private func request(_ entry: JournalEntry) -> JSONValue {
        let query = anonymizer.query(entry.query)
        let url =
            (entry.call?.origin ?? base) + anonymizer.path(entry.path).masked
            + (entry.query.isEmpty ? "" : "?" + query.masked)
        var object: JSONObject = [
            "method": .string(entry.method), "url": .string(url), "httpVersion": "HTTP/1.1", "cookies": [],
            "headers": headers(entry.requestHeaders),
            "queryString": .array(
                QueryString.fields(query.masked).map { ["name": .string($0.name), "value": .string($0.value)] }),
        ]
        let type = entry.requestHeaders.value(of: "Content-Type")
        if entry.requestBody.count > 0 {
            let text = anonymizer.body(entry.requestBody, type: type, isRequest: true)
            object["postData"] = Self.content(["mimeType": .string(type)], text, entry.requestBody)
        }
        object["headersSize"] = -1
        object["bodySize"] = .number(JSONNumber(entry.hasUnreadBody ? -1 : entry.requestBody.count))
        if entry.hasUnreadBody { object["comment"] = "the body is not kept" }
        return .object(object)
    }

    private func response(_ entry: JournalEntry) -> JSONValue {
        let type = entry.answerHeaders.value(of: "Content-Type")
        let start: JSONObject = [
            "size": .number(JSONNumber(entry.answerBody.count)), "mimeType": .string(type.isEmpty ? "x-unknown" : type),
        ]
        let text = anonymizer.body(entry.answerBody, type: type, isRequest: false)
        return [
            "status": .number(JSONNumber(entry.status)), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
            "headers": headers(entry.answerHeaders), "content": Self.content(start, text, entry.answerBody),
            "redirectURL": .string(anonymizer.header(entry.answerHeaders.value(of: "Location")).masked),
            "headersSize": -1, "bodySize": .number(JSONNumber(entry.answerBody.count)),
        ]
    }

    /// What tools write of an exchange whose answer never came.
    private static let noResponse: JSONValue = [
        "status": 0, "statusText": "", "httpVersion": "", "cookies": [], "headers": [],
        "content": ["size": 0, "mimeType": "x-unknown"], "redirectURL": "", "headersSize": -1, "bodySize": -1,
    ]

    private func headers(_ headers: [(name: String, value: String)]) -> JSONValue {
        .array(
            headers.map { ["name": .string($0.name), "value": .string(anonymizer.header($0.value).masked)] })
    }

    private static func content(_ start: JSONObject, _ text: MarkedText?, _ body: JournalEntry.Body) -> JSONValue {
        var object = start
        guard !body.isWithheld else {
            object["comment"] = "not kept: it may hold a password"
            return .object(object)
        }
        if let text { object["text"] = .string(text.masked) }
        if text == nil, body.count > 0 {
            object["comment"] = "not kept"
        } else if body.isCut {
            object["comment"] = "the beginning; the rest is not kept"
        }
        return .object(object)
    }

    private static func milliseconds(_ span: Span) -> JSONValue {
        let rest = String(1_000 + span.microseconds % 1_000).dropFirst()
        return JSONNumber(text: "\(span.microseconds / 1_000).\(rest)").map { .number($0) } ?? 0
    }
}

extension [(name: String, value: String)] {
    /// The first value of a header, whatever the case of its name; empty for none.
    func value(of name: String) -> String {
        first { $0.name.lowercased() == name.lowercased() }?.value ?? ""
    }
}

extension JournalEntry {
    /// Whether a body was announced and not read: its head was refused, or it was longer than its route takes.
    var hasUnreadBody: Bool {
        guard requestBody.count == 0 else { return false }
        let length = Int(requestHeaders.value(of: "Content-Length")) ?? 0
        return length > 0 || !requestHeaders.value(of: "Transfer-Encoding").isEmpty
    }
}
