// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Conformance
import PassCulture
import Platform

/// `passculture certify online-platform`: judges an online platform, at a local pass Culture that is started for it.
struct CertifyOnlinePlatform: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "online-platform",
            abstract: tr(
                "Judges an online platform that digital offers link to.",
                "Juge une plateforme en ligne vers laquelle mènent des offres numériques."),
            discussion: tr(
                """
                Starts a local platform whose digital offer leads to yours, follows the links of its bookings (valid, used, cancelled, \
                somebody else's, lost on the way …), and compares what the young person is told with what the platform saw of it. Your \
                online platform runs, and asks http://127.0.0.1:8080 in the place of the pass Culture.

                Without --follow you open the links and tell what the page says. With it they are followed over HTTP: a page of 2xx is \
                access, one of 4xx a refusal, unless --welcome and --refusal say which words do. With a command, a program of yours follows \
                them, in lines of JSON (Documentation/CertifyOnlinePlatforms.md).

                  passculture certify online-platform --link 'http://127.0.0.1:3000/pass?email={email}&offer={offerId}&code={token}'
                  passculture certify online-platform --link '…' --follow --welcome 'Bienvenue'
                  passculture certify online-platform --link '…' -- node follow.js

                In today's edition (--edition publicV1) your site asks with a vendor's key, which is told at the start and is the same each time.

                Exit codes: as for certify platform.
                """,
                """
                Lance une plateforme locale dont l'offre numérique mène à la vôtre, suit les liens de ses réservations (valable, déjà \
                validée, annulée, celle d'un autre, perdue en route…), et compare ce qui est dit au jeune avec ce que la plateforme en a \
                vu. Votre plateforme en ligne tourne, et interroge http://127.0.0.1:8080 à la place du pass Culture.

                Sans --follow, vous ouvrez les liens et dites ce que dit la page. Avec, ils sont suivis en HTTP : une page 2xx donne \
                accès, une page 4xx refuse, sauf si --welcome et --refusal disent quels mots le font. Avec une commande, un programme à \
                vous les suit, en lignes de JSON (Documentation/CertifyOnlinePlatforms.md).

                  passculture certify online-platform --link 'http://127.0.0.1:3000/pass?email={email}&offer={offerId}&code={token}'
                  passculture certify online-platform --link '…' --follow --welcome 'Bienvenue'
                  passculture certify online-platform --link '…' -- node suivre.js

                Dans l'édition d'aujourd'hui (--edition publicV1), votre site interroge avec une clé d'éditeur, donnée au départ et toujours la même.

                Codes de sortie : ceux de certify platform.
                """))
    }

    @Option(
        help: ArgumentHelp(
            tr(
                "The address of your digital offers, with {token}, {email} and {offerId}.",
                "L'adresse de vos offres numériques, avec {token}, {email} et {offerId}."), valueName: "url"))
    var link: String

    @Flag(help: ArgumentHelp(tr("Follows the links over HTTP.", "Suit les liens en HTTP.")))
    var follow = false

    @Option(
        help: ArgumentHelp(
            tr(
                "Text on a page that gives access, and on no other (with --follow).",
                "Texte d'une page qui donne accès, et d'aucune autre (avec --follow)."), valueName: "text"))
    var welcome: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Text on a page that refuses a countermark, and on no other (with --follow).",
                "Texte d'une page qui refuse une contremarque, et d'aucune autre (avec --follow)."), valueName: "text"))
    var refusal: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "The edition that the online platform speaks: prototype2018 (no log-in), or publicV1, the API of today (a vendor's key, the same each time).",
                "L'édition que parle la plateforme en ligne : prototype2018 (sans identifiant), ou publicV1, l'API d'aujourd'hui (une clé d'éditeur, toujours la même)."
            )))
    var edition = ContractEdition.prototype2018

    @Option(help: ArgumentHelp(tr("Profile of the platform.", "Profil de la plateforme.")))
    var profile: ProfileOption = .documented

    @Option(
        help: ArgumentHelp(
            tr(
                "Address on which the platform listens; 0.0.0.0 for an online platform on another machine.",
                "Adresse d'écoute de la plateforme ; 0.0.0.0 pour une plateforme en ligne sur une autre machine.")))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            tr("Port of the platform, which yours asks.", "Port de la plateforme, que la vôtre interroge.")))
    var port: UInt16 = 8080

    @Option(
        help: ArgumentHelp(
            tr(
                "Seconds for which the online platform is watched after a failure, for what it sends by itself.",
                "Secondes pendant lesquelles la plateforme en ligne est observée après une panne, pour ce qu'elle envoie d'elle-même."
            ),
            valueName: "seconds"))
    var watch: UInt16 = 3

    @Option(
        help: ArgumentHelp(
            tr(
                "Seconds that a page, or a program, may take to answer.",
                "Secondes dont une page, ou un programme, dispose pour répondre."),
            valueName: "seconds"))
    var patience: UInt16 = 75

    @Flag(
        name: .customLong("i-own-this-environment"),
        help: ArgumentHelp(
            tr(
                "Links to another machine may be followed: it is yours, or you may.",
                "Les liens vers une autre machine peuvent être suivis : elle est à vous, ou vous y êtes autorisé.")))
    var owns = false

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var common: CommonOptions

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp(
            tr(
                "After --: a program that follows links. Without one, and without --follow, you are asked.",
                "Après -- : un programme qui suit les liens. Sans commande ni --follow, on vous interroge."),
            valueName: "command"))
    var command: [String] = []

    func validate() throws {
        if follow, !command.isEmpty {
            throw ValidationError(
                tr("--follow or a command, not both", "--follow ou une commande, pas les deux"))
        }
        if !follow, welcome != nil || refusal != nil {
            throw ValidationError(
                tr("--welcome and --refusal go with --follow", "--welcome et --refusal vont avec --follow"))
        }
        if welcome?.isEmpty == true || refusal?.isEmpty == true {
            throw ValidationError(tr("a text to look for is empty", "un texte à chercher est vide"))
        }
        do {
            _ = try DigitalLink.Template(link)
        } catch {
            throw ValidationError(
                tr(
                    "--link: the address needs {token}, {email} and {offerId}, each a value of its own (\(error))",
                    "--link : il faut {token}, {email} et {offerId} dans l'adresse, chacun comme valeur (\(error))"))
        }
        let authority = link.prefix { $0 != "/" && $0 != "?" }
        guard link.contains("://") || !authority.contains(":") else {
            throw ValidationError(
                tr(
                    "--link: with a port, write http:// or https:// before it",
                    "--link : avec un port, écrivez http:// ou https:// devant"))
        }
        guard !link.contains("${") else {
            throw ValidationError(
                tr("--link: {token}, not ${token}: without the $", "--link : {token}, et non ${token} : sans le $"))
        }
        guard link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw ValidationError(
                tr(
                    "--link: percent-encode blanks and accents", "--link : encodez (%XX) les espaces et les accents"))
        }
        if follow {
            do throws(TargetGuard.Refusal) {
                try LinkVisitor.judge(link, owned: owns)
            } catch {
                throw ValidationError("--link: " + error.sentence.text(in: .ofUser))
            }
        }
        if follow, link.contains("#") {
            throw ValidationError(
                tr(
                    "--link: what stands behind a # reaches no server; open the links yourself, or by a program",
                    "--link : ce qui suit un # n'atteint aucun serveur ; ouvrez les liens vous-même, ou par un programme"
                ))
        }
    }

    func run() async throws {
        let (link, edition) = (link, edition)
        let platform = try await StartedPlatform.start(
            edition, profile, seed: try StartedPlatform.onlineSeed(edition, leadingTo: link), host: host,
            port: Int(port))
        let gate = gate(at: platform)
        var setting = GateSetting(gate, speaking: edition)
        setting.links = try platform.links(edition, to: link)
        setting.secrets = platform.tillSecrets
        setting.profile = profile.rawValue
        setting.watch = .seconds(Int64(watch))
        // A person is told with the first question.
        if follow || !command.isEmpty { Output.note(platform.onlineInvitation) }
        if follow, welcome == nil, refusal == nil {
            Output.note(
                tr(
                    "Pages are told apart by their status; --welcome and --refusal do so by their words.",
                    "Les pages sont distinguées par leur statut ; --welcome et --refusal le font par leurs mots."))
        }
        try await platform.judge(.onlinePlatform(setting), gate, selection)
    }

    /// Who follows the links.
    private func gate(at platform: StartedPlatform) -> any Gate {
        if follow {
            return LinkVisitor(
                link, LinkVisitor.Texts(welcome: welcome, refusal: refusal), owned: owns, patience: Int(patience))
        }
        return command.isEmpty
            ? PersonGate.atTerminal(inviting: platform.onlineInvitation + StartedPlatform.advice)
            : ChildGate(command, environment: platform.tillEnvironment, patience: .seconds(Int64(patience)))
    }
}
