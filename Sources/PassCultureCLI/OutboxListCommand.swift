// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import JSON
import PassCulture

/// `passculture outbox list`: what is not closed.
struct OutboxListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: tr("Lists what is not closed.", "Liste ce qui n'est pas terminé."))
    }

    @OptionGroup var outbox: OutboxFileOption

    @Flag(help: ArgumentHelp(tr("Lists what is closed, too.", "Liste aussi ce qui est terminé.")))
    var all = false

    @Flag(help: ArgumentHelp(tr("Shows countermarks in full.", "Montre les contremarques en entier.")))
    var showCountermarks = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let store = try outbox.open()
        let attempts: [Attempt]
        do throws(OutboxError) {
            attempts =
                all
                ? try store.attempts(from: Instant(microseconds: .min), to: Instant(microseconds: .max))
                : try store.openAttempts().map(\.attempt)
        } catch {
            throw CommandExit(error)
        }
        if json {
            let rows = attempts.map { JSONValue.object($0.json(showsCountermark: showCountermarks)) }
            Output.line(JSONValue.array(rows).text)
        } else {
            Output.line(OutboxListing(attempts, showsCountermarks: showCountermarks).description)
        }
    }
}
