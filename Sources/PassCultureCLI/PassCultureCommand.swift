// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import JSON

/// `passculture`, the command line of the kit.
@main
struct PassCultureCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "passculture",
            abstract: tr(
                "A pass Culture on your own machine, for those who connect to it.",
                "Un pass Culture sur votre machine, pour qui s'y connecte."),
            discussion: tr(
                """
                Begin with `passculture journey`: the whole life of a partner, from account to reimbursement, in a few seconds. \
                Then start `passculture mock` and point your own till at it.

                EXIT CODES
                  0  done, and right
                  1  a check failed, a countermark was refused, a data file or an outbox is
                     damaged, or a validation is not in that state
                  2  target not reached, or no pass Culture: nothing was judged; a file or an
                     input that cannot be read, a file that is in use or is not ours; an
                     output that could not be written
                  3  bad usage, nothing selected, or refused for safety
                  4  something stays open: MUSTs not judged, a validation whose answer was
                     lost, or one that is still to be sent or is another venue's
                """,
                """
                Commencez par `passculture journey` : toute la vie d'un partenaire, du compte au remboursement, en quelques \
                secondes. Puis lancez `passculture mock` et branchez-y votre propre caisse.

                CODES DE SORTIE
                  0  fait, et juste
                  1  un contrôle a échoué, une contremarque a été refusée, un fichier de
                     données ou un registre est abîmé, ou une validation n'est pas dans cet
                     état
                  2  cible injoignable, ou qui n'est pas un pass Culture : rien n'a été
                     jugé ; fichier ou entrée illisible, fichier déjà utilisé ou qui n'est
                     pas des nôtres ; sortie impossible à écrire
                  3  commande mal formée, sélection vide, ou refusée par sécurité
                  4  reste ouvert : MUST non jugés, validation à la réponse perdue, encore à
                     envoyer ou d'un autre lieu
                """),
            version: KitVersion.current,
            subcommands: [
                MockCommand.self, JourneyCommand.self, CertifyCommand.self, CountermarkCommand.self,
                DeskCommand.self, OutboxCommand.self, RequirementsCommand.self, DataCommand.self, WebhookCommand.self,
            ])
    }

    /// Parses, runs and exits with a documented code; whatever goes wrong is told in a sentence.
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            end(with: CommandExit.success.code)
        } catch let exit as CommandExit {
            if let message = exit.message { Output.note(Visible.lines(message)) }
            end(with: exit.code)
        } catch {
            finish(after: error)
        }
    }

    /// Ends the process; what could not be told is no success.
    private static func end(with code: Int32) -> Never {
        let isUntold = code == CommandExit.success.code && Output.isLost
        Glibc.exit(isUntold ? CommandExit.unreachable("").code : code)
    }

    /// Help, version and completion scripts end well; all else that the parser throws is bad usage.
    private static func finish(after error: any Error) -> Never {
        let message = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            Output.note(message)
            Glibc.exit(CommandExit.usage("").code)
        }
        Output.line(Wording.current == .french ? HelpHeadings.inFrench(message) : message)
        end(with: CommandExit.success.code)
    }
}
