// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import DeskConsole
import JSON
import PassCulture
import PassCultureTesting
import Testing

/// The desk at a terminal, in the words that a cashier reads.
struct TerminalDeskTests {
    private let screen = Screen()

    private func console(_ counter: Counter, isFrench: Bool = true, file: String = "") -> TerminalDesk {
        TerminalDesk(
            counter.desk, DeskSpeech(isFrench: isFrench),
            readFile: { path throws(InputFile.Failure) in
                guard path == "liste.csv" else { return try InputFile.read("/nowhere/\(path)") }
                return Array(file.utf8)
            }, say: screen.say)
    }

    @Test func `a code is checked, shown, and validated by the return key`() throws {
        let counter = try Counter([.valid, .validated])
        var desk = console(counter)
        desk.begin()
        #expect(screen.look().count == 1)
        desk.take("ly sy u9\r")
        let shown = screen.look()
        #expect(shown.contains("  Offre : Grand concert") && shown.contains("  Personne : Jeune"))
        #expect(shown.contains("  Date : 24 décembre 2018 à 20:30"))
        #expect(shown.last == "Valider ? [Entrée ou o : oui, n : non, p : plus tard]")
        #expect(counter.outbox.attempts.isEmpty)
        desk.take("")
        #expect(screen.look() == ["Contremarque validée.", "  Tentative 0000000000000001"])
        // An empty line with no question asks for nothing.
        desk.take("")
        #expect(screen.look().isEmpty && counter.transport.requests.count == 2)
    }

    @Test func `what a young person typed stands on the line of its name, and steers nothing`() throws {
        let name = "Eve\r\u{1B}[2K  Personne : Lectrice\n\u{9B}1A\u{202E}"
        let answer: JSONValue = [
            "bookingId": "A9", "offerName": "Concert\n\u{1B}[1A", "userName": .string(name), "isUsed": false,
        ]
        let counter = try Counter([.answer(TransportResponse(status: 200, text: answer.text)), .noLine])
        let entry = DayList.Entry(
            countermark: try Countermark("ABCDEF"), offerName: "Concert\u{85}", begins: Counter.now + .hours(8),
            userName: name, email: "l@x.fr", isUsed: false)
        try counter.desk.loadBlocking(DayList([entry]))
        var desk = console(counter)
        let shown = "  Personne : Eve\u{FFFD}\u{FFFD}[2K  Personne : Lectrice\u{FFFD}\u{FFFD}1A\u{FFFD}"
        desk.take("LYSYU9")
        let online = screen.look()
        #expect(online.contains(shown) && online.contains("  Offre : Concert\u{FFFD}\u{FFFD}[1A"))
        desk.take("ABCDEF")
        let offline = screen.look()
        #expect(offline.contains(shown) && offline.contains("  Offre : Concert\u{FFFD}"))
        desk.take("n")
        // Nor does a file, or its name.
        desk.take(":liste \u{1B}[2J.csv")
        desk.take(":aide")
        let lines = online + offline + screen.look()
        #expect(!lines.contains { $0.unicodeScalars.contains(where: Visible.isControl) }, "\(lines)")
    }

    @Test(arguments: [":annuler LYSYU9 Ana", ":dévalider LYSYU9 Ana", ":annuler"])
    func `what the edition of 2018 cannot do is refused without a question`(line: String) throws {
        let counter = try Counter([.valid])
        var desk = console(counter)
        desk.take(line)
        let sentence =
            "Impossible à cette caisse : elle parle l'édition de 2018, qui n'annule ni validation ni réservation."
        #expect(screen.look() == [sentence])
        // No question waits for a yes.
        desk.take("LYSYU9")
        #expect(screen.look().last?.hasPrefix("Valider ?") == true)
        #expect(counter.outbox.notes.isEmpty)
    }

    @Test(arguments: ["n", "non", "no", ":attente"])
    func `no is no, and so is going on to something else`(answer: String) throws {
        let counter = try Counter([.valid])
        var desk = console(counter)
        desk.take("LYSYU9")
        _ = screen.look()
        desk.take(answer)
        #expect(screen.look().first == "Non validée.")
        desk.take("")
        #expect(counter.outbox.attempts.isEmpty && counter.transport.requests.count == 1)
    }

