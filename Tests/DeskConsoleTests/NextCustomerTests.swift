// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import PassCulture
import PassCultureTesting
import Testing

/// A code that is scanned while something else is asked: the next customer's, and never lost.
struct NextCustomerTests {
    private static let attendees = "Nom;Prénom;Mail;Contremarque;Places;Validée\r\nMoreau;Léa;l@x.fr;LYSYU9;1;non\r\n"
    private let screen = Screen()

    private func console(_ counter: Counter) -> TerminalDesk {
        TerminalDesk(
            counter.desk, DeskSpeech(isFrench: true),
            readFile: { _ throws(InputFile.Failure) in Array(Self.attendees.utf8) }, say: screen.say)
    }

    @Test(
        arguments: [
            (["LYSYU9", "p"], "Non validée."), (["LYSYU9", ":plus tard spectacle demain"], "Non validée."),
            ([":liste liste.csv"], "Liste non chargée."), ([":liste liste.csv", "Concert"], "Liste non chargée."),
        ], ["EEXUK4", "PASSCULTURE:v3;TOKEN:EEXUK4"])
    func `it leaves what was asked undone, says so, and is checked`(
        asked: (lines: [String], undone: String), scanned: String
    ) throws {
        let counter = try Counter([])
        var desk = console(counter)
        for line in asked.lines {
            if line == "LYSYU9" { counter.transport.append(.valid) }
            desk.take(line)
        }
        for step in [FakeTransport.Step.valid, .validated] { counter.transport.append(step) }
        _ = screen.look()
        desk.take(scanned)
        let shown = screen.look()
        #expect(shown.first == asked.undone)
        #expect(shown.last?.hasPrefix("Valider ?") == true)
        #expect(counter.outbox.attempts.isEmpty)
        desk.take("o")
        #expect(screen.look().first == "Contremarque validée.")
        #expect(counter.outbox.attempts.map(\.countermark?.revealed) == ["EEXUK4"])
    }

    @Test(arguments: ["cinema", "Livres", "c"])
    func `an answer of six letters is an answer all the same`(kind: String) throws {
        let counter = try Counter([.valid])
        var desk = console(counter)
        for line in ["LYSYU9", "p", kind] { desk.take(line) }
        #expect(counter.transport.requests.count == 1)
        #expect(!screen.look().contains("Non validée."))
    }

    @Test(arguments: ["Hamlet", "CARMEN"])
    func `a show may have a name of six letters, as people write it`(name: String) throws {
        let counter = try Counter([])
        var desk = console(counter)
        for line in [":liste liste.csv", name] { desk.take(line) }
        #expect(screen.look().last?.hasPrefix("Quand commence la séance ?") == true)
        // Nor is a day that is written in another way a code.
        for day in ["24-12-18", "241218", "demain"] {
            desk.take(day)
            #expect(screen.look() == ["Sous la forme 24/12/2018 20:30"])
        }
        desk.take("03/12/2018 20:30")
        #expect(screen.look() == ["1 réservation(s) chargée(s)."])
        #expect(counter.transport.requests.isEmpty)
    }
}
