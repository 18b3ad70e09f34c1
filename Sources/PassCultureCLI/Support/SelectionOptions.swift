// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance

/// What to judge, and how to report it.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            tr(
                "Only checks or requirements of that name; * stands for anything; may be repeated.",
                "Seulement ces contrôles ou exigences ; * remplace tout ; répétable.")))
    var only: [String] = []

    @Option(
        name: .customLong("level"),
        help: ArgumentHelp(tr("Only that level; may be repeated.", "Seulement ce niveau ; répétable.")))
    var levels: [RequirementLevel] = []

    @Flag(name: .shortAndLong, help: ArgumentHelp(tr("Shows what passes, too.", "Montre aussi ce qui passe.")))
    var verbose = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    /// Runs a certification, tells of it, and ends with its exit code.
    func run(_ configuration: CertificationConfiguration) async throws {
        var configuration = configuration
        configuration.selection = Selection(only: only, levels: Set(levels))
        let report = TerminalReport(language: .ofUser)
        let result = await CertificationRun(configuration).run { progress in
            let line = report.line(progress, verbose: verbose)
            if !line.isEmpty { Output.note(line) }
        }
        if let refusal = result.refusal {
            if json { Output.line(JSONReport.text(result, language: .ofUser)) }
            throw CommandExit(code: refusal.exitCode, message: refusal.sentence.text(in: .ofUser))
        }
        Output.line(json ? JSONReport.text(result, language: .ofUser) : report.text(result))
        throw CommandExit(code: result.exitCode, message: nil)
    }
}
