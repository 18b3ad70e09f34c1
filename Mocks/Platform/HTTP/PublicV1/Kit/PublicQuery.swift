// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import PlatformDomain

/// The query of a route of today's edition, read as strictly as a body: names that nobody asked for are refused (inferred, `today §2.1`).
final class PublicQuery {
    private let values: [(name: String, value: String)]
    private let errors = ValidationErrors()
    private var asked: Set<String> = []

    /// Takes a request's query.
    init(_ call: Call) {
        values = call.query
    }

    /// Throws 400 if anything was wrong, or was sent that no parameter asked for.
    func finish() throws(WireError) {
        for (name, _) in values where !asked.contains(name) { errors.add(name, ValidationErrors.extra) }
        try errors.throwIfAny()
    }

    /// Says that something is wrong with a parameter.
    func refuse(_ name: String, _ sentence: String) { errors.add(name, sentence) }

    /// A text, or nothing; of several the first.
    func text(_ name: String) -> String? {
        asked.insert(name)
        return values.first { $0.name == name }?.value
    }

    /// A whole number within bounds, or nothing.
    func integer(_ name: String, _ bounds: ClosedRange<Int64>) -> Int64? {
        guard let text = text(name) else { return nil }
        guard let number = Int64(text) else {
            refuse(name, "value is not a valid integer")
            return nil
        }
        guard bounds.contains(number) else {
            let isLow = number < bounds.lowerBound
            refuse(
                name,
                isLow
                    ? "ensure this value is greater than or equal to \(bounds.lowerBound)"
                    : "ensure this value is less than or equal to \(bounds.upperBound)")
            return nil
        }
        return number
    }

    /// A coordinate in hundred-thousandths of a degree, up to that many degrees to either side, or nothing.
    func coordinate(_ name: String, upTo limit: Int64) -> Int64? {
        guard let text = text(name) else { return nil }
        guard let scaled = JSONNumber(text: text)?.scaled(5, rounding: .halfAwayFromZero) else {
            refuse(name, "value is not a valid float")
            return nil
        }
        guard scaled.magnitude <= UInt64(limit) * 100_000 else {
            refuse(name, "ensure this value is between -\(limit) and \(limit)")
            return nil
        }
        return scaled
    }

    /// A record's number, or nothing.
    func identifier<Record>(_ name: String, of record: Record.Type = Record.self) -> Identifier<Record>? {
        integer(name, Int64.min...Int64.max).map { Identifier($0) }
    }

    /// A date with its zone, or nothing.
    func instant(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        switch AwareDatetime(text) {
        case .aware(let instant): return instant
        case .naive: refuse(name, ValidationErrors.naive)
        case .invalid: refuse(name, "invalid datetime format")
        }
        return nil
    }

    /// Which part of a list is asked for.
    func cursor() -> PageCursor {
        PageCursor(
            firstIndex: integer("firstIndex", 1...Int64.max) ?? 1,
            limit: Int(integer("limit", 1...Int64(PageCursor.largest)) ?? Int64(PageCursor.largest)))
    }
}
