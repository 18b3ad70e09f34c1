// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import PassCulture

/// `passculture outbox erase`: takes people's data out of what is closed.
struct OutboxEraseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "erase",
            abstract: tr(
                "Erases the countermarks of what was closed long ago.",
                "Efface les contremarques de ce qui est terminé depuis longtemps."),
            discussion: tr(
                "What remains still says when, for how much and how it ended. Day lists whose show began more than 48 hours ago go too.",
                "Ce qui reste dit encore quand, pour combien et comment. Les listes du jour d'il y a plus de 48 heures partent aussi."
            ))
    }

    @OptionGroup var outbox: OutboxFileOption

    @Option(
        help: ArgumentHelp(
            tr("Closed more than so many days ago.", "Terminé depuis plus de tant de jours."), valueName: "days"))
    var olderThan: Int

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (0...36_500).contains(olderThan) else {
            throw ValidationError(
                tr("--older-than is a number of days, 0 or more", "--older-than vaut un nombre de jours, 0 ou plus"))
        }
    }

    func run() async throws {
        let store = try outbox.open()
        do throws(OutboxError) {
            let now = SystemClock.now()
            let erased = try store.erase(closedBefore: now - .days(Int64(olderThan)))
            let wiped = try store.wipeDayLists(begunBefore: now - DayList.keeping)
            Output.line(
                tr(
                    "\(erased) countermark(s) erased, \(wiped) booking(s) of day lists wiped.",
                    "\(erased) contremarque(s) effacée(s), \(wiped) réservation(s) de listes du jour effacée(s)."))
        } catch {
            throw CommandExit(error)
        }
    }
}
