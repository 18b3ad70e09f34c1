// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture

/// What begins with a colon.
extension TerminalDesk {
    mutating func command(_ line: String) {
        let words = line.dropFirst().split(separator: " ").map(String.init)
        let rest = Array(words.dropFirst())
        switch words.first?.lowercased() {
        case "attente", "pending": pending()
        case "rapprocher", "reconcile": reconcile()
        case "liste", "list": list(rest.joined(separator: " "))
        case "confirmer", "confirm":
            close(rest) { desk, id, name throws(OutboxError) in try desk.confirmBlocking(id, by: name).attempt }
        case "abandonner", "abandon":
            close(rest) { desk, id, name throws(OutboxError) in try desk.abandonBlocking(id, by: name) }
        case "dévalider", "devalider", "undo": reverse(.undo, rest)
        case "annuler", "cancel": reverse(.cancel, rest)
        case "plus", "later":
            say(speech("Check a countermark first.", "Vérifiez d'abord une contremarque."))
        case "quitter", "quit", "q": isOver = true
        case "aide", "help", "?": for line in speech.help.split(separator: "\n") { say(String(line)) }
        default: say(speech("Unknown word; :help.", "Mot inconnu ; :aide."))
        }
    }

    private func pending() {
        do throws(OutboxError) {
            let open = try desk.pendingBlocking()
            guard !open.isEmpty else { return say(speech("Nothing is waiting.", "Rien n'est en attente.")) }
            for attempt in open { say(speech.line(attempt)) }
        } catch {
            say(speech(error.cashier))
        }
    }

    private mutating func reconcile() {
        do throws(OutboxError) {
            let (say, speech) = (say, speech)
            let found = try desk.reconcileBlocking { progress in
                say("  \(progress.done)/\(progress.total)")
            }
            for settled in found.settled {
                say("  \(Attempt.number(id: settled.id))  \(speech(settled.cashier))")
            }
            if let fault = found.stoppedBy {
                say(
                    speech(
                        "Stopped: nothing can be sent now. ",
                        "Rapprochement arrêté : rien ne peut être envoyé pour le moment. ")
                        + speech(fault.cashier))
                note(fault)
            } else if found.wasAnswered {
                note(isOnline: true)
            }
            if let first = found.passedOver.first {
                let count = found.passedOver.count
                let (it, son) = count == 1 ? ("it", "son") : ("them", "leur")
                say(
                    speech(
                        "\(count) without an answer about \(it), asked again next time. ",
                        "\(count) sans réponse à \(son) sujet, à redemander la prochaine fois. ")
                        + speech(first.fault.cashier))
            }
            if found.takenBack > 0 {
                say(speech("\(found.takenBack) found taken back.", "\(found.takenBack) trouvée(s) annulée(s)."))
            }
            if found.notDue > 0 {
                say(
                    found.notDue == 1
                        ? speech("1 waits for its time.", "1 attend son heure.")
                        : speech("\(found.notDue) wait for their time.", "\(found.notDue) attendent leur heure."))
            }
            if found.held > 0 {
                say(
                    speech(
                        "\(found.held) \(found.held == 1 ? "is" : "are") with another till.",
                        "\(found.held) \(found.held == 1 ? "est" : "sont") entre les mains d'une autre caisse."))
            }
            let left = try desk.pendingBlocking()
            let people = left.filter { [.unknown, .probable, .recalled].contains($0.state) }.count
            if people > 0 {
                say(
                    speech(
                        "\(people) for a person: look at the screen Réservations, then :confirm or :abandon.",
                        "\(people) à décider : regardez l'écran Réservations, puis :confirmer ou :abandonner."))
            }
            say(
                speech(
                    "\(left.count) not closed.",
                    left.isEmpty ? "Tout est terminé." : "\(left.count) non terminée(s)."))
        } catch {
            say(speech(error.cashier))
        }
    }

    private func close(
        _ words: [String], _ body: (Desk, UInt64, String) throws(OutboxError) -> Attempt
    ) {
        guard let number = words.first, let id = Attempt.id(number: number), words.count > 1 else {
            return say(
                speech(
                    "Give the number of the validation and your name.",
                    "Donnez le numéro de la validation et votre nom."))
        }
        do throws(OutboxError) {
            say(speech.line(try body(desk, id, words.dropFirst().joined(separator: " "))))
        } catch {
            say(speech(error.cashier))
        }
    }

    // MARK: - Day lists

    private mutating func list(_ path: String) {
        guard !path.isEmpty else { return say(speech("Which file?", "Quel fichier ?")) }
        do throws(InputFile.Failure) {
            load(try readFile(path), nil)
        } catch {
            let sentence = error.sentence(path)
            say(speech(sentence.english, sentence.french))
        }
    }

    mutating func load(_ bytes: [UInt8], _ show: DayList.Show?) {
        let list: DayList
        do throws(ListReadingError) {
            list = try DayList(reading: bytes, show: show, in: speech.zone)
        } catch {
            if error.code.code == ListReadingError.Code.showNeeded.code {
                question = .showName(bytes)
                say(
                    speech(
                        "The list does not name its show. Which offer?",
                        "La liste ne nomme pas sa séance. Quelle offre ?"))
            } else {
                say(speech("List not loaded: ", "Liste non chargée : ") + speech(error.sentence))
            }
            return
        }
        do throws(OutboxError) {
            try desk.loadBlocking(list)
            say(speech("\(list.entries.count) booking(s) loaded.", "\(list.entries.count) réservation(s) chargée(s)."))
        } catch {
            say(speech(error.cashier))
        }
    }
}
