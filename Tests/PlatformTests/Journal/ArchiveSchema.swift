// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What HAR 1.2 asks of an archive, as a table: the fields of each of its objects, their types, and which must be there.
///
/// Fields of one's own begin with an underscore, and any object may have a comment.
enum ArchiveSchema {
    indirect enum Kind: Sendable {
        case text
        /// Not below zero.
        case time
        /// Bytes, or -1 where nobody knows.
        case size
        /// A status, or 0 for no answer.
        case status
        /// With its time zone.
        case instant
        /// Absolute.
        case address
        case object(String)
        case list(String)
    }

    struct Field: Sendable {
        let name: String
        let kind: Kind
        var isOptional = false
    }

    private static func field(_ name: String, _ kind: Kind, optional: Bool = false) -> Field {
        Field(name: name, kind: kind, isOptional: optional)
    }

    private static let message = [
        field("httpVersion", .text), field("cookies", .list("cookie")), field("headers", .list("pair")),
        field("headersSize", .size), field("bodySize", .size),
    ]

    /// The objects of the format that an archive of ours may have.
    static let objects: [String: [Field]] = [
        "archive": [field("log", .object("log"))],
        "log": [
            field("version", .text), field("creator", .object("program")), field("entries", .list("entry")),
            field("browser", .object("program"), optional: true),
        ],
        "program": [field("name", .text), field("version", .text)],
        "entry": [
            field("startedDateTime", .instant), field("time", .time), field("request", .object("request")),
            field("response", .object("response")), field("cache", .object("cache")),
            field("timings", .object("timings")), field("serverIPAddress", .text, optional: true),
            field("connection", .text, optional: true),
        ],
        "request": message + [
            field("method", .text), field("url", .address), field("queryString", .list("pair")),
            field("postData", .object("postData"), optional: true),
        ],
        "response": message + [
            field("status", .status), field("statusText", .text), field("content", .object("content")),
            field("redirectURL", .text),
        ],
        "postData": [field("mimeType", .text), field("text", .text, optional: true)],
        "content": [
            field("size", .size), field("mimeType", .text), field("text", .text, optional: true),
            field("encoding", .text, optional: true),
        ],
        "pair": [field("name", .text), field("value", .text)],
        "cookie": [field("name", .text), field("value", .text)],
        "cache": [],
        "timings": [field("send", .time), field("wait", .time), field("receive", .time)],
    ]

    /// What is wrong with an archive, each with its path; nothing when it is one.
    static func problems(_ archive: JSONValue) -> [String] { problems(archive, .object("archive"), at: "") }

    private static func problems(_ value: JSONValue, _ kind: Kind, at path: String) -> [String] {
        switch (kind, value) {
        case (.text, .string): return []
        case (.time, .number(let number)): return number.text.hasPrefix("-") ? ["\(path): below zero"] : []
        case (.size, .number(let number)): return number.int64.map { $0 >= -1 } == true ? [] : ["\(path): no size"]
        case (.status, .number(let number)):
            return number.int64.map { $0 == 0 || (100...999).contains($0) } == true ? [] : ["\(path): no status"]
        case (.instant, .string(let text)): return Instant(iso8601: text) == nil ? ["\(path): no instant"] : []
        case (.address, .string(let text)): return text.hasPrefix("http://") ? [] : ["\(path): not absolute"]
        case (.list(let name), .array(let values)):
            return values.enumerated().flatMap { problems($1, .object(name), at: "\(path)[\($0)]") }
        case (.object(let name), .object(let object)): return problems(object, objects[name] ?? [], at: path)
        default: return ["\(path): \(value.text.prefix(40)) is no \(kind)"]
        }
    }

    private static func problems(_ object: JSONObject, _ fields: [Field], at path: String) -> [String] {
        let known = Set(fields.map(\.name) + ["comment"])
        let foreign = object.keys.filter { !known.contains($0) && !$0.hasPrefix("_") }.map {
            "\(path).\($0): not in HAR 1.2"
        }
        return foreign
            + fields.flatMap { field -> [String] in
                let place = "\(path).\(field.name)"
                guard let value = object[field.name] else { return field.isOptional ? [] : ["\(place): missing"] }
                return problems(value, field.kind, at: place)
            }
    }
}
