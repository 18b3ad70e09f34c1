// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance

/// `passculture certify`: judges what connects to the pass Culture, or is one.
struct CertifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "certify",
            abstract: tr("Judges against the register of requirements.", "Juge selon le registre des exigences."),
            subcommands: [CertifyPlatform.self])
    }
}

/// `passculture certify platform`: judges a pass Culture, the local one or another.
struct CertifyPlatform: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "platform",
            abstract: tr("Judges a pass Culture.", "Juge un pass Culture."),
            discussion: tr(
                """
                The result is a self-assessment. The hosts of production are refused; any address that is not this machine needs \
                --i-own-this-environment.

                  passculture certify platform --url http://127.0.0.1:8080
                  passculture certify platform --url … --only 'countermark/*' --level MUST

                Exit codes: 0 every applicable MUST judged and passed, or none selected; 1 one failed; 2 could not judge; \
                3 nothing selected or bad usage; 4 partial: none failed, but some MUSTs were not judged.
                """,
                """
                Le résultat est une auto-évaluation. Les hôtes de production sont refusés ; toute adresse hors de cette machine \
                demande --i-own-this-environment.

                  passculture certify platform --url http://127.0.0.1:8080
                  passculture certify platform --url … --only 'countermark/*' --level MUST

                Codes de sortie : 0 tout MUST applicable jugé et tenu, ou aucun choisi ; 1 l'un a échoué ; 2 n'a pu juger ; \
                3 sélection vide ou commande mal formée ; 4 partiel : aucun échec, mais des MUST n'ont pas été jugés.
                """))
    }

    @Option(help: ArgumentHelp(tr("Base URL of the platform.", "URL de la plateforme.")))
    var url: String

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

    @OptionGroup var target: TargetOptions

    @Flag(name: .shortAndLong, help: ArgumentHelp(tr("Shows what passes, too.", "Montre aussi ce qui passe.")))
    var verbose = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var configuration = target.configuration(url: url)
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
