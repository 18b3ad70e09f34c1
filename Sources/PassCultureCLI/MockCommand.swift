// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
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

                  passculture mock --demo
                  curl http://127.0.0.1:8080/_control/clock
                  curl -d '{"toNext":true}' http://127.0.0.1:8080/_control/clock/advance

                Exit codes: 0 stopped by Control-C or SIGTERM; 2 could not listen, or could not use the ready or data file; 3 bad usage.
                """,
                """
                Il n'écoute que sur cette machine, garde tout en mémoire ou dans --data et fait tourner sa propre horloge. Son API de contrôle (temps, \
                mails, coordonnées bancaires, virements, instantanés, copies) est sous /_control.

                  passculture mock --demo
                  curl http://127.0.0.1:8080/_control/clock
                  curl -d '{"toNext":true}' http://127.0.0.1:8080/_control/clock/advance

                Codes de sortie : 0 arrêtée par Ctrl-C ou SIGTERM ; 2 n'a pu écouter, ou se servir d'un fichier ; 3 commande mal formée.
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

    @Option(help: ArgumentHelp(tr("ticking or frozen.", "ticking (elle tourne) ou frozen (arrêtée).")))
    var clock: ClockOption?

    @Option(
        help: ArgumentHelp(
            tr(
                "File in which it keeps everything, made if there is none; without it, all ends with the process.",
                "Fichier où tout est gardé, créé s'il n'existe pas ; sans lui, tout finit avec le processus.")))
    var data: String?

    @Option(
        help: ArgumentHelp(
            tr("File that holds the base URL once it answers.", "Fichier qui contient l'URL une fois qu'il répond.")))
    var readyFile: String?

    @Flag(
        inversion: .prefixedNo, help: ArgumentHelp(tr("Serve the control API.", "Servir l'API de contrôle.")))
    var control = true

    @Flag(
        help: ArgumentHelp(
            tr(
                "Begin with a bookshop, a young person and countermarks in every state, and print them.",
                "Commencer avec une librairie, un jeune et des contremarques dans tous les états, et les écrire.")))
    var demo = false

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var configuration = PlatformConfiguration(
            host: host, port: Int(port), profile: (profile ?? .documented).profile,
            clock: (clock ?? .ticking).mode, control: control, readyFile: readyFile, stopsOnSignals: true)
        configuration.data = data
        configuration.acceptsAnyProfile = profile == nil
        let server: PlatformServer
        var demonstration: Demonstration?
        do {
            server = try await PlatformServer.start(configuration) { service in
                if demo { demonstration = try await Demonstration(in: service) }
            }
        } catch let failure as PlatformServer.StartFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        } catch let failure as DataFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        } catch {
            throw CommandExit.unreachable("\(error)")
        }
        if server.service.isContinued { goOn(server.service) }
        announce(server.baseURL, server.service.profile, demonstration)
        await server.run()
        if let failure = server.service.dataFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        }
    }

    /// What was asked for applies to a platform that goes on as far as it can.
    private func goOn(_ service: Service) {
        if let clock, service.clock().mode != clock.mode { service.setClockMode(clock.mode) }
        if demo {
            Output.note(
                tr(
                    "The data file holds a platform already: it goes on, and --demo adds nothing.",
                    "Le fichier de données contient déjà une plateforme : elle continue, et --demo n'ajoute rien."))
        }
    }

    private func announce(_ base: String, _ profile: Profile, _ demonstration: Demonstration?) {
        guard !json else {
            var line: JSONObject = [
                "base": .string(base), "profile": .string(profile.rawValue),
                "control": control ? .string(base + "/_control") : .null,
            ]
            line["demo"] = demonstration?.json
            return Output.line(JSONValue.object(line).text)
        }
        Output.line(base)
        if let demonstration { Output.line(demonstration.listing(base)) }
        Output.note(
            tr(
                "A local pass Culture, profile \(profile.rawValue). Stop it with Control-C.",
                "Un pass Culture local, profil \(profile.rawValue). Arrêtez-le par Ctrl-C."))
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
