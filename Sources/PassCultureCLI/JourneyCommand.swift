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

                --edition prototype2018 (the default) plays cinema, books, show, practice and digital; publicV1, the API of today, \
                plays event, ticketed-event, book-by-ean and digital-product, with both windows, the undo and the fortnight's \
                transfer; both plays all nine. A category is one of 2018; --only names a journey of either edition, and needs no --edition.

                  passculture journey
                  passculture journey --category books --verbose
                  passculture journey --only ticketed-event
                  passculture journey --against http://127.0.0.1:8080

                Exit codes: 0 done; 1 something was not as it should be; 2 platform not reached, or no pass Culture; \
                3 bad usage, or production; 4 some steps could not be judged (no control API, or a distant platform, which cannot call \
                the ticketing system started here).
                """,
                """
                Sans --against, une plateforme locale est lancée pour l'occasion. Les vérifications et validations du partenaire \
                passent par le SDK ; tout le reste est du HTTP brut.

                --edition prototype2018 (par défaut) joue cinema, books, show, practice et digital ; publicV1, l'API d'aujourd'hui, \
                joue event, ticketed-event, book-by-ean et digital-product, avec les deux fenêtres, la reprise d'une validation et le \
                virement de la quinzaine ; both joue les neuf. Les catégories sont de 2018 ; --only nomme un parcours de l'une ou l'autre, sans --edition.

                  passculture journey
                  passculture journey --category books --verbose
                  passculture journey --only ticketed-event
                  passculture journey --against http://127.0.0.1:8080

                Codes de sortie : 0 fait ; 1 quelque chose n'est pas comme il le faudrait ; 2 plateforme injoignable, ou qui n'est \
                pas un pass Culture ; 3 commande mal formée, ou production ; 4 des étapes n'ont pu être jugées (sans API de contrôle, \
                ou plateforme distante, qui ne peut appeler la billetterie lancée ici).
                """))
    }

    @Option(
        help: ArgumentHelp(
            tr(
                "Contract: prototype2018, publicV1 (today) or both.",
                "Contrat : prototype2018, publicV1 (aujourd'hui) ou both, les deux.")))
    var edition: EditionOption?

    @Option(
        help: ArgumentHelp(
            tr("Only that journey, by its name; may be repeated.", "Seulement ce parcours, par son nom ; répétable."),
            valueName: "journey"))
    var only: [String] = []

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
        let edition = played
        let chosen = try selected(edition)
        guard let against else {
            let server: PlatformServer
            do {
                server = try await PlatformServer.start(
                    PlatformConfiguration(profile: profile.profile, edition: edition))
            } catch let failure as PlatformServer.StartFailure {
                throw CommandExit.unreachable(tr(failure.english, failure.french))
            } catch {
                throw CommandExit.unreachable("\(error)")
            }
            let ending = try await play(chosen, of: edition, at: server.baseURL, since: start)
            await server.stop()
            throw ending
        }
        throw try await play(chosen, of: edition, at: against, since: start)
    }

    /// The edition that is asked for; else that of the journeys that are named.
    private var played: Edition {
        if let edition { return edition.edition }
        let isToday = only.contains { name in PublicJourney.all.contains { $0.id == name } }
        let isPrototype = !categories.isEmpty || only.contains { name in Journey.all.contains { $0.id == name } }
        return isToday ? (isPrototype ? .both : .publicV1) : .prototype2018
    }

    /// The journeys of the edition that are asked for, those of 2018 first.
    private func selected(_ edition: Edition) throws(CommandExit) -> [any PlayableJourney] {
        guard edition.hasPrototype || categories.isEmpty else {
            throw .usage(
                tr(
                    "Categories are those of prototype2018; name journeys of publicV1 by --only.",
                    "Les catégories sont celles de prototype2018 ; nommez les parcours de publicV1 par --only."))
        }
        let prototype = edition.hasPrototype ? Journey.all : []
        let today: [any PlayableJourney] =
            edition.hasPublicV1 && categories.isEmpty ? PublicJourney.all : []
        let all = prototype.filter { categories.isEmpty || categories.contains($0.category) } + today
        if let unknown = only.first(where: { name in !all.contains { $0.id == name } }) {
            let isAnyKnown = self.edition == nil && categories.isEmpty
            let known: [any PlayableJourney] = isAnyKnown ? Journey.all + PublicJourney.all : all
            let names = known.map(\.id).joined(separator: ", ")
            throw .usage(
                tr("No journey \(unknown) here: \(names).", "Pas de parcours \(unknown) ici : \(names)."))
        }
        return all.filter { only.isEmpty || only.contains($0.id) }
    }

    /// Plays the journeys, today's with a ticketing system for the platform to call.
    private func play(
        _ chosen: [any PlayableJourney], of edition: Edition, at url: String, since start: Span
    ) async throws(CommandExit) -> CommandExit {
        let office = edition.hasPublicV1 ? try await StartedTicketOffice.start() : nil
        let ending = await play(chosen, at: url, office?.office, since: start)
        await office?.stop()
        return ending
    }

    private func play(
        _ chosen: [any PlayableJourney], at url: String, _ office: TicketOffice?, since start: Span
    ) async -> CommandExit {
        var worlds: [ContractEdition: World] = [:]
        do throws(WorldRefusal) {
            for edition in ContractEdition.allCases where chosen.contains(where: { $0.edition == edition }) {
                worlds[edition] = try await World.open(configuration(edition, url: url, office))
            }
        } catch {
            return CommandExit(code: error.exitCode, message: error.sentence.text(in: .ofUser))
        }
        let story = JourneyStory(language: .ofUser, showsWire: verbose)
        var results: [JourneyResult] = []
        for journey in chosen {
            guard let world = worlds[journey.edition] else { continue }
            if !json { Output.line(story.opening(journey)) }
            let result = await journey.run(world: world) { step in
                if !json { Output.line(story.text(step)) }
            }
            if !json { Output.line(story.money(result) + "\n") }
            results.append(result)
        }
        if json {
            let base = worlds.values.first?.base ?? url
            Output.line(JourneyJSONReport.text(results, url: base, language: .ofUser))
        } else {
            summarise(results, elapsed: SystemClock.monotonic() - start)
        }
        return CommandExit(code: results.map(\.exitCode).sorted(by: worse).first ?? 0, message: nil)
    }

    private func configuration(
        _ edition: ContractEdition, url: String, _ office: TicketOffice?
    ) -> CertificationConfiguration {
        var configuration = target.configuration(url: url, desk: SDKDesk())
        guard edition == .publicV1 else { return configuration }
        configuration.subject = .publicV1(apiKey: nil)
        configuration.providerDesk = SDKProviderDesk()
        configuration.office = office
        return configuration
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
