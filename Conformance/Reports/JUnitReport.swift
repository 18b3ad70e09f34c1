// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The result of a run as JUnit XML, which the servers that build software read.
///
/// One test case a check, and a last one for the whole: it is an error where the run ends with 2, 3 or 4, so that a server that passes over
/// skipped cases takes no partial result for a good one. What is below a MUST and does not hold is a passed case with output, as it ends no
/// run with an error; what was not judged is skipped.
public enum JUnitReport {
    /// The report, in a language for its sentences.
    public static func text(_ result: CertificationResult, language: Language = .english) -> String {
        let cases = result.checks.map { testCase($0, result, language) } + [conclusion(result, language)]
        func count(_ verdicts: Set<Verdict>) -> Int { result.checks.count { verdicts.contains($0.verdict) } }
        let suite = Markup.element(
            "testsuite",
            [
                "name": name(of: result), "tests": String(cases.count), "failures": String(count([.fail])),
                "errors": String(count([.error]) + (result.isConclusive ? 0 : 1)), "skipped": String(count(skipped)),
                "time": seconds(result.checks.reduce(0) { $0 + $1.milliseconds }),
            ],
            "\n" + properties(result, language) + cases.map { $0 + "\n" }.joined())
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suite)\n</testsuites>\n"
    }

    private static let skipped: Set<Verdict> = [.skip, .notApplicable, .notJudged, .inconclusive]

    private static func name(of result: CertificationResult) -> String {
        "passculture.\(result.suite.name)-\(result.suite.edition.name)"
    }

    private static func properties(_ result: CertificationResult, _ language: Language) -> String {
        let values: KeyValuePairs = [
            "url": result.configuration.url, "control": String(result.hasControl),
            "summary": result.summary.text(in: language), "exitCode": String(result.exitCode),
        ]
        let lines = values.map { Markup.element("property", ["name": $0, "value": $1]) + "\n" }
        return "<properties>\n" + lines.joined() + "</properties>\n"
    }

    private static func conclusion(_ result: CertificationResult, _ language: Language) -> String {
        let sentence = result.conclusion.text(in: language)
        let content =
            result.isConclusive
            ? Markup.element("system-out", [:], Markup.escaped(sentence))
            : Markup.element("error", ["type": "exit code \(result.exitCode)", "message": sentence])
        return Markup.element(
            "testcase", ["classname": name(of: result), "name": "conclusion", "time": "0.000"], content)
    }

    private static func testCase(_ check: CheckResult, _ result: CertificationResult, _ language: Language) -> String {
        var content = ""
        let reason = check.reason?.text(in: language) ?? ""
        switch check.verdict {
        case .pass: break
        case .fail:
            let seen =
                check.evidence.map { evidence in
                    Sentence(
                        "attendu \(evidence.expected.french), vu \(evidence.seen.french)",
                        "expected \(evidence.expected.english), seen \(evidence.seen.english)"
                    ).text(in: language)
                } ?? reason
            content = Markup.element(
                "failure", ["type": "fail", "message": seen], Markup.escaped(details(check, result, language)))
        case .error:
            content = Markup.element(
                "error", ["type": "error", "message": reason], Markup.escaped(details(check, result, language)))
        case .warn:
            content = Markup.element("system-out", [:], Markup.escaped(details(check, result, language)))
        case .skip, .notApplicable, .notJudged, .inconclusive:
            content = Markup.element(
                "skipped",
                ["message": "\(check.verdict.name.text(in: language))\(language == .french ? " : " : ": ")\(reason)"])
        }
        let title = "\(check.id) — \(check.title.text(in: language))"
        return Markup.element(
            "testcase",
            ["classname": name(of: result), "name": title, "time": seconds(check.milliseconds)], content)
    }

    /// The requirements behind a check, what was expected and what was seen, and how to see it again.
    private static func details(_ check: CheckResult, _ result: CertificationResult, _ language: Language) -> String {
        var lines = result.requirements(behind: check).map {
            "\($0.id) \($0.level.rawValue) « \($0.quote) » (\($0.source))"
        }
        if let evidence = check.evidence {
            lines += [
                Sentence("attendu : \(evidence.expected.french)", "expected: \(evidence.expected.english)"),
                Sentence("vu : \(evidence.seen.french)", "seen: \(evidence.seen.english)"),
            ].map { $0.text(in: language) }
            if let curl = evidence.curl { lines.append(curl) }
        }
        if let reason = check.reason { lines.append(reason.text(in: language)) }
        return lines.joined(separator: "\n")
    }

    private static func seconds(_ milliseconds: Int64) -> String {
        let thousandths = String(milliseconds % 1_000)
        return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - thousandths.count) + thousandths
    }
}

extension CertificationResult {
    /// Whether it says yes or no, and not that something is left to judge.
    fileprivate var isConclusive: Bool { exitCode == 0 || exitCode == 1 }
}
