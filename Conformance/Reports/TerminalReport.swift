// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The result of a run as text for a terminal.
public struct TerminalReport: Sendable {
    /// The language to speak.
    public let language: Language

    /// A report in a language.
    public init(language: Language) {
        self.language = language
    }

    /// One line for what just happened; empty when it is not worth one.
    ///
    /// Passed checks get a line only when `verbose`.
    public func line(_ progress: CertificationProgress, verbose: Bool = false) -> String {
        switch progress {
        case .planned(let checks, let hasControl):
            guard let hasControl else { return planned(checks) + "." }
            let control =
                hasControl
                ? say("API de contrôle trouvée", "control API found") : say("sans API de contrôle", "no control API")
            return "\(planned(checks)), \(control)."
        case .checked(let result, let done, let total):
            guard verbose || result.verdict != .pass else { return "" }
            return Visible.text(
                "[\(done)/\(total)] \(mark(result.verdict)) \(result.id) — \(result.title.text(in: language))")
        }
    }

    /// The whole result: the summary line first, then what failed with its evidence, what was not judged and why,
    /// the profile seen, and the conclusion.
    public func text(_ result: CertificationResult) -> String {
        guard result.refusal == nil else {
            return result.conclusion.text(in: language) + "\n"
        }
        var lines = [result.summary.text(in: language), ""]
        for check in result.checks where check.verdict == .fail || check.verdict == .warn || check.verdict == .error {
            lines += failure(check, in: result)
        }
        lines += withheld(result)
        if result.suite.isPrototype { lines += sides(of: result.profile) }
        if result.suite.isGate {
            let edition = result.suite.edition.name
            let what = result.offers.map { " " + Visible.text($0) } ?? ""
            lines.append(
                say(
                    "Jugée\(what) avec une plateforme locale : édition \(edition), profil \(result.profileName).",
                    "Judged\(what) at a local platform: edition \(edition), profile \(result.profileName)."))
        }
        if !result.lists.isEmpty {
            let lists = Visible.text(result.lists.joined(separator: ", "))
            lines.append(say("Listes demandées : \(lists).", "Lists asked for: \(lists)."))
        }
        if !result.notTested.isEmpty {
            lines.append("")
            lines.append(say("Exigences sans vérification :", "Requirements without a check:"))
            for requirement in result.notTested {
                let reason = requirement.notTestedReason?.text(in: language) ?? ""
                lines.append("  \(requirement.id) \(requirement.level.rawValue)\(colon)\(reason)")
            }
        }
        lines += ["", result.conclusion.text(in: language)]
        return Visible.lines(lines.joined(separator: "\n")) + "\n"
    }

    private func failure(_ check: CheckResult, in result: CertificationResult) -> [String] {
        var lines = ["\(mark(check.verdict)) \(check.id) — \(check.title.text(in: language))"]
        for found in result.requirements(behind: check) {
            lines.append("    \(found.id) \(found.level.rawValue) « \(found.quote) » (\(found.source))")
        }
        if let evidence = check.evidence {
            lines.append("    \(say("attendu", "expected"))\(colon)\(evidence.expected.text(in: language))")
            lines.append("    \(say("vu", "seen"))\(colon)\(evidence.seen.text(in: language))")
            if let curl = evidence.curl { lines.append("    $ \(curl)") }
        }
        if let reason = check.reason { lines.append("    \(reason.text(in: language))") }
        lines.append("")
        return lines
    }

    private func sides(of profile: ProfileSeen) -> [String] {
        var lines = [say("Profil vu : \(profile.name).", "Profile seen: \(profile.name).")]
        for divergence in Divergence.allCases {
            guard let sides = profile.sides[divergence] else { continue }
            let names = sides.map(\.rawValue).sorted().joined(separator: ", ")
            lines.append("  \(divergence.rawValue): \(names)")
        }
        return lines
    }

    /// The checks that decided nothing, gathered by reason.
    private func withheld(_ result: CertificationResult) -> [String] {
        var reasons: [String] = []
        var byReason: [String: [String]] = [:]
        for check in result.checks where ![.pass, .fail, .warn, .error].contains(check.verdict) {
            var reason = "\(check.verdict.name.text(in: language))\(colon)\(check.reason?.text(in: language) ?? "-")"
            if let evidence = check.evidence {
                reason += "\n    \(say("attendu", "expected"))\(colon)\(evidence.expected.text(in: language))"
                reason += "\n    \(say("vu", "seen"))\(colon)\(evidence.seen.text(in: language))"
                if let curl = evidence.curl { reason += "\n    $ \(curl)" }
            }
            if byReason[reason] == nil { reasons.append(reason) }
            byReason[reason, default: []].append(check.id)
        }
        return reasons.flatMap { reason -> [String] in
            [reason] + (byReason[reason] ?? []).map { "  \($0)" } + [""]
        }
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .pass: "✓"
        case .fail: "✗"
        case .warn: "!"
        case .error: "‼"
        case .skip, .notApplicable, .notJudged, .inconclusive: "·"
        }
    }

    /// A French one has a blank before it.
    private var colon: String { say(" : ", ": ") }

    private func planned(_ checks: Int) -> String {
        say("\(checks) vérification\(checks < 2 ? "" : "s")", "\(checks) check\(checks == 1 ? "" : "s")")
    }

    private func say(_ french: String, _ english: String) -> String {
        language == .french ? french : english
    }
}
