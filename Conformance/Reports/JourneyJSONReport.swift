// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The results of journeys as JSON, for programs.
public enum JourneyJSONReport {
    /// The version of the layout; a new number when a reader of the old one would be misled.
    public static let schema = "passculture.journeys/1"

    /// The report, pretty-printed, in a language for its sentences; amounts are in cents.
    public static func text(_ results: [JourneyResult], url: String, language: Language) -> String {
        let report: JSONValue = [
            "schema": .string(schema),
            "edition": .string(edition(of: results)),
            "url": .string(url),
            "journeys": .array(results.map { journey($0, language) }),
        ]
        return report.text(.pretty)
    }

    /// The contract that all went by, or `both`; each journey says its own.
    private static func edition(of results: [JourneyResult]) -> String {
        let editions = Set(results.map(\.edition))
        return editions.count > 1 ? "both" : (editions.first ?? .prototype2018).name
    }

    private static func journey(_ result: JourneyResult, _ language: Language) -> JSONValue {
        var object: JSONObject = [
            "id": .string(result.id),
            "edition": .string(result.edition.name),
            "title": .string(result.title.text(in: language)),
            "done": .bool(result.isDone),
            "milliseconds": .number(JSONNumber(result.milliseconds)),
            "steps": .array(result.steps.map { step($0, language) }),
            "wallets": .array(
                result.money.wallets.map {
                    [
                        "name": .string($0.name), "startCents": .number(JSONNumber($0.startCents)),
                        "cents": .number(JSONNumber($0.cents)),
                    ]
                }),
            "transfers": .array(result.money.transfers.map(transfer)),
        ]
        // Only the documents and the service of 2018 differ.
        if result.edition == .prototype2018 { object["profile"] = .string(result.profile.name) }
        return .object(object)
    }

    private static func step(_ step: StepReport, _ language: Language) -> JSONValue {
        var object: JSONObject = [
            "id": .string(step.id), "actor": .string(step.actor.rawValue), "verdict": .string(step.verdict.rawValue),
            "sentence": .string(step.sentence.text(in: language)),
            "changes": .array(step.changes.map { .string($0.text(in: language)) }),
            "requirements": .array(step.requirements.map(JSONValue.string)),
        ]
        if let reason = step.reason { object["reason"] = .string(reason.text(in: language)) }
        if let evidence = step.evidence {
            var seen: JSONObject = [
                "expected": .string(evidence.expected.text(in: language)),
                "seen": .string(evidence.seen.text(in: language)),
            ]
            seen["curl"] = evidence.curl.map(JSONValue.string)
            object["evidence"] = .object(seen)
        }
        return .object(object)
    }

    private static func transfer(_ transfer: Transfer) -> JSONValue {
        [
            "executedAt": .string(transfer.executedAt), "cents": .number(JSONNumber(transfer.cents)),
            "iban": .string(transfer.iban), "recipient": .string(transfer.recipientName),
            "label": .string(transfer.label),
            "bookings": .array(
                transfer.lines.map {
                    [
                        "bookingId": .string($0.bookingId), "cents": .number(JSONNumber($0.cents)),
                        "offerName": .string($0.offerName), "rule": .string($0.rule),
                    ]
                }),
        ]
    }
}
