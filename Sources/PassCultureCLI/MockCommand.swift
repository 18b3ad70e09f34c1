// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import JSON
import Platform
import PlatformDomain

/// `passculture mock`: a local pass Culture, until it is stopped.
struct MockCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "mock",
            abstract: tr("Starts a local pass Culture.", "Lance un pass Culture local."),
            discussion: tr(
                """
                It listens on this machine alone, keeps everything in memory or in --data, and moves its own clock. Its control API (time, mails, \
                bank details, payments, snapshots, copies) is under /_control.

                  passculture mock --seed cinema
                  curl http://127.0.0.1:8080/_control/clock
                  curl -d '{"toNext":true}' http://127.0.0.1:8080/_control/clock/advance

                Exit codes: 0 stopped by Control-C or SIGTERM; 2 could not listen or use a file, or a step of the seed failed; 3 bad
                usage, or a seed that cannot be read.
                """,
                """
                Il n'écoute que sur cette machine, garde tout en mémoire ou dans --data et fait tourner sa propre horloge. Son API de contrôle (temps, \
                mails, coordonnées bancaires, virements, instantanés, copies) est sous /_control.

                  passculture mock --seed cinema
                  curl http://127.0.0.1:8080/_control/clock
                  curl -d '{"toNext":true}' http://127.0.0.1:8080/_control/clock/advance

                Codes de sortie : 0 arrêtée par Ctrl-C ou SIGTERM ; 2 n'a pu écouter ou se servir d'un fichier, ou une étape du jeu de données a
                échoué ; 3 commande mal formée, ou jeu de données illisible.
                """))
    }

    @Option(help: ArgumentHelp(tr("Port; 0 takes a free one.", "Port ; 0 en prend un libre.")))
    var port: UInt16 = 8080

    @Option(help: ArgumentHelp(tr("Address to listen on.", "Adresse d'écoute.")))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            tr(
                "documented (the guide and the documents) or observed (the service of December 2018).",
                "documented (le guide et les documents) ou observed (le service de décembre 2018).")))
    var profile: ProfileOption?

    @Option(
        help: ArgumentHelp(
            tr(
                "prototype2018 (the portal of December 2018), publicV1 (the public API of today) or both (default: as the data file or the seed says, or prototype2018).",
                "prototype2018 (le portail de décembre 2018), publicV1 (l'API publique d'aujourd'hui) ou both (les deux) ; par défaut comme le dit --data ou le jeu de données, sinon prototype2018."
            )))
    var edition: EditionOption?

    @Option(
        help: ArgumentHelp(
            tr(
                "ticking or frozen (default: as the seed says, or ticking).",
                "ticking (elle tourne) ou frozen (arrêtée) ; par défaut comme le dit le jeu de données, sinon ticking.")
        ))
    var clock: ClockOption?

    @Option(
        help: ArgumentHelp(
            tr(
                "Where a new platform's time starts, such as 2018-12-03T08:00:00Z (default: as the seed says, or now).",
                "Début du temps d'une nouvelle plateforme, par exemple 2018-12-03T08:00:00Z ; par défaut comme le dit le jeu de données, sinon maintenant."
            )))
    var start: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "File in which it keeps everything, made if there is none; without it, all ends with the process.",
                "Fichier où tout est gardé, créé s'il n'existe pas ; sans lui, tout finit avec le processus."),
            valueName: "file"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            tr("File that holds the base URL once it answers.", "Fichier qui contient l'URL une fois qu'il répond.")))
    var readyFile: String?

    @Flag(
        inversion: .prefixedNo, help: ArgumentHelp(tr("Serve the control API.", "Servir l'API de contrôle.")))
    var control = true

    @Option(
        help: ArgumentHelp(
            tr(
                "What to begin with, and print: a file, or one of --seeds.",
                "Avec quoi commencer, et l'écrire : un fichier, ou un nom de --seeds."), valueName: "file|name"))
    var seed: String?

    @Flag(help: ArgumentHelp(tr("The same as --seed demo.", "Comme --seed demo.")))
    var demo = false

    @Flag(help: ArgumentHelp(tr("Lists the seeds that are built in.", "Liste les jeux de données fournis.")))
    var seeds = false

    @Option(
        help: ArgumentHelp(
            tr(
                "Prints a built-in seed, to begin one's own from.",
                "Écrit un jeu de données fourni, pour en faire le sien."),
            valueName: "name"))
    var printSeed: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Draws a new platform's countermarks and links from this number, the same each time.",
                "Tire contremarques et liens d'une nouvelle plateforme de ce nombre, toujours les mêmes.")))
    var randomSeed: UInt64?

    @Option(
        help: ArgumentHelp(
            tr(
                "Token that opens the team's /exports; shut unless given.",
                "Jeton qui ouvre les /exports de l'équipe ; fermés sans lui.")))
    var exportToken: String?

    @Option(
        name: .customLong("webhook-json"),
        help: ArgumentHelp(
            tr(
                "How the text in calls to partners is written: compact (the newest code) or spaced (the older one).",
                "Écriture du texte des appels aux partenaires : compact (le code récent) ou spaced (l'ancien).")))
    var webhookForm: InnerForm = .compact

    @Flag(
        help: ArgumentHelp(
            tr(
                "Starts nothing: prints where documents and service differ, and what each profile serves.",
                "Ne lance rien : écrit où documents et service diffèrent, et ce que sert chaque profil.")))
    var divergences = false

    @Flag(
        help: ArgumentHelp(
            tr(
                "Starts nothing: prints what a program of 2018 or of /v2/bookings must change for today's edition.",
                "Ne lance rien : écrit ce qu'un logiciel de 2018 ou de /v2/bookings doit changer pour l'édition actuelle."
            )))
    var migration = false

    @Flag(
        help: ArgumentHelp(
            tr(
                "Prints the divergences, or the migration, as a Markdown page.",
                "Écrit les divergences, ou la migration, en Markdown.")))
    var markdown = false

    @Flag(
        help: ArgumentHelp(
            tr("Starts nothing: prints the OpenAPI document.", "Ne lance rien : écrit le document OpenAPI.")))
    var openapi = false

    @Flag(
        help: ArgumentHelp(
            tr(
                "Print the magic countermarks, which always answer a given way, and end.",
                "Écrire les contremarques magiques, qui répondent toujours de la même façon, et finir.")))
    var magic = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        if openapi {
            return Output.line(OpenAPIDocument.text(control: control, edition: edition?.edition ?? .prototype2018))
        }
        if migration { return Output.line(MigrationGuide.text(markdown ? .markdown : json ? .json : .plain)) }
        if divergences || markdown {
            return Output.line(DivergenceTable.text(markdown ? .markdown : json ? .json : .plain))
        }
        if magic { return Output.line(json ? MagicCountermark.tableJSON.text : MagicCountermark.listing) }
        if seeds { return Output.line(try SeedOption.listing()) }
        if let printSeed {
            guard let seed = BuiltInSeed(rawValue: printSeed) else { throw unknownSeed(printSeed) }
            return Output.line(seed.text)
        }
        guard !(demo && seed != nil) else {
            throw CommandExit.usage(
                tr("--demo is --seed demo: give one of the two.", "--demo vaut --seed demo : donnez l'un des deux."))
        }
        var configuration = PlatformConfiguration(
            host: host, port: Int(port), profile: (profile ?? .documented).profile, start: try startInstant(),
            clock: clock?.mode,
            control: control, readyFile: readyFile, randomSeed: randomSeed,
            seed: try (demo ? "demo" : seed).map { try SeedOption.read($0) }, stopsOnSignals: true)
        configuration.edition = edition?.edition
        configuration.data = data
        configuration.acceptsAnyProfile = profile == nil
        configuration.exportToken = exportToken
        configuration.innerForm = webhookForm
        let server: PlatformServer
        do {
            server = try await PlatformServer.start(configuration)
        } catch let failure as DataFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        } catch let failure as PlatformServer.StartFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        } catch let error as SeedError {
            throw SeedOption.exit(for: error)
        } catch {
            throw CommandExit.unreachable("\(error)")
        }
        if server.service.isContinued { goOn(server.service) }
        announce(server)
        await server.run()
        if let failure = server.service.dataFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        }
    }

    /// What was asked for applies to a platform that goes on as far as it can.
    private func goOn(_ service: Service) {
        if let clock, service.clock().mode != clock.mode { service.setClockMode(clock.mode) }
        if let former = service.formerEdition?.rawValue {
            let edition = service.edition.rawValue
            Output.note(
                tr(
                    "The data file was of the edition \(former): it is served as \(edition), and is of that edition from now on.",
                    "Le fichier de données était de l'édition \(former) : il est servi en \(edition), et de cette édition désormais."
                ))
        }
        // Nobody is to wonder why the clock or the countermarks are not those that were asked for.
        let options: [(name: String, isGiven: Bool)] = [
            ("--demo", demo), ("--seed", seed != nil), ("--start", start != nil),
            ("--random-seed", randomSeed != nil),
        ]
        let unused = options.filter { $0.isGiven }.map { $0.name }.joined(separator: ", ")
        if !unused.isEmpty {
            Output.note(
                tr(
                    "The data file holds a platform already: it goes on where it was, without \(unused).",
                    "Le fichier de données contient déjà une plateforme : elle continue où elle en était, sans \(unused)."
                ))
        }
    }

    private func startInstant() throws -> Instant? {
        guard let start else { return nil }
        guard let instant = Instant(iso8601: start) else {
            throw CommandExit.usage(
                tr(
                    "--start is a date in UTC, such as 2018-12-03T08:00:00Z, and not \(start).",
                    "--start est une date UTC, comme 2018-12-03T08:00:00Z, et non \(start)."))
        }
        return instant
    }

    private func unknownSeed(_ name: String) -> CommandExit {
        let names = BuiltInSeed.allCases.map(\.rawValue).joined(separator: ", ")
        return .usage(tr("No seed is called \(name): ", "Aucun jeu de données ne s'appelle \(name) : ") + names)
    }

    private func announce(_ server: PlatformServer) {
        let (base, edition) = (server.baseURL, server.service.edition)
        guard !json else {
            var line: JSONObject = [
                "base": .string(base), "profile": .string(server.service.profile.rawValue),
                "edition": .string(edition.rawValue),
                "control": control ? .string(base + "/_control") : .null,
            ]
            line["seed"] = server.furnished?.json
            return Output.line(JSONValue.object(line).text)
        }
        Output.line(base)
        if let furnished = server.furnished {
            Output.line(furnished.listing)
            if let commands = furnished.commands(base) { Output.line(commands) }
        }
        Output.note(
            tr(
                "A local pass Culture, edition \(edition.rawValue), profile \(server.service.profile.rawValue). Stop it with Control-C.",
                "Un pass Culture local, édition \(edition.rawValue), profil \(server.service.profile.rawValue). Arrêtez-le par Ctrl-C."
            ))
        if control {
            Output.note(tr("Control API: ", "API de contrôle : ") + base + "/_control")
        }
    }
}

/// The value of `--profile`.
enum ProfileOption: String, ExpressibleByArgument, CaseIterable {
    case documented, observed

    /// The platform's profile.
    var profile: Profile {
        switch self {
        case .documented: .documented
        case .observed: .observed
        }
    }
}

extension InnerForm: ExpressibleByArgument {}

/// The value of `--edition`.
enum EditionOption: String, ExpressibleByArgument, CaseIterable {
    case prototype2018, publicV1, both

    /// The platform's edition.
    var edition: Edition {
        switch self {
        case .prototype2018: .prototype2018
        case .publicV1: .publicV1
        case .both: .both
        }
    }
}

/// The value of `--clock`.
enum ClockOption: String, ExpressibleByArgument, CaseIterable {
    case ticking, frozen

    /// The platform's clock mode.
    var mode: VirtualClock.Mode {
        switch self {
        case .ticking: .ticking
        case .frozen: .frozen
        }
    }
}
