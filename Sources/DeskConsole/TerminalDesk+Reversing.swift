// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

/// Taking a validation back, and cancelling a booking: asked for by name, and then confirmed by a plain yes.
extension TerminalDesk {
    mutating func reverse(_ kind: Reversal.Kind, _ words: [String]) {
        guard desk.edition != .prototype2018 else {
            return say(
                speech(
                    "Not at this till: it speaks the edition of 2018, which takes no validation back and cancels no booking.",
                    "Impossible à cette caisse : elle parle l'édition de 2018, qui n'annule ni validation ni réservation."
                ))
        }
        guard let typed = words.first, words.count > 1,
            let person = try? Person(whoConfirmed: words.dropFirst().joined(separator: " "))
        else {
            return say(speech("Give the countermark and your name.", "Donnez la contremarque et votre nom."))
        }
        do throws(PassCultureError) {
            question = .reversal(kind, try Countermark(typed), person)
            switch kind {
            case .undo:
                say(speech("Take the validation back? [y/n]", "Annuler la validation ? [o/n]"))
            case .cancel:
                say(
                    speech(
                        "Cancel the booking? It cannot be brought back. [y/n]",
                        "Annuler la réservation ? C'est définitif. [o/n]"))
            }
        } catch {
            say(speech(error.cashier))
        }
    }

    /// Anything but a yes is a no.
    mutating func decide(_ answer: String, _ kind: Reversal.Kind, _ countermark: Countermark, _ person: Person) {
        guard ["o", "oui", "y", "yes"].contains(answer.lowercased()) else { return leaveQuestion() }
        question = .none
        do throws(PassCultureError) {
            let reversal =
                switch kind {
                case .undo: try desk.undoBlocking(countermark, confirmedBy: person)
                case .cancel: try desk.cancelBlocking(countermark, confirmedBy: person)
                }
            say(speech(reversal.cashier))
        } catch {
            note(error)
            say(speech(error.cashier))
        }
    }
}
