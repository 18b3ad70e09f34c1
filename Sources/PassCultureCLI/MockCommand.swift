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
                It listens on this machine alone, keeps everything in memory, and moves its own clock. Its control API (time, mails, \
                bank details, payments, snapshots, copies) is under /_control.

                  passculture mock --demo
                  curl http://127.0.0.1:8080/_control/clock
                  curl -d '{"toNext":true}' http://127.0.0.1:8080/_control/clock/advance

                Exit codes: 0 stopped by Control-C or SIGTERM; 2 could not listen, or could not write the ready file; 3 bad usage.
                """,
                """
                Il n'écoute que sur cette machine, garde tout en mémoire et fait tourner sa propre horloge. Son API de contrôle (temps, \
                mails, coordonnées bancaires, virements, instantanés, copies) est sous /_control.

                  passculture mock --demo
                  curl http://127.0.0.1:8080/_control/clock
                  curl -d '{"toNext":true}' http://127.0.0.1:8080/_control/clock/advance

                Codes de sortie : 0 arrêtée par Ctrl-C ou SIGTERM ; 2 n'a pu écouter, ou écrire le fichier ; 3 commande mal formée.
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
    var profile: ProfileOption = .documented

    @Option(help: ArgumentHelp(tr("ticking or frozen.", "ticking (elle tourne) ou frozen (arrêtée).")))
    var clock: ClockOption = .ticking

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
        if magic { return Output.line(json ? MagicCountermark.tableJSON.text : MagicCountermark.listing) }
        let configuration = PlatformConfiguration(
            host: host, port: Int(port), profile: profile.profile, clock: clock.mode, control: control,
            readyFile: readyFile, stopsOnSignals: true)
        let server: PlatformServer
        var demonstration: Demonstration?
        do {
            server = try await PlatformServer.start(configuration) { service in
                if demo { demonstration = try await Demonstration(in: service) }
            }
        } catch let failure as PlatformServer.StartFailure {
            throw CommandExit.unreachable(tr(failure.english, failure.french))
        } catch {
            throw CommandExit.unreachable("\(error)")
        }
        announce(server.baseURL, demonstration)
        await server.run()
    }

    private func announce(_ base: String, _ demonstration: Demonstration?) {
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
