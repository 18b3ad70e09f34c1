// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `passculture data`: what a platform's data file holds.
struct DataCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "data",
            abstract: tr("Looks into a platform's data file.", "Examine le fichier de données d'une plateforme."),
            discussion: tr(
                """
                The file is the one of `passculture mock --data`. It is only read, and no platform may be using it.

                Exit codes: 0 all right; 1 damaged, or against the platform's rules; 2 cannot be read, or is none; 3 bad usage.
                """,
                """
                Le fichier est celui de `passculture mock --data`. Il n'est que lu, et aucune plateforme ne doit s'en servir.

                Codes de sortie : 0 tout est juste ; 1 endommagé, ou contraire aux règles ; 2 illisible, ou d'une autre nature ; \
                3 commande mal formée.
                """),
            subcommands: [DataVerifyCommand.self, DataExportCommand.self])
    }
}
