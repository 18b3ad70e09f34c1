// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// The result of a run as one page, to read, print and hand on: no script, and nothing is fetched.
///
/// What does not hold comes first, each with the requirement's own line, what was expected, what was seen and the command line that shows
/// it; then what was not judged and why, and all requirements in scope.
public struct HTMLReport: Sendable {
    private let language: Language
    private let kit: String
    private let instant: Instant

    /// A report in a language.
    ///
    /// - Parameters:
    ///   - language: the language to speak.
    ///   - kit: the version of the kit that judged.
    ///   - instant: when it did.
    public init(language: Language, kit: String, at instant: Instant) {
        self.language = language
        self.kit = kit
        self.instant = instant
    }

    /// The page.
    public func text(_ result: CertificationResult) -> String {
        let title = "passculture certify \(result.suite.name), \(result.suite.edition.name)"
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Markup.escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>\(Markup.escaped(title))</h1>
            \(body(of: result).joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private func body(of result: CertificationResult) -> [String] {
        var parts = head(of: result)
        guard result.refusal == nil else { return parts }
        let broken = result.checks.filter { [.fail, .error].contains($0.verdict) }
        let lesser = result.checks.filter { $0.verdict == .warn }
        parts += section(say("Ce qui n'est pas tenu", "What does not hold"), broken.map { failure($0, in: result) })
        parts += section(
            say("En dessous d'un MUST, pas tenu", "Below a MUST, does not hold"), lesser.map { failure($0, in: result) }
        )
        parts += section(say("Ce qui n'a pas été jugé", "What was not judged"), withheld(result))
        parts += table(
            say("Exigences", "Requirements"),
            [
                say("Exigence", "Requirement"), say("Niveau", "Level"), say("Texte", "Text"), "Source",
                say("Verdict", "Verdict"), say("Vérifications", "Checks"),
            ],
            result.requirements.map {
                [
                    $0.requirement.id, $0.requirement.level.rawValue, Self.quote(of: $0.requirement),
                    $0.requirement.source, $0.verdict.name.text(in: language), $0.checks.joined(separator: ", "),
                ]
            })
        parts += table(
            say("Exigences sans vérification", "Requirements without a check"),
            [say("Exigence", "Requirement"), say("Niveau", "Level"), say("Pourquoi", "Why")],
            result.notTested.map { [$0.id, $0.level.rawValue, $0.notTestedReason?.text(in: language) ?? ""] })
        return parts
    }

    private func head(of result: CertificationResult) -> [String] {
        var facts: [(String, String)] = [("URL", result.configuration.url)]
        if let offers = result.offers { facts.append((say("Offres numériques", "Digital offers"), offers)) }
        if !result.lists.isEmpty {
            facts.append((say("Listes demandées", "Lists asked for"), result.lists.joined(separator: ", ")))
        }
        if result.suite.mayHaveControl, result.refusal == nil {
            facts.append(
                (
                    say("API de contrôle", "Control API"),
                    result.hasControl ? say("utilisée", "used") : say("absente", "none")
                ))
        }
        let selection = result.configuration.selection
        let chosen = selection.only + selection.levels.map(\.rawValue).sorted()
        if !chosen.isEmpty { facts.append((say("Sélection", "Selection"), chosen.joined(separator: ", "))) }
        if result.suite.isPrototype || result.suite.isGate, result.refusal == nil {
            let isChosen = result.suite.isGate
            facts.append(
                (isChosen ? say("Profil", "Profile") : say("Profil vu", "Profile seen"), result.profileName))
        }
        facts.append((say("Jugé", "Judged"), "\(instant), passculture \(kit)"))
        facts.append((say("Code de sortie", "Exit code"), String(result.exitCode)))
        let conclusion = Markup.element("p", [:], Markup.element("strong", [:], escaped(result.conclusion)))
        let about = Sentence(
            "Ceci est une auto-évaluation ; le pass Culture n'y a pas pris part.",
            "This is a self-assessment; the pass Culture had no part in it.")
        let summary = result.refusal == nil ? [Markup.element("p", [:], escaped(result.summary))] : []
        return [conclusion] + summary + [list(facts), Markup.element("p", [:], escaped(about))]
    }

    private func failure(_ check: CheckResult, in result: CertificationResult) -> String {
        var lines = [Markup.element("h3", [:], Markup.escaped("\(check.id) — \(check.title.text(in: language))"))]
        lines += result.requirements(behind: check).map {
            let quote = Markup.element("q", [:], Markup.escaped(Self.quote(of: $0)))
            return "<p>\(Markup.escaped("\($0.id) \($0.level.rawValue)")) \(quote) \(Markup.escaped($0.source))</p>"
        }
        if let evidence = check.evidence { lines += shown(evidence) }
        if let reason = check.reason { lines.append(Markup.element("p", [:], escaped(reason))) }
        return "<article>\n\(lines.joined(separator: "\n"))\n</article>"
    }

    private func shown(_ evidence: Evidence) -> [String] {
        let seen = list([
            (say("Attendu", "Expected"), evidence.expected.text(in: language)),
            (say("Vu", "Seen"), evidence.seen.text(in: language)),
        ])
        return [seen] + (evidence.curl.map { ["<pre>\(Markup.escaped($0))</pre>"] } ?? [])
    }

    /// The checks that decided nothing, gathered by what kept them from it.
    private func withheld(_ result: CertificationResult) -> [String] {
        var found: [(check: CheckResult, ids: [String])] = []
        for check in result.checks where ![.pass, .fail, .warn, .error].contains(check.verdict) {
            if let index = found.firstIndex(where: {
                $0.check.verdict == check.verdict && $0.check.reason == check.reason
                    && $0.check.evidence == check.evidence
            }) {
                found[index].ids.append(check.id)
            } else {
                found.append((check, [check.id]))
            }
        }
        return found.map { check, ids in
            let why =
                "\(check.verdict.name.text(in: language))\(say(" : ", ": "))\(check.reason?.text(in: language) ?? "-")"
            let names = ids.map { Markup.element("li", [:], Markup.escaped($0)) }.joined()
            let lines = ["<p>\(Markup.escaped(why))</p>"] + (check.evidence.map(shown) ?? []) + ["<ul>\(names)</ul>"]
            return lines.joined(separator: "\n")
        }
    }

    // MARK: Pieces of a page

    private func section(_ heading: String, _ parts: [String]) -> [String] {
        parts.isEmpty ? [] : ["<h2>\(Markup.escaped("\(heading) (\(parts.count))"))</h2>"] + parts
    }

    private func table(_ heading: String, _ header: [String], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let head = header.map { Markup.element("th", ["scope": "col"], Markup.escaped($0)) }.joined()
        let lines = rows.map { "<tr>\($0.map { "<td>\(Markup.escaped($0))</td>" }.joined())</tr>" }
        return [
            "<h2>\(Markup.escaped("\(heading) (\(rows.count))"))</h2>", "<table>", "<thead><tr>\(head)</tr></thead>",
        ]
            + ["<tbody>"] + lines + ["</tbody>", "</table>"]
    }

    private func list(_ facts: [(String, String)]) -> String {
        "<dl>\(facts.map { "<dt>\(Markup.escaped($0))</dt><dd>\(Markup.escaped($1))</dd>" }.joined())</dl>"
    }

    private func escaped(_ sentence: Sentence) -> String { Markup.escaped(sentence.text(in: language)) }

    private func say(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// The line of the source, with when it applies.
    private static func quote(of requirement: Requirement) -> String {
        requirement.condition.isEmpty ? requirement.quote : "\(requirement.quote) [\(requirement.condition)]"
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { font-family: sans-serif; line-height: 1.4; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        article { border-left: .3rem solid #b00020; padding-left: 1rem; margin: 1.5rem 0; break-inside: avoid; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #767676; padding: .5rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
        tr { break-inside: avoid; }
        @media print { body { margin: 0; font-size: 9pt; max-width: none; } thead { display: table-header-group; } }
        """
}
