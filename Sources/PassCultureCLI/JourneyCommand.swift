// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Conformance
import Platform
import PlatformDomain

/// `passculture journey`: plays a partner's whole life, told step by step.
struct JourneyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "journey",
            abstract: tr(
                "Plays a partner's whole life, from account to reimbursement.",
                "Joue toute la vie d'un partenaire, du compte au remboursement."),
            discussion: tr(
                """
                Without --against a local platform is started for it. The partner's checks and validations go through the SDK; \
                everything else is raw HTTP.

                  passculture journey
                  passculture journey --category books --verbose
                  passculture journey --against http://127.0.0.1:8080

                Exit codes: 0 done; 1 something was not as it should be; 2 platform not reached, or no pass Culture; \
                3 bad usage, or production; 4 some steps could not be judged (no control API).
                """,
                """
                Sans --against, une plateforme locale est lancée pour l'occasion. Les vérifications et validations du partenaire \
                passent par le SDK ; tout le reste est du HTTP brut.

                  passculture journey
                  passculture journey --category books --verbose
                  passculture journey --against http://127.0.0.1:8080

                Codes de sortie : 0 fait ; 1 quelque chose n'est pas comme il le faudrait ; 2 plateforme injoignable, ou qui n'est \
                pas un pass Culture ; 3 commande mal formée, ou production ; 4 des étapes n'ont pu être jugées (sans API de contrôle).
                """))
    }

    @Option(
        name: .customLong("category"),
        help: ArgumentHelp(tr("Only that category; may be repeated.", "Seulement cette catégorie ; répétable.")))
    var categories: [Conformance.Category] = []

    @Option(help: ArgumentHelp(tr("Profile of the platform that is started.", "Profil de la plateforme lancée.")))
    var profile: ProfileOption = .documented

    @OptionGroup var target: TargetOptions

    @Option(help: ArgumentHelp(tr("A platform that runs already.", "Une plateforme qui tourne déjà.")))
    var against: String?

    @Flag(
        name: .shortAndLong, help: ArgumentHelp(tr("Shows what goes over the wire.", "Montre ce qui passe sur le fil."))
    )
    var verbose = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let start = SystemClock.monotonic()
        guard let against else {
            let server: PlatformServer
            do {
                server = try await PlatformServer.start(PlatformConfiguration(profile: profile.profile))
            } catch let failure as PlatformServer.StartFailure {
                throw CommandExit.unreachable(tr(failure.english, failure.french))
            } catch {
                throw CommandExit.unreachable("\(error)")
            }
            let ending = await play(at: server.baseURL, since: start)
            await server.stop()
            throw ending
        }
        throw await play(at: against, since: start)
    }

    private func play(at url: String, since start: Span) async -> CommandExit {
        let world: World
        do throws(WorldRefusal) {
            world = try await World.open(target.configuration(url: url, desk: SDKDesk()))
        } catch {
            return CommandExit(code: error.exitCode, message: error.sentence.text(in: .ofUser))
        }
        let chosen = Journey.all.filter { categories.isEmpty || categories.contains($0.category) }
        let story = JourneyStory(language: .ofUser, showsWire: verbose)
        var results: [JourneyResult] = []
        for journey in chosen {
            if !json { Output.line(story.opening(journey)) }
            let result = await journey.run(world: world) { step in
                if !json { Output.line(story.text(step)) }
            }
            if !json { Output.line(story.money(result) + "\n") }
            results.append(result)
        }
        if json {
            Output.line(JourneyJSONReport.text(results, url: world.base, language: .ofUser))
        } else {
            summarise(results, elapsed: SystemClock.monotonic() - start)
        }
        return CommandExit(code: results.map(\.exitCode).sorted(by: worse).first ?? 0, message: nil)
    }

    /// The last lines: how many journeys are done, every transfer, and the time that it all took, start included.
    private func summarise(_ results: [JourneyResult], elapsed: Span) {
        let done = results.count(where: \.isDone)
        for result in results where !result.isDone {
            let step = result.stopped.map { " (\($0.id))" } ?? ""
            Output.line(tr("Not done: ", "Pas fait : ") + result.id + step)
        }
        let paid = results.reduce(0) { $0 + $1.money.paidCents }
        Output.line(
            tr("Transfers in all: ", "Virements au total : ") + Money.text(paid, in: .ofUser))
        let seconds = elapsed.inSeconds
        Output.line(
            tr(
                "\(done) of \(results.count) journeys done in \(seconds) s",
                "\(done) parcours sur \(results.count) faits en \(seconds) s"))
    }

    /// A failure tells more than what could not be reached, and that more than what was not judged.
    private func worse(_ left: Int32, _ right: Int32) -> Bool {
        let order: [Int32] = [1, 2, 3, 4, 0]
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
