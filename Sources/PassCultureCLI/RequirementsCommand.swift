// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance
import JSON

/// `passculture requirements`: lists the register.
struct RequirementsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "requirements",
            abstract: tr("Lists what is required, and where it is written.", "Liste les exigences et leurs sources."),
            discussion: tr(
                """
                Each requirement has an id, a level (MUST, SHOULD, MAY), an actor, a source and the line that it rests on; one that no \
                check judges yet says why.

                  passculture requirements --level MUST 'PC-CM-*'
                """,
                """
                Chaque exigence a un identifiant, un niveau (MUST, SHOULD, MAY), un acteur, une source et la ligne qui la fonde ; celle \
                qu'aucun contrôle ne juge encore dit pourquoi.

                  passculture requirements --level MUST 'PC-CM-*'
                """))
    }

    @Argument(
        help: ArgumentHelp(
            tr("Pattern on the id; * stands for anything.", "Motif sur l'identifiant ; * remplace tout.")))
    var pattern = "*"

    @Option(help: ArgumentHelp(tr("Only that level.", "Seulement ce niveau.")))
    var level: RequirementLevel?

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let chosen = Register.current.matching(pattern).filter { level == nil || level == $0.level }
        guard !chosen.isEmpty else {
            throw CommandExit.usage(
                tr(
                    "No requirement matches '\(pattern)'. Without a pattern, all are listed.",
                    "Aucune exigence ne correspond à « \(pattern) ». Sans motif, toutes sont listées."))
        }
        if json {
            Output.line(JSONValue.array(chosen.map(\.json)).text(.pretty))
        } else {
            chosen.forEach { Output.line($0.listing) }
        }
    }
}

extension Requirement {
    /// The requirement as JSON.
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "id": .string(id), "level": .string(level.rawValue), "actor": .string(actor.rawValue),
            "source": .string(source), "quote": .string(quote),
        ]
        if !condition.isEmpty { object["condition"] = .string(condition) }
        if let notTestedReason { object["notTestedReason"] = .string(notTestedReason.text(in: .ofUser)) }
        return .object(object)
    }

    /// The requirement for people, on a few lines.
    fileprivate var listing: String {
        var text = "\(id)  \(level.rawValue)  \(actor.rawValue)  (\(source))\n    « \(quote) »"
        if !condition.isEmpty { text += "\n    " + tr("when: ", "quand : ") + condition }
        if let notTestedReason {
            text += "\n    " + tr("not tested: ", "non testée : ") + notTestedReason.text(in: .ofUser)
        }
        return text
    }
}
