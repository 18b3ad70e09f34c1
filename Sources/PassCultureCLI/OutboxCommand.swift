// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `passculture outbox`: what a till's outbox holds, and what people decide about it.
struct OutboxCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outbox",
            abstract: tr("Reads and tends a till's outbox.", "Lit et tient le registre d'une caisse."),
            discussion: tr(
                """
                  passculture outbox list --file till.db
                  passculture outbox report --file till.db --month 2018-12 --csv > december.csv
                  passculture outbox report --file till.db --day 2018-12-03 --html --transfers reservations.csv > day.html
                  passculture outbox confirm 00AB… --by Paule --file till.db

                Exit codes: 0 done; 1 the outbox is damaged, the validation is not in that state, or reconcile was refused one; \
                2 a file cannot be used, or nothing can be sent; 3 bad usage, or a file of transfers that cannot be read as one; \
                4 after reconcile: something is still to be sent, probable or unknown.
                """,
                """
                  passculture outbox list --file caisse.db
                  passculture outbox report --file caisse.db --month 2018-12 --csv > decembre.csv
                  passculture outbox report --file caisse.db --day 2018-12-03 --html --transfers reservations.csv > jour.html
                  passculture outbox confirm 00AB… --by Paule --file caisse.db

                Codes de sortie : 0 fait ; 1 registre abîmé, validation qui n'est pas dans cet état, ou refusée à reconcile ; \
                2 fichier inutilisable, ou rien ne peut être envoyé ; 3 commande mal formée, ou fichier de virements illisible \
                comme tel ; 4 après reconcile : il reste à \
                envoyer, du probable ou de l'inconnu.
                """),
            subcommands: [
                OutboxReportCommand.self, OutboxListCommand.self, OutboxConfirmCommand.self, OutboxAbandonCommand.self,
                OutboxEraseCommand.self, OutboxReconcileCommand.self,
            ])
    }
}