    @Test func `the next customer's code is no answer to the question about this one`() throws {
        let counter = try Counter([.valid, .valid, .validated])
        var desk = console(counter)
        desk.take("LYSYU9")
        desk.take("ABCDEF")
        #expect(screen.look().contains("Non validée."))
        desk.take("o")
        #expect(counter.outbox.attempts.map(\.countermark?.revealed) == ["ABCDEF"])
        // What is neither is asked again, and nothing is decided by it.
        counter.transport.append(.valid)
        desk.take("GHJKLM")
        desk.take("peut-être")
        #expect(screen.look().last?.hasPrefix("Valider ?") == true)
        #expect(counter.outbox.attempts.count == 1)
    }

    @Test func `it says when the line is lost and when it is back`() throws {
        let counter = try Counter([.noLine, .noLine, .noLine, .noLine, .validated])
        try counter.loadList()
        var desk = console(counter)
        desk.take("ABCDEF")
        #expect(screen.look().first == "Hors ligne : la liste du jour et le registre de la caisse répondent.")
        desk.take("LYSYU9")
        let shown = screen.look()
        #expect(shown.contains("  Personne : Léa Moreau") && !shown.contains { $0.hasPrefix("Hors ligne") })
        desk.take("o")
        #expect(screen.look().first?.hasPrefix("Validation enregistrée dans la caisse") == true)
        desk.take("LYSYU9")
        #expect(screen.look().first?.contains("déjà prise en compte") == true)
        desk.take(":rapprocher")
        let settled = screen.look()
        #expect(settled.first == "  1/1" && settled.contains("De nouveau en ligne."))
        #expect(settled.last == "Tout est terminé.")
        #expect(counter.outbox.attempts.map(\.state) == [.confirmed])
    }

    @Test func `a round that passes one over says so, and that it is asked again`() throws {
        let page = FakeTransport.Step.answer(
            TransportResponse(status: 403, contentType: "text/html", text: "<h1>Wi-Fi</h1>"))
        let counter = try Counter([.noLine, .noLine, page, .validated])
        var desk = console(counter)
        for code in ["LYSYU9", "ABCDEF"] { _ = try counter.desk.validateBlocking(Countermark(code)) }
        desk.take(":rapprocher")
        let shown = screen.look()
        #expect(shown.contains { $0.hasPrefix("1 sans réponse à son sujet, à redemander la prochaine fois. ") })
        #expect(!shown.contains { $0.hasPrefix("Rapprochement arrêté") } && shown.last == "1 non terminée(s).")
    }

