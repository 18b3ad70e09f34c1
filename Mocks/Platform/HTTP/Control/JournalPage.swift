// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// An exchange as it is shown: readable, and without what nobody should copy from it.
///
/// Masked are the values of `Authorization`, `Cookie` and `Set-Cookie`, and every field of a JSON body whose name has to do with a
/// password. Countermarks and addresses are shown: a tester looks for them.
enum JournalPage {
    private static let mask: JSONValue = "***"

    /// The exchange.
    static func json(_ entry: JournalEntry) -> JSONValue {
        [
            "number": .number(JSONNumber(entry.number)), "at": .string(entry.at.iso8601),
            "elapsedMicroseconds": .number(JSONNumber(entry.elapsed.microseconds)),
            "method": .string(entry.method), "path": .string(entry.path), "query": .string(entry.query),
            "request": message(entry.requestHeaders, entry.requestBody),
            "status": .number(JSONNumber(entry.status)),
            "response": message(entry.answerHeaders, entry.answerBody),
        ]
    }

    private static func message(
        _ headers: [(name: String, value: String)], _ body: JournalEntry.Body
    ) -> JSONValue {
        [
            "headers": .array(headers.map { .array([.string($0.name), shown($0.name, $0.value)]) }),
            "body": text(body), "bodyBytes": .number(JSONNumber(body.count)),
        ]
    }

    private static func shown(_ name: String, _ value: String) -> JSONValue {
        switch name.lowercased() {
        case "authorization", "cookie", "set-cookie", "proxy-authorization": mask
        default: .string(value)
        }
    }

    /// The body as text; nothing for none, and for bytes that are no text only how many there were (beside it).
    private static func text(_ body: JournalEntry.Body) -> JSONValue {
        guard !body.bytes.isEmpty else { return .null }
        if let value = try? JSONValue(parsing: body.bytes) {
            let masked = masked(value)
            // A body without secrets is shown as it was sent, to the byte.
            if masked != value { return .string(masked.text) }
        } else if mayHoldPassword(body.bytes) {
            return "(not shown: it may hold a password)"
        }
        guard let text = utf8(body.bytes, isCut: body.count > body.bytes.count) else { return .null }
        return .string(body.count > body.bytes.count ? text + "…" : text)
    }

    private static func masked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            var masked = JSONObject()
            for (key, value) in object {
                masked[key] = key.lowercased().contains("password") ? mask : self.masked(value)
            }
            return .object(masked)
        case .array(let values): return .array(values.map(masked))
        default: return value
        }
    }

    private static func mayHoldPassword(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).lowercased().contains("passw")
    }

    /// The text, if it is one; where it was cut, up to three bytes of a last character may be missing.
    private static func utf8(_ bytes: [UInt8], isCut: Bool) -> String? {
        for dropped in 0...(isCut ? 3 : 0) where dropped <= bytes.count {
            if let text = String(validating: bytes.dropLast(dropped), as: UTF8.self) { return text }
        }
        return nil
    }
}
