// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Conformance

/// `passculture certify provider`: judges whoever serves stocks or an agenda.
struct CertifyProvider: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "provider",
            abstract: tr(
                "Judges a provider of stocks or of an agenda (/stocks, /events).",
                "Juge un fournisseur de stocks ou d'agenda (/stocks, /events)."),
            discussion: tr(
                """
                Asks for the lists of one place as the pass Culture does: with its SIRET alone, a thousand at a time, page by page, with \
                dates, unknown and wrong parameters; and looks at each entry. It only reads (GET): some sixty requests, more for a long list.

                  passculture certify provider --stocks \\
                    --url http://127.0.0.1:3000 --siret 41816609600069
                  passculture certify provider --stocks --events \\
                    --url http://127.0.0.1:3000 --siret 41816609600069

                Exit codes: as for certify platform.
                """,
                """
                Demande les listes d'un lieu comme le pass Culture : avec son SIRET seul, mille par mille, page par page, avec des dates, \
                des paramètres inconnus ou faux ; et regarde chaque entrée. Il ne fait que lire (GET) : une soixantaine de fois, plus pour une longue liste.

                  passculture certify provider --stocks \\
                    --url http://127.0.0.1:3000 --siret 41816609600069
                  passculture certify provider --stocks --events \\
                    --url http://127.0.0.1:3000 --siret 41816609600069

                Codes de sortie : ceux de certify platform.
                """))
    }

    @Option(
        help: ArgumentHelp(
            tr("Address before /stocks and /events.", "Adresse devant /stocks et /events."), valueName: "url"))
    var url: String

    @Option(
        help: ArgumentHelp(
            tr(
                "SIRET of a place that the provider knows, with three entries or more.",
                "SIRET d'un lieu que le fournisseur connaît, avec trois entrées ou plus."), valueName: "siret"))
    var siret: String

    @Flag(help: ArgumentHelp(tr("It serves stocks: /stocks.", "Il sert des stocks : /stocks.")))
    var stocks = false

    @Flag(help: ArgumentHelp(tr("It serves an agenda: /events.", "Il sert un agenda : /events.")))
    var events = false

    @OptionGroup var ownership: OwnershipOptions

    @OptionGroup var selection: SelectionOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard stocks || events else {
            throw ValidationError(
                tr(
                    "say what the provider serves: --stocks, --events, or both",
                    "dites ce que sert le fournisseur : --stocks, --events, ou les deux"))
        }
    }

    func run() async throws {
        let sections = (stocks ? [FeedSection.stocks] : []) + (events ? [.events] : [])
        let setting = FeedSetting(siret: siret, sections: Set(sections))
        try await selection.run(
            CertificationConfiguration(url: url, subject: .provider(setting), ownsEnvironment: ownership.isOwned))
    }
}
