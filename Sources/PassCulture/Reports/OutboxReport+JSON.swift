// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
package import JSON

extension OutboxReport {
    /// The report as JSON for programs; amounts in cents, instants in UTC.
    ///
    /// - Parameter showsCountermarks: Whether countermarks are shown in full; otherwise all but their last two characters are hidden.
    public func json(showsCountermarks: Bool = false) -> String {
        var object: JSONObject = [
            "period": .string(period.description), "from": .string(period.begin.iso8601),
            "to": .string(period.over.iso8601),
        ]
        object["venue"] = venue.map { .string($0) }
        object["total"] = Self.object(total)
        object["venues"] = .array(
            venues.map { summary in
                ["venue": summary.venue.map { .string($0) } ?? .null, "counts": Self.object(summary)]
            })
        let payments = comparison?.words ?? [:]
        object["attempts"] = .array(
            attempts.map { attempt in
                var fields = attempt.json(showsCountermark: showsCountermarks)
                fields["transfer"] = payments[attempt.id].map { .string($0.english) }
                return .object(fields)
            })
        object["overrides"] = .array(overrides.map { .string($0.number) })
        object["promotions"] = .array(promotions.map { .string($0.number) })
        object["transfers"] = comparison.map { Self.object($0, showsCountermarks) }
        return JSONValue.object(object).text
    }

    private static func object(_ summary: Summary) -> JSONValue {
        var object = JSONObject()
        for standing in Standing.allCases {
            let tally = summary[standing]
            object[standing.rawValue] = [
                "count": .number(JSONNumber(tally.count)), "amountCents": .number(JSONNumber(tally.amountCents)),
                "withoutAmount": .number(JSONNumber(tally.withoutAmount)),
            ]
        }
        return .object(object)
    }

    private static func object(_ comparison: TransferComparison, _ shows: Bool) -> JSONValue {
        func numbers(_ pairs: [TransferComparison.Pair]) -> JSONValue {
            .array(pairs.map { .string($0.attempt.number) })
        }
        return [
            "paid": numbers(comparison.paid), "waiting": numbers(comparison.waiting),
            "toCheck": numbers(comparison.toCheck), "notReimbursed": numbers(comparison.notReimbursed),
            "missing": .array(comparison.missing.map { .string($0.number) }),
            "paidOtherwise": numbers(comparison.paidOtherwise),
            "differing": .array(
                comparison.differing.map { pair in
                    [
                        "attempt": .string(pair.attempt.number),
                        "debitedCents": .number(JSONNumber(pair.row.amountCents)),
                    ]
                }),
            "notInOutbox": .array(
                comparison.notInOutbox.map { row in
                    [
                        "line": .number(JSONNumber(row.line)), "countermark": .string(shown(row.countermark, shows)),
                        "offerName": .string(row.offerName), "venueName": .string(row.venueName),
                        "amountCents": .number(JSONNumber(row.amountCents)),
                    ]
                }),
            "erased": .number(JSONNumber(comparison.erased)),
            "erasedInOutbox": .number(JSONNumber(comparison.erasedInAll)),
        ]
    }
}

extension Attempt {
    /// The countermark as a list shows it: in full, or hidden but for its last two characters; points once it was erased.
    package func shownCountermark(_ shows: Bool) -> String {
        countermark == nil ? "······" : OutboxReport.shown(countermark, shows)
    }

    /// The attempt as JSON for programs: what is absent has no key, instants are UTC.
    ///
    /// - Parameter showsCountermark: Whether the countermark is shown in full; otherwise all but its last two characters are hidden.
    package func json(showsCountermark: Bool) -> JSONObject {
        var object: JSONObject = [
            "attempt": .string(number), "state": .string(state.rawValue), "till": .string(till),
        ]
        object["venue"] = venue.map { .string($0) }
        object["countermark"] = countermark.map { .string(OutboxReport.shown($0, showsCountermark)) }
        object["amountCents"] = amountCents.map { .number(JSONNumber($0)) }
        object["kind"] = kind.map { .string($0.rawValue) }
        object["plannedAt"] = .string(plannedAt.iso8601)
        object["notBefore"] = notBefore.map { .string($0.iso8601) }
        object["checkedAt"] = checkedAt.map { .string($0.iso8601) }
        object["sends"] = .number(JSONNumber(sends))
        object["sentAt"] = sentAt.map { .string($0.iso8601) }
        object["closedAt"] = closedAt.map { .string($0.iso8601) }
        object["unknownSince"] = unknownSince.map { .string($0.iso8601) }
        object["note"] = note.map { .string($0) }
        object["reading"] = reading.map { .string($0.rawValue) }
        if overridesRule { object["overridesRule"] = true }
        if let promotion {
            object["promotion"] = [
                "ground": .string(promotion.ground.rawValue), "name": .string(promotion.name),
                "at": .string(promotion.at.iso8601),
            ]
        }
        return object
    }
}
