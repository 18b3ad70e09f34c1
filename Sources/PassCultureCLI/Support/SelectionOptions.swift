// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Conformance

/// What to judge, and how to report it.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            tr(
                "Only checks or requirements of that name; * stands for anything; may be repeated.",
                "Seulement ces vérifications ou exigences ; * remplace tout ; répétable.")))
    var only: [String] = []

    @Option(
        name: .customLong("level"),
        help: ArgumentHelp(tr("Only that level; may be repeated.", "Seulement ce niveau ; répétable.")))
    var levels: [RequirementLevel] = []

    @Flag(name: .shortAndLong, help: ArgumentHelp(tr("Shows what passes, too.", "Montre aussi ce qui passe.")))
    var verbose = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @Option(
        help: ArgumentHelp(
            tr(
                "Also writes the report to a file, as JUnit XML.",
                "Écrit aussi le rapport dans un fichier, en XML JUnit."
            ), valueName: "file"))
    var junit: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Also writes the report to a file, as a page to read and print.",
                "Écrit aussi le rapport dans un fichier, en une page à lire et à imprimer."), valueName: "file"))
    var html: String?

    func validate() throws {
        if let junit, junit == html {
            throw ValidationError(
                tr("--junit and --html need a file each", "--junit et --html demandent chacun son fichier"))
        }
    }

    /// Runs a certification, tells of it, and ends with its exit code.
    func run(_ configuration: CertificationConfiguration) async throws {
        var configuration = configuration
        configuration.selection = Selection(only: only, levels: Set(levels))
        let files = (junit: try junit.map(ReportFile.init), html: try html.map(ReportFile.init))
        let report = TerminalReport(language: .ofUser)
        let result = await CertificationRun(configuration).run { progress in
            let line = report.line(progress, verbose: verbose)
            if !line.isEmpty { Output.note(line) }
        }
        if json || result.refusal == nil {
            Output.line(json ? JSONReport.text(result, language: .ofUser) : report.text(result))
        }
        let page = HTMLReport(language: .ofUser, kit: KitVersion.current, at: SystemClock.now())
        try files.junit?.write(JUnitReport.text(result, language: .ofUser))
        try files.html?.write(page.text(result))
        throw CommandExit(code: result.exitCode, message: result.refusal?.sentence.text(in: .ofUser))
    }
}
