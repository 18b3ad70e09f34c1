// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The result of a run as JSON, for programs.
public enum JSONReport {
    /// The version of the layout; a new number when a reader of the old one would be misled.
    public static let schema = "passculture.certification/1"

    /// The report, pretty-printed, in a language for its sentences; also of a run that was refused.
    public static func text(_ result: CertificationResult, language: Language = .english) -> String {
        value(result, language: language).text([.pretty, .trailingNewline])
    }

    static func value(_ result: CertificationResult, language: Language) -> JSONValue {
        [
            "schema": .string(schema),
            "suite": .string(result.suite.name),
            "edition": .string(result.suite.edition.name),
            "url": .string(result.configuration.url),
            "offers": result.offers.map { .string($0) } ?? .null,
            "lists": .array(result.lists.map(JSONValue.string)),
            "origin": result.suite.isPrototype ? .string(result.configuration.origin) : .null,
            "control": .bool(result.hasControl),
            "only": .array(result.configuration.selection.only.map(JSONValue.string)),
            "levels": .array(result.configuration.selection.levels.map(\.rawValue).sorted().map(JSONValue.string)),
            "summary": .string(result.summary.text(in: language)),
            "musts": [
                "applicable": number(result.applicableMusts.count), "judged": number(result.judgedMusts),
                "passed": number(result.passedMusts),
            ],
            "exitCode": number(result.exitCode),
            "refusal": result.refusal.map { .string($0.sentence.text(in: language)) } ?? .null,
            "conclusion": .string(result.conclusion.text(in: language)),
            "profile": profile(result.profile, named: result.profileName),
            "requirements": .array(result.requirements.map(requirement)),
            "notTested": .array(
                result.notTested.map {
                    ["id": .string($0.id), "reason": .string($0.notTestedReason?.text(in: language) ?? "")]
                }),
            "checks": .array(result.checks.map { check($0, language) }),
        ]
    }

    private static func profile(_ profile: ProfileSeen, named name: String) -> JSONValue {
        let sides = Divergence.allCases.compactMap { divergence -> (String, JSONValue)? in
            guard let seen = profile.sides[divergence] else { return nil }
            return (divergence.rawValue, .array(seen.map(\.rawValue).sorted().map(JSONValue.string)))
        }
        return ["seen": .string(name), "divergences": .object(JSONObject(uniqueKeysWithValues: sides))]
    }

    private static func requirement(_ result: RequirementResult) -> JSONValue {
        [
            "id": .string(result.requirement.id), "level": .string(result.requirement.level.rawValue),
            "source": .string(result.requirement.source), "quote": .string(result.requirement.quote),
            "condition": .string(result.requirement.condition), "verdict": .string(result.verdict.rawValue),
            "checks": .array(result.checks.map(JSONValue.string)),
        ]
    }

    private static func check(_ result: CheckResult, _ language: Language) -> JSONValue {
        var object: JSONObject = [
            "id": .string(result.id), "title": .string(result.title.text(in: language)),
            "requirements": .array(result.requirements.map(JSONValue.string)),
            "verdict": .string(result.verdict.rawValue), "requests": number(result.requests),
            "milliseconds": number(result.milliseconds),
        ]
        if let evidence = result.evidence {
            object["evidence"] = [
                "expected": .string(evidence.expected.text(in: language)),
                "seen": .string(evidence.seen.text(in: language)),
                "curl": evidence.curl.map(JSONValue.string) ?? .null,
            ]
        }
        if let reason = result.reason { object["reason"] = .string(reason.text(in: language)) }
        if !result.notes.isEmpty {
            object["notes"] = .array(
                result.notes.map { ["divergence": .string($0.divergence.rawValue), "side": .string($0.side.rawValue)] })
        }
        return .object(object)
    }

    private static func number(_ value: some BinaryInteger) -> JSONValue {
        .number(JSONNumber(value))
    }
}
