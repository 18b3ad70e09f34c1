// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import DeskConsole
import PassCulture

/// `passculture outbox confirm`: a person saw on the screen "Réservations" that a validation took place.
struct OutboxConfirmCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "confirm",
            abstract: tr(
                "Counts a probable or unknown validation as validated.",
                "Compte comme validée une validation probable ou inconnue."),
            discussion: tr(
                "Look at the portal's screen \"Réservations\" first. Who decided is kept, and shows in reports.",
                "Regardez d'abord l'écran Réservations du portail. Qui a décidé est gardé, et figure dans les rapports."
            ))
    }

    @OptionGroup var decision: OutboxDecision

    func run() async throws {
        try decision.take { name, now in [.promoted(Attempt.Promotion(.person, name: name, at: now))] }
    }
}

/// `passculture outbox abandon`: a person gives a validation up.
struct OutboxAbandonCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "abandon",
            abstract: tr(
                "Gives up a validation that waits, or did not take place.",
                "Renonce à une validation qui attend, ou n'a pas eu lieu."))
    }

    @OptionGroup var decision: OutboxDecision

    func run() async throws {
        try decision.take { name, _ in [.abandoned("by \(name)")] }
    }
}

/// What a person decides about one validation.
struct OutboxDecision: ParsableArguments {
    @Argument(help: ArgumentHelp(tr("The number of the validation.", "Le numéro de la validation.")))
    var number: String

    @Option(help: ArgumentHelp(tr("Who decides.", "Qui décide."), valueName: "name"))
    var by: String

    @OptionGroup var outbox: OutboxFileOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard Attempt.id(number: number) != nil else {
            throw ValidationError(
                tr(
                    "the number of a validation has sixteen hexadecimal digits: see passculture outbox list",
                    "le numéro d'une validation a seize chiffres hexadécimaux : voyez passculture outbox list"))
        }
        guard person != nil else {
            throw ValidationError(tr("--by needs a name", "--by demande un nom"))
        }
    }

    /// Who decides, as the name is recorded: without blanks around it.
    private var person: Person? { try? Person(whoConfirmed: by) }

    /// Writes the decision down and shows what became of it.
    func take(_ events: (String, Instant) -> [Attempt.Event]) throws(CommandExit) {
        let store = try outbox.open()
        do throws(OutboxError) {
            let now = SystemClock.now()
            let name = person?.name ?? by
            let attempt = try store.advance(Attempt.id(number: number) ?? 0, by: events(name, now), if: .free, at: now)
            Output.line(OutboxListing([attempt], showsCountermarks: false).description)
        } catch {
            throw CommandExit(error)
        }
    }
}
