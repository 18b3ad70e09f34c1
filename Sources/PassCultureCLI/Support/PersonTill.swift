// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Synchronization

/// A till at which a person sits: asked at the terminal to type a countermark, and what the till says.
final class PersonTill: Till {
    private let ask: @Sendable (String) async -> String?
    private let done = Mutex(0)
    let goesOn = true

    /// A person who is asked by a function, which gives nil once nobody answers any more.
    init(ask: @escaping @Sendable (String) async -> String?) {
        self.ask = ask
    }

    /// The person at this terminal: asked on the standard error, since the report goes to the standard output.
    ///
    /// - Parameter invitation: what is told before the first question.
    static func atTerminal(inviting invitation: String) -> PersonTill {
        let typed = TypedLines(invitation: invitation)
        return PersonTill { await typed.next(after: $0) }
    }

    func begin(_ scenario: TillScenario) async throws(TillTrouble) {}

    func perform(_ act: TillAct, typing typed: String) async throws(TillTrouble) -> TillAnswer {
        let number = done.withLock { done in
            done += 1
            return done
        }
        let button = act == .check ? tr("CHECK", "VÉRIFIER") : tr("VALIDATE", "VALIDER")
        var question = tr(
            "\n\(number). At the till, type  \(typed)  and press \(button), once. What does the till say?",
            "\n\(number). À la caisse, tapez  \(typed)  puis appuyez sur \(button), une fois. Que dit la caisse ?")
        while true {
            guard let line = await ask(question + "\n" + PersonTill.choices + "\n> ") else {
                throw .passedOver(Sentence("Personne ne répond plus.", "Nobody answers any more."))
            }
            let parts = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
            let words = parts.dropFirst().first.map(String.init) ?? ""
            switch parts.first {
            case "1": return TillAnswer(.good, words)
            case "2": return TillAnswer(.refused, words)
            case "3": return TillAnswer(.open, words)
            case "0":
                throw .passedOver(
                    Sentence("Scénario sauté par la personne à la caisse.", "Passed over by whoever sits at the till."))
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
