// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// An exchange as it is shown: readable, with what a tester looks for in it.
///
/// Countermarks, addresses and names are shown, for this page is the tester's own; the exports mask them. Secrets are not in the
/// journal at all.
enum JournalPage {
    /// The exchange.
    static func json(_ entry: JournalEntry) -> JSONValue {
        var object: JSONObject = [
            "number": .number(JSONNumber(entry.number)), "at": .string(entry.at.iso8601),
            "direction": entry.call == nil ? "incoming" : "outgoing",
            "elapsedMicroseconds": .number(JSONNumber(entry.elapsed.microseconds)),
            "method": .string(entry.method), "path": .string(entry.path), "query": .string(entry.query),
            "request": message(entry.requestHeaders, entry.requestBody),
            "status": .number(JSONNumber(entry.statusSent)),
            "response": message(entry.answerHeaders, entry.answerBody),
        ]
        if let fault = entry.fault { object["fault"] = json(fault, of: entry) }
        if let call = entry.call {
            var about = json(call)
            about["url"] = .string(call.origin + entry.path)
            object["call"] = .object(about)
        }
        return .object(object)
    }

    /// What a call to a partner was for, and what followed from it.
    static func json(_ call: PartnerCall) -> JSONObject {
        [
            "kind": .string(call.kind.rawValue), "providerId": PublicJSON.id(call.providerID),
            "failure": WireJSON.text(call.failure), "result": .string(call.result),
        ]
    }

    /// What a fault did: whether the service did what was asked, what it answered, and how much of that was sent.
    static func json(_ fault: JournalEntry.Fault, of entry: JournalEntry) -> JSONValue {
        [
            "rule": fault.ruleID.map { .string($0) } ?? .null, "kind": .string(fault.kind),
            "applied": .bool(fault.isApplied),
            "answered": entry.status == 0 ? .null : .number(JSONNumber(entry.status)), "sent": .string(fault.words),
        ]
    }

    private static func message(
        _ headers: [(name: String, value: String)], _ body: JournalEntry.Body
    ) -> JSONValue {
        [
            "headers": .array(headers.map { .array([.string($0.name), .string($0.value)]) }),
            "body": text(body), "bodyBytes": .number(JSONNumber(body.count)),
        ]
    }

    /// The body as text; nothing for none, and for bytes that are no text only how many there were (beside it).
    private static func text(_ body: JournalEntry.Body) -> JSONValue {
        guard !body.bytes.isEmpty, let text = body.text else { return .null }
        return .string(body.isCut ? text + "…" : text)
    }
}

extension JournalEntry.Fault {
    /// How much of the answer was sent, in words.
    var words: String {
        switch sent {
        case .whole: "whole"
        case .nothing: "nothing"
        case .cut(let count): "head and \(count) bytes of the body at most"
        case .inDrops: "whole, in drops"
        }
    }
}

extension JournalEntry.Body {
    /// What is kept as text, if it is one; where it was cut, up to three bytes of a last character may be missing.
    var text: String? {
        for dropped in 0...(isCut ? 3 : 0) where dropped <= bytes.count {
            if let text = String(validating: bytes.dropLast(dropped), as: UTF8.self) { return text }
        }
        return nil
    }
}
