// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A rule as the control API shows it: what was entered, what was filled in, and how far it has come.
enum FaultPage {
    /// The rule at an instant; keys that do not concern it are left out.
    static func json(_ rule: FaultRule, at now: Instant) -> JSONValue {
        let (fault, match) = (rule.fault, rule.match)
        var object: JSONObject = ["id": .string(rule.id), "fault": .string(fault.kind.rawValue)]
        object["method"] = match.method.map { .string($0) }
        object["path"] = match.path.map { .string($0.text) }
        object["nth"] = match.nth.map { .number(JSONNumber($0)) }
        object["every"] = match.every.map { .number(JSONNumber($0)) }
        if let millionths = match.millionths {
            object["probability"] = .number(decimal(Int64(millionths)))
            object["seed"] = .number(JSONNumber(rule.seed))
        }
        object["from"] = match.from.map { .string($0.iso8601) }
        object["until"] = match.until.map { .string($0.iso8601) }
        object["times"] = match.times.map { .number(JSONNumber($0)) }
        add(fault, to: &object)
        object["standing"] = .string(rule.standing(at: now).rawValue)
        object["seen"] = .number(JSONNumber(rule.seen))
        object["hits"] = .number(JSONNumber(rule.hits))
        object["remaining"] = rule.remaining.map { .number(JSONNumber($0)) } ?? .null
        return .object(object)
    }

    private static func add(_ fault: Fault, to object: inout JSONObject) {
        if fault.wait > .zero { object["seconds"] = .number(decimal(fault.wait.microseconds)) }
        switch fault.kind {
        case .cutBody: object["bytes"] = .number(JSONNumber(fault.bytes))
        case .dribble:
            object["bytes"] = .number(JSONNumber(fault.bytes))
            object["everySeconds"] = .number(decimal(fault.pause.microseconds))
        case .wrongContentType: object["contentType"] = .string(fault.contentType)
        default: break
        }
        guard let page = fault.page else { return }
        object["status"] = .number(JSONNumber(page.status))
        var headers = JSONObject()
        for (name, _) in page.headers where headers[name] == nil {
            let values = page.headers.filter { $0.name == name }.map { JSONValue.string($0.value) }
            headers[name] = values.count == 1 ? values[0] : .array(values)
        }
        object["headers"] = .object(headers)
        object["body"] = .string(page.body)
        object["apply"] = .bool(fault.isApplied)
    }

    /// Millionths as a decimal number.
    private static func decimal(_ millionths: Int64) -> JSONNumber {
        let (whole, rest) = (millionths / 1_000_000, millionths % 1_000_000)
        var digits = String(1_000_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return JSONNumber(text: digits.isEmpty ? "\(whole)" : "\(whole).\(digits)") ?? JSONNumber(whole)
    }
}
