// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a change does to one field of what is published: a field that is sent counts as changed, even when it is equal (`today §1.4`),
/// so what is not meant to change is not sent.
public enum FieldChange<Value: Hashable & Sendable>: Hashable, Sendable {
    /// It stays, and is not sent.
    case unchanged

    /// It becomes this.
    case set(Value)

    /// It becomes nothing: a null is sent.
    case cleared

    /// What it is set to, if it is.
    var value: Value? {
        if case .set(let value) = self { value } else { nil }
    }
}

extension JSONObject {
    /// Writes a field that may stay, be set or be cleared.
    mutating func write<Value>(_ key: String, _ change: FieldChange<Value>, _ json: (Value) -> JSONValue) {
        switch change {
        case .unchanged: break
        case .set(let value): self[key] = json(value)
        case .cleared: self[key] = .some(.null)
        }
    }

    /// Writes a text, or nothing.
    mutating func write(_ key: String, _ text: String?) {
        self[key] = text.map { .string($0) }
    }

    /// Writes an integer, or nothing.
    mutating func write(_ key: String, _ number: Int?) {
        self[key] = number.map { .number(JSONNumber($0)) }
    }

    /// Writes a truth value, or nothing.
    mutating func write(_ key: String, _ truth: Bool?) {
        self[key] = truth.map { .bool($0) }
    }
}