    @Test func `what is refused at last is told by its number, and that the good is not paid`() throws {
        let counter = try Counter([.noLine, .alreadyValidated])
        var desk = console(counter)
        _ = try counter.desk.validateBlocking(Countermark("LYSYU9"))
        desk.take(":rapprocher")
        #expect(
            screen.look().contains(
                "  0000000000000001  Contremarque déjà validée : si ce n'est pas par votre établissement, ce qui a été remis "
                    + "ne sera pas remboursé ; notez le numéro et prévenez votre responsable."))
    }

    @Test func `a lost validation whose reading back was answered is no line that is gone`() throws {
        let counter = try Counter([.valid, .noAnswer, .valid, .valid])
        var desk = console(counter)
        for line in ["LYSYU9", "o"] { desk.take(line) }
        let shown = screen.look()
        #expect(shown.contains { $0.contains("pas encore prise en compte par le pass Culture") })
        #expect(!shown.contains { $0.hasPrefix("Hors ligne") })
        desk.take("ABCDEF")
        #expect(!screen.look().contains("De nouveau en ligne."))
    }

    @Test func `a round in which nothing answered does not tell that the line is back, one with an answer does`() throws
    {
        let counter = try Counter([.noAnswer, .noAnswer, .noAnswer, .noAnswer, .valid])
        var desk = console(counter)
        _ = try counter.desk.validateBlocking(Countermark("LYSYU9"))
        desk.take("ABCDEF")
        #expect(screen.look().contains { $0.hasPrefix("Hors ligne") })
        desk.take(":rapprocher")
        let lost = screen.look()
        #expect(lost.first == "  1/1" && !lost.contains("De nouveau en ligne."))
        desk.take(":rapprocher")
        #expect(screen.look().contains("De nouveau en ligne."))
        #expect(counter.outbox.attempts.map(\.state) == [.planned])
    }

    @Test func `what stays probable for want of an answer does not tell that the line is back`() throws {
        let counter = try Counter([.valid, .noAnswer, .alreadyValidated, .noAnswer, .noAnswer])
        var desk = console(counter)
        _ = try counter.desk.checkBlocking(Countermark("LYSYU9"))
        _ = try counter.desk.validateBlocking(Countermark("LYSYU9"))
        desk.take("ABCDEF")
        #expect(screen.look().contains { $0.hasPrefix("Hors ligne") })
        desk.take(":rapprocher")
        let shown = screen.look()
        #expect(!shown.contains("De nouveau en ligne."))
        #expect(
            shown.contains(
                "1 à décider : regardez l'écran Réservations, puis :confirmer ou :abandonner."))
        #expect(counter.outbox.attempts.map(\.state) == [.probable])
    }

    @Test func `a platform that is left alone because it is down counts as offline`() throws {
        let counter = try Counter([.valid, .noLine], circuit: CircuitPolicy(faults: 1))
        var desk = console(counter)
        for line in ["ABCDEF", "n"] { desk.take(line) }
        _ = screen.look()
        // Another part of the till finds out that the platform is down: this one hears of it by the circuit alone.
        #expect(throws: PassCultureError.self) { try counter.desk.checkBlocking(Countermark("GHJKLM")) }
        desk.take("GHJKLM")
        let shown = screen.look()
        #expect(shown.contains { $0.hasPrefix("Le pass Culture est injoignable") })
        #expect(shown.contains { $0.hasPrefix("Hors ligne") })
        #expect(counter.transport.requests.count == 2)
        try counter.loadList()
        desk.take("LYSYU9")
        desk.take("o")
        #expect(counter.outbox.attempts.map(\.state) == [.planned])
    }

    @Test func `later asks what it is, and a book is not for later`() throws {
        let counter = try Counter([.valid, .valid, .validated])
        var desk = console(counter)
        desk.take("LYSYU9")
        desk.take("p")
        #expect(screen.look().last?.hasPrefix("De quoi s'agit-il ?") == true)
        desk.take("x")
        #expect(screen.look().last?.hasPrefix("De quoi s'agit-il ?") == true)
        desk.take("c")
        #expect(screen.look().last == "  À envoyer à partir du 24 décembre 2018 à 20:30")
        #expect(counter.outbox.attempts.map(\.kind) == [.cinema])
        desk.take("ABCDEF")
        desk.take(":plus tard livre")
        let refused = screen.look()
        #expect(refused.last?.hasPrefix("Valider ?") == true)
        #expect(
            refused.contains(
                "La contremarque de cette offre doit être validée tout de suite, avant la remise : "
                    + "validez maintenant."))
        desk.take("")
        #expect(counter.outbox.attempts.map(\.state) == [.planned, .confirmed])
        desk.take(":plus tard cinéma")
        #expect(screen.look().last == "Vérifiez d'abord une contremarque.")
        desk.take(":rapprocher")
        #expect(screen.look().contains("1 attend son heure."))
    }

    @Test func `one is spoken of as one, and several as several`() throws {
        let counter = try Counter([])
        var (french, english) = (console(counter), console(counter, isFrench: false))
        let told = [
            ("1 est entre les mains d'une autre caisse.", "1 is with another till."),
            ("2 sont entre les mains d'une autre caisse.", "2 are with another till."),
        ]
        for (number, code) in zip(UInt64(1)..., ["ABCDEF", "GHJKLM"]) {
            let attempt = Attempt(
                id: number, till: "caisse 2", countermark: try Countermark(code), plannedAt: Counter.now)
            _ = try counter.outbox.add(attempt, isSent: true, within: nil, at: Counter.now)
            french.take(":rapprocher")
            english.take(":reconcile")
            let shown = screen.look()
            #expect(shown.contains(told[Int(number) - 1].0) && shown.contains(told[Int(number) - 1].1), "\(shown)")
        }
    }

    @Test func `the time of a show can be typed, on the clocks of the venue`() throws {
        let counter = try Counter([.answer(SampleAnswer.digitalBooking.response)])
        var desk = console(counter, isFrench: false)
        desk.take("LYSYU9")
        desk.take(":later show tomorrow")
        #expect(screen.look().last == "The time like this: 24/12/2018 20:30")
        desk.take("show 03/12/2018 20:30")
        #expect(screen.look().contains("  Attempt 0000000000000001"))
        #expect(counter.outbox.attempts.map(\.kind) == [.show])
    }

    @Test func `a show without a time is asked for it, and stored with it`() throws {
        let counter = try Counter(Array(repeating: .answer(SampleAnswer.digitalBooking.response), count: 3))
        var desk = console(counter)
        for words in [[":plus tard spectacle"], ["p", "s"]] {
            desk.take("LYSYU9")
            for line in words { desk.take(line) }
            let shown = screen.look()
            #expect(!shown.contains { $0.contains("validez maintenant") })
            #expect(shown.contains { $0.hasPrefix("Indiquez la date et l'heure de la séance") })
            #expect(shown.last == "L'heure sous la forme 24/12/2018 20:30")
            desk.take("demain")
            desk.take("24-12-18")
            #expect(screen.look() == Array(repeating: "L'heure sous la forme 24/12/2018 20:30", count: 2))
            #expect(counter.outbox.attempts.isEmpty)
            desk.take(":attente")
            #expect(screen.look().first == "Non validée.")
        }
        desk.take("LYSYU9")
        desk.take(":plus tard pratique")
        desk.take("03/12/2018 20:30")
        #expect(screen.look().contains("  Tentative 0000000000000001"))
        #expect(counter.outbox.attempts.map(\.kind) == [.practice])
    }

    @Test func `a list that does not name its show is asked for it`() throws {
        let counter = try Counter([.noLine])
        var desk = console(
            counter, file: "Nom;Prénom;Mail;Contremarque;Places;Validée\r\nMoreau;Léa;l@x.fr;LYSYU9;1;non\r\n")
        desk.take(":liste autre.csv")
        #expect(screen.look() == ["autre.csv est illisible (fichier introuvable)."])
        desk.take(":liste liste.csv")
        #expect(screen.look().last?.contains("Quelle offre ?") == true)
        desk.take("Concert")
        desk.take("demain")
        #expect(screen.look().last == "Sous la forme 24/12/2018 20:30")
        desk.take("03/12/2018 20:30")
        #expect(screen.look() == ["1 réservation(s) chargée(s)."])
        desk.take("LYSYU9")
        #expect(screen.look().contains("  Date : 3 décembre 2018 à 20:30"))
    }

    @Test func `a list with a bad line is not loaded, and the line is named`() throws {
        let counter = try Counter([])
        var desk = console(
            counter, file: "Offre;Date;Nom;Prénom;Mail;Contremarque;État du paiement\nA;hier;;;;ABCDEF;OK\n")
        desk.take(":liste liste.csv")
        #expect(screen.look() == ["Liste non chargée : ligne 2 : « Date » doit être comme 24/12/2018 20:30."])
    }

    @Test func `what stays open is said at the beginning and the end, and decided by name`() throws {
        let counter = try Counter([.noAnswer, .noAnswer])
        _ = try counter.desk.validateBlocking(Countermark("LYSYU9"))
        var desk = console(counter)
        desk.begin()
        #expect(screen.look().last?.hasPrefix("1 validation(s) non terminée(s)") == true)
        desk.take(":attente")
        #expect(screen.look() == ["  0000000000000001  LYSYU9  inconnue  3 décembre 2018 à 12:00"])
        desk.take(":confirmer 0000000000000001")
        #expect(screen.look() == ["Donnez le numéro de la validation et votre nom."])
        desk.take(":abandonner 0000000000000001 Paule Dupont")
        #expect(screen.look().last?.contains("abandonnée") == true)
        #expect(counter.outbox.attempts.map(\.note) == ["by Paule Dupont"])
        desk.take(":quitter")
        #expect(desk.isOver)
        desk.end()
        #expect(screen.look().isEmpty)
    }
}
