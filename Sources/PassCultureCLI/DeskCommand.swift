// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import DeskConsole
import Glibc
import PassCulture

/// `passculture desk`: a desk at a terminal, or a child process for tills that cannot load a library.
struct DeskCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "desk",
            abstract: tr("Checks and validates at a counter.", "Vérifie et valide à un guichet."),
            discussion: tr(
                """
                  export PASSCULTURE_URL=http://127.0.0.1:8080 PASSCULTURE_EMAIL=caisse@librairie.fr PASSCULTURE_PASSWORD=…
                  passculture desk --outbox till.db
                  passculture desk --outbox till.db --key-file vendor.key --venue-id 1234     today's edition
                  passculture desk --outbox till.db --stdio     one JSON object a line: Documentation/DeskStdio.md

                What was done is kept in the outbox before it is sent. Without a line, a countermark of a loaded day list can be \
                validated provisionally; :reconcile sends it.

                Exit codes: 0 at the end of the input; 1 the outbox is damaged; 2 it cannot be used, the input or the key's file cannot \
                be read, or an answer cannot be written; 3 bad usage.
                """,
                """
                  export PASSCULTURE_URL=http://127.0.0.1:8080 PASSCULTURE_EMAIL=caisse@librairie.fr PASSCULTURE_PASSWORD=…
                  passculture desk --outbox caisse.db
                  passculture desk --outbox caisse.db --key-file editeur.key --venue-id 1234  édition d'aujourd'hui
                  passculture desk --outbox caisse.db --stdio   un objet JSON par ligne : Documentation/DeskStdio.md

                Ce qui est fait est gardé dans le registre avant d'être envoyé. Sans connexion, une contremarque d'une liste du jour chargée \
                peut être validée à titre provisoire ; :rapprocher l'envoie.

                Codes de sortie : 0 à la fin de l'entrée ; 1 registre abîmé ; 2 registre inutilisable, entrée ou fichier de clé \
                illisible, ou réponse impossible à écrire ; 3 commande mal formée.
                """))
    }

    @Option(
        help: ArgumentHelp(
            tr("The outbox, made if there is none.", "Le registre, créé s'il n'existe pas."), valueName: "file"))
    var outbox: String

    @Flag(
        help: ArgumentHelp(
            tr("Speaks lines of JSON instead of sentences.", "Parle en lignes de JSON au lieu de phrases.")))
    var stdio = false

    @OptionGroup var logIn: LogInOptions
    @OptionGroup var settings: DeskSettingsOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let account = try logIn.account()
        let store: SQLiteOutbox
        do throws(OutboxError) { store = try SQLiteOutbox(path: outbox) } catch { throw CommandExit(error) }
        let desk = try account.desk(store, settings.settings)
        let failure =
            if stdio {
                speakJSON(desk) { account.zone(ofDepartment: $0 ?? logIn.department) }
            } else {
                serve(desk, account.zone(ofDepartment: logIn.department))
            }
        store.close()
        if let failure {
            let sentence = failure.sentence("stdin")
            throw CommandExit.unreachable(tr(sentence.english, sentence.french))
        }
        // Whoever asked last was not answered.
        if Output.isUnread { throw CommandExit(code: CommandExit.unreachable("").code, message: nil) }
    }

    /// Answers line by line; gives what kept the input from being read to its end, if anything did.
    private func speakJSON(_ desk: Desk, _ zone: @escaping (String?) -> Zone) -> InputFile.Failure? {
        var reader = LineReader(STDIN_FILENO)
        var console = StdioDesk(desk, zone: zone)
        while !console.isClosed, !Output.isUnread, let line = reader.next() {
            if let answer = console.answer(line) { Output.line(answer) }
        }
        return reader.failure
    }

    /// Serves whoever types; gives what kept the input from being read to its end, if anything did.
    private func serve(_ desk: Desk, _ zone: Zone) -> InputFile.Failure? {
        let speech = DeskSpeech(isFrench: Wording.current == .french, zone: zone)
        var reader = LineReader(STDIN_FILENO)
        var console = TerminalDesk(desk, speech) { Output.line($0) }
        let isTyped = isatty(STDIN_FILENO) != 0
        console.begin()
        while !console.isOver, !Output.isUnread {
            if isTyped { Output.prompt("> ") }
            guard let line = reader.next() else { break }
            // What is too long is no countermark.
            if case .line(let bytes) = line {
                console.take(String(decoding: bytes, as: UTF8.self))
            } else {
                console.take("?")
            }
        }
        console.end()
        return reader.failure
    }
}
