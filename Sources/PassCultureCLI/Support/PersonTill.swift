// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import DeskConsole
import Glibc
import Synchronization

/// A till at which a person sits: asked at the terminal to type a countermark, and what the till says.
final class PersonTill: Till {
    private let ask: @Sendable (String) async -> String?
    private let done = Mutex(0)

    /// A person who is asked by a function, which gives nil once nobody answers any more.
    init(ask: @escaping @Sendable (String) async -> String?) {
        self.ask = ask
    }

    /// The person at this terminal: asked on the standard error, since the report goes to the standard output.
    static func atTerminal() -> PersonTill {
        let reader = Mutex(LineReader(STDIN_FILENO))
        return PersonTill { question in
            await OwnThread.run {
                Output.ask(question)
                guard let line = reader.withLock({ $0.next() }) else { return nil }
                return if case .line(let bytes) = line { String(decoding: bytes, as: UTF8.self) } else { "" }
            }
        }
    }

    func begin(_ scenario: TillScenario) async throws(TillTrouble) {}

    func perform(_ act: TillAct, typing typed: String) async throws(TillTrouble) -> TillAnswer {
        let number = done.withLock { done in
            done += 1
            return done
        }
        let button = act == .check ? tr("CHECK", "VÉRIFIER") : tr("VALIDATE", "VALIDER")
        var question = tr(
            "\n\(number). At the till, type  \(typed)  and press \(button). What does the till say?",
            "\n\(number). À la caisse, tapez  \(typed)  puis \(button). Que dit la caisse ?")
        while true {
            guard let line = await ask(question + "\n" + PersonTill.choices + "\n> ") else {
                throw .passedOver(Sentence("Personne ne répond plus.", "Nobody answers any more."))
            }
            let words = line.drop { $0 == " " || $0 == "\t" }
            let rest = words.dropFirst().drop { $0 == " " || $0 == "\t" }
            switch words.first {
            case "1": return TillAnswer(.good, String(rest))
            case "2": return TillAnswer(.refused, String(rest))
            case "3": return TillAnswer(.open, String(rest))
            case "0":
                throw .passedOver(
                    Sentence("Passé par la personne à la caisse.", "Passed over by whoever sits at the till."))
            default: question = tr("1, 2, 3 or 0, please.", "1, 2, 3 ou 0, s'il vous plaît.")
            }
        }
    }

    func end() async {}

    private static var choices: String {
        tr(
            "  1 good, hand it over   2 refused, hand nothing over   3 it does not know   0 pass over   (and its words, if you like)",
            "  1 c'est bon, remettre   2 refusée, ne rien remettre   3 elle ne sait pas   0 passer   (et ses mots, si vous voulez)"
        )
    }
}
