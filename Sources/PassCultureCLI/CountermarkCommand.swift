// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `passculture countermark`: checks and validates one countermark through the SDK, as a till or an online platform does.
struct CountermarkCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "countermark",
            abstract: tr("Checks or validates a countermark.", "Vérifie ou valide une contremarque."),
            discussion: tr(
                """
                As a till (the partner's own log-in; the password is read from PASSCULTURE_PASSWORD):
                  export PASSCULTURE_URL=http://127.0.0.1:8080
                  passculture countermark verify LYSYU9 --email caisse@librairie.fr
                As an online platform (the user's address and the offer, no log-in):
                  passculture countermark validate LYSYU9 --user-email j@ex.fr --offer-id AE
                Both speak the edition of 2018 alone; today's, with a vendor's key, is spoken by: passculture desk

                Exit codes: 0 valid or validated, 1 refused, 2 no answer (nothing changed), 3 bad usage, \
                4 unknown (a validation was sent and its answer lost: do not validate again).
                """,
                """
                Comme une caisse (identifiants du partenaire ; mot de passe lu dans PASSCULTURE_PASSWORD) :
                  export PASSCULTURE_URL=http://127.0.0.1:8080
                  passculture countermark verify LYSYU9 --email caisse@librairie.fr
                Comme une plateforme en ligne (adresse de l'utilisateur et offre, sans identifiants) :
                  passculture countermark validate LYSYU9 --user-email j@ex.fr --offer-id AE
                L'un et l'autre ne parlent que l'édition de 2018 ; celle d'aujourd'hui, avec la clé d'un éditeur : passculture desk

                Codes de sortie : 0 valide ou validée, 1 refusée, 2 pas de réponse (rien n'a changé), 3 commande mal \
                formée, 4 inconnu (validation envoyée, réponse perdue : ne validez pas une seconde fois).
                """),
            subcommands: [Verify.self, Validate.self])
    }

    /// `passculture countermark verify`: changes nothing.
    struct Verify: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: tr("Checks a countermark; changes nothing.", "Vérifie, sans rien changer."))
        }
        @OptionGroup var options: CountermarkOptions

        func run() async throws {
            try await CountermarkQuestion(options).verify()
        }
    }

    /// `passculture countermark validate`: once, and never again by itself.
    struct Validate: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: tr("Validates a countermark; cannot be undone.", "Valide ; ne peut pas être annulé."))
        }
        @OptionGroup var options: CountermarkOptions

        func run() async throws {
            try await CountermarkQuestion(options).validate()
        }
    }
}

/// What both countermark commands take.
struct CountermarkOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(tr("The countermark, as typed or scanned.", "La contremarque, saisie ou scannée.")))
    var countermark: String

    @Option(
        help: ArgumentHelp(
            tr("Address of the pass Culture; else PASSCULTURE_URL.", "Adresse du pass Culture ; sinon PASSCULTURE_URL.")
        ))
    var url: String?

    @Option(help: ArgumentHelp(tr("The partner's log-in.", "L'identifiant du partenaire.")))
    var email: String?

    @Option(help: ArgumentHelp(tr("The user's e-mail address.", "L'adresse e-mail de l'utilisateur.")))
    var userEmail: String?

    @Option(help: ArgumentHelp(tr("The offer's identifier.", "L'identifiant de l'offre.")))
    var offerId: String?

    @Flag(help: ArgumentHelp(tr("Prints JSON.", "Écrit du JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if email != nil, userEmail != nil || offerId != nil {
            throw ValidationError(
                tr(
                    "either --email (a till) or --user-email with --offer-id (an online platform), not both",
                    "soit --email (une caisse), soit --user-email avec --offer-id (une plateforme), pas les deux"))
        }
        if email == nil, userEmail == nil || offerId == nil {
            throw ValidationError(
                tr(
                    "give --email and PASSCULTURE_PASSWORD (a till), or --user-email and --offer-id (an online platform)",
                    "donnez --email et PASSCULTURE_PASSWORD (une caisse), ou --user-email et --offer-id (une plateforme)"
                ))
        }
    }
}
