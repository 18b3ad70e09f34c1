// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Conformance
import Synchronization

/// A person at a till or before an online platform: asked at the terminal to type a countermark or to follow a link, and what is told then.
final class PersonGate: Gate {
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
    static func atTerminal(inviting invitation: String) -> PersonGate {
        let typed = TypedLines(invitation: invitation)
        return PersonGate { await typed.next(after: $0) }
    }

    func begin(_ scenario: GateScenario) async throws(GateTrouble) {}

    func perform(_ act: GateAct, with shown: String) async throws(GateTrouble) -> GateAnswer {
        let number = done.withLock { done in
            done += 1
            return done
        }
        var question = "\n\(number). " + Self.question(act, shown)
        while true {
            guard let line = await ask(question + "\n" + Self.choices(act) + "\n> ") else {
                throw .passedOver(Sentence("Personne ne répond plus.", "Nobody answers any more."))
            }
            let parts = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
            let words = parts.dropFirst().first.map(String.init) ?? ""
            switch parts.first {
            case "1": return GateAnswer(.good, words)
            case "2": return GateAnswer(.refused, words)
            case "3": return GateAnswer(.open, words)
            case "0":
                throw .passedOver(
                    Sentence("Scénario sauté par la personne interrogée.", "Passed over by the person who was asked."))
            default: question = tr("1, 2, 3 or 0, please.", "1, 2, 3 ou 0, s'il vous plaît.")
            }
        }
    }

    func end() async {}

    private static func question(_ act: GateAct, _ shown: String) -> String {
        switch act {
        case .check, .validate:
            let button = act == .check ? tr("CHECK", "VÉRIFIER") : tr("VALIDATE", "VALIDER")
            return tr(
                "At the till, type  \(shown)  and press \(button), once. What does the till say?",
                "À la caisse, tapez  \(shown)  puis appuyez sur \(button), une fois. Que dit la caisse ?")
        case .follow:
            return tr(
                "In a new private window, open this link, once. What does the page say?\n\n  \(shown)\n",
                "Dans une nouvelle fenêtre privée, ouvrez ce lien, une fois. Que dit la page ?\n\n  \(shown)\n")
        }
    }

    private static func choices(_ act: GateAct) -> String {
        guard act != .follow else {
            return tr(
                "  1 access is given   2 refused, for good   3 not known, or later   0 pass over   (and its words, if you like)",
                "  1 accès donné   2 refusé, pour de bon   3 on ne sait pas, ou plus tard   0 passer   (et ses mots, si vous voulez)"
            )
        }
        return tr(
            "  1 good, hand it over   2 refused, hand nothing over   3 it does not know   0 pass over   (and its words, if you like)",
            "  1 c'est bon, remettre   2 refusée, ne rien remettre   3 elle ne sait pas   0 passer   (et ses mots, si vous voulez)"
        )
    }
}
