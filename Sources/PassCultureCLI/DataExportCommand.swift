// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Platform

/// `passculture data export`: the platform in a data file as a snapshot in lines of JSON.
struct DataExportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: tr(
                "Writes the platform as lines of JSON.", "Écrit la plateforme en lignes de JSON."),
            discussion: tr(
                """
                A platform takes it as a snapshot, which its restore route brings to life:

                  passculture data export FILE | curl --data-binary @- http://127.0.0.1:8080/_control/snapshots
                  curl -X POST http://127.0.0.1:8080/_control/snapshots/1/restore
                """,
                """
                Une plateforme l'accepte comme instantané, que sa route de reprise fait revivre :

                  passculture data export FICHIER | curl --data-binary @- http://127.0.0.1:8080/_control/snapshots
                  curl -X POST http://127.0.0.1:8080/_control/snapshots/1/restore
                """))
    }

    @Argument(help: ArgumentHelp(tr("The data file.", "Le fichier de données.")))
    var file: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        do throws(DataFailure) {
            Output.bytes(try DataReport.lines(of: file))
        } catch {
            throw DataCommand.exit(error)
        }
    }
}
