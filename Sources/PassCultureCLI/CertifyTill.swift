// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Conformance
import Platform

/// `passculture certify till`: judges a till, at a local platform that is started for it.
struct CertifyTill: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "till",
            abstract: tr("Judges a till.", "Juge une caisse."),
            discussion: tr(
                """
                Starts a local platform, has countermarks typed at the till that are valid, used, cancelled, lost on the way …, and compares \
                what the till tells the cashier with what the platform saw of it.

                Without a command you sit at the till: you are told what to type, and tell what it says. With a command the till is a \
                program that reads and writes lines of JSON (Documentation/CertifyTills.md); {} is an empty folder, a new one each time.

                  passculture certify till --port 8080
                  passculture certify till -- passculture desk --stdio --outbox {}/till.db
                  passculture certify till --edition publicV1 -- ./my-till

                Exit codes: as for certify platform.
                """,
                """
                Lance une plateforme locale, fait taper à la caisse des contremarques valables, déjà validées, annulées, perdues en \
                route…, et compare ce que la caisse dit à la personne en caisse avec ce que la plateforme en a vu.

                Sans commande, vous êtes à la caisse : on vous dit quoi taper, vous dites ce qu'elle répond. Avec une commande, la caisse \
                est un programme qui lit et écrit des lignes de JSON (Documentation/CertifyTills.md) ; {} est un dossier vide, neuf à chaque scénario.

                  passculture certify till --port 8080
                  passculture certify till -- passculture desk --stdio --outbox {}/till.db
                  passculture certify till --edition publicV1 -- ./ma-caisse

                Codes de sortie : ceux de certify platform.
                """))
    }

    @Option(
        help: ArgumentHelp(
            tr(
                "The edition that the till speaks: prototype2018 or publicV1, the API of today.",
                "L'édition que parle la caisse : prototype2018 ou publicV1, l'API d'aujourd'hui.")))
    var edition = ContractEdition.prototype2018

    @Option(help: ArgumentHelp(tr("Profile of the platform.", "Profil de la plateforme.")))
    var profile: ProfileOption = .documented

    @Option(
        help: ArgumentHelp(
            tr(
                "Address on which the platform listens; 0.0.0.0 for a till on another machine.",
                "Adresse d'écoute de la plateforme ; 0.0.0.0 pour une caisse sur une autre machine.")))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            tr(
                "Port of the platform; a free one unless given.",
                "Port de la plateforme ; un port libre, sauf indication.")))
    var port: UInt16 = 0

    @Option(
        help: ArgumentHelp(
            tr(
                "Seconds for which the till is watched after a failure, for what it sends by itself.",
                "Secondes pendant lesquelles la caisse est observée après une panne, pour ce qu'elle envoie d'elle-même."
            ),
            valueName: "seconds"))
    var watch: UInt16 = 3

    @Option(
        help: ArgumentHelp(
            tr("Seconds that a program may take to answer.", "Secondes dont un programme dispose pour répondre."),
            valueName: "seconds"))
    var patience: UInt16 = 75

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var common: CommonOptions

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp(
            tr(
                "After --: the till as a program. Without one, you are asked.",
                "Après -- : la caisse, comme programme. Sans commande, on vous interroge."), valueName: "command"))
    var command: [String] = []

    func run() async throws {
        let seed: BuiltInSeed = edition == .prototype2018 ? .demo : .till
        let platform = try await StartedPlatform.start(
            edition, profile, seed: try seed.seed(), host: host, port: Int(port))
        let till: any Gate =
            command.isEmpty
            ? PersonGate.atTerminal(inviting: platform.tillInvitation)
            : ChildGate(command, environment: platform.tillEnvironment, patience: .seconds(Int64(patience)))
        var setting = GateSetting(till, speaking: edition)
        setting.countermarks = platform.furnished.countermarks
        setting.secrets = platform.tillSecrets
        setting.profile = profile.rawValue
        setting.watch = .seconds(Int64(watch))
        try await platform.judge(.till(setting), till, selection)
    }
}
