// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DeskConsole
import Glibc
import PassCulture

/// The outbox that a command looks into: it must be there.
struct OutboxFileOption: ParsableArguments {
    @Option(help: ArgumentHelp(tr("The till's outbox.", "Le registre de la caisse."), valueName: "file"))
    var file: String

    /// Opens the outbox; makes none.
    func open() throws(CommandExit) -> SQLiteOutbox {
        guard access(file, F_OK) == 0 else {
            let number = errno
            throw .unreachable(
                tr(
                    "There is no outbox \(file) (\(String(cString: strerror(number)))).",
                    "Il n'y a pas de registre \(file) (\(InputFile.Failure.french(number)))."))
        }
        do throws(OutboxError) { return try SQLiteOutbox(path: file) } catch { throw CommandExit(error) }
    }
}

extension CommandExit {
    /// How a command ends whose outbox did not do what was asked: 1 when it is damaged or says no, 2 when it cannot be used.
    init(_ error: OutboxError) {
        let sentence = "\(tr(error.cashier.english, error.cashier.french)) (\(error))"
        let isRefusal = [OutboxError.Code.damaged, .wrongState, .unknownAttempt].contains(error.code)
        self = isRefusal ? .failed(sentence) : .unreachable(sentence)
    }
}
