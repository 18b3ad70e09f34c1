// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import DeskConsole
import Glibc
import JSON
import PassCulture
import PassCultureTesting
import TestSupport
import Testing

/// The desk as a child process: a line in, a line out.
struct StdioDeskTests {
    private let files: @Sendable (String) throws(InputFile.Failure) -> [UInt8] = { path throws(InputFile.Failure) in
        guard path == "list.csv" else { return try InputFile.read("/nowhere/\(path)") }
        return Array("Nom;Prénom;Mail;Contremarque;Places;Validée\r\nMoreau;Léa;l@x.fr;LYSYU9;1;non\r\n".utf8)
    }

    private func ask(_ console: inout StdioDesk, _ request: String) throws -> JSONValue {
        let given = console.answer(.line(Array(request.utf8)))
        let answer = try #require(given)
        #expect(!answer.contains("\n"))
        return try JSONValue(parsing: answer)
    }

    @Test func `a customer is checked and validated, and the answers bear the numbers of the questions`() throws {
        let counter = try Counter([.valid, .validated])
        var console = StdioDesk(counter.desk)
        let check = try ask(&console, #"{"id":1,"do":"check","countermark":"ly sy-u9"}"#)
        #expect(check["id"] == 1 && check["outcome"] == "valid")
        #expect(check["booking"]?["offerName"] == "Grand concert" && check["booking"]?["userName"] == "Jeune")
        #expect(check["booking"]?["date"] == "2018-12-24T19:30:00Z")
        #expect(check["cashier"]?["fr"]?.stringValue?.isEmpty == false)
        let done = try ask(&console, #"{"id":"b","do":"validate","countermark":"LYSYU9","amountCents":650}"#)
        #expect(done["id"] == "b" && done["outcome"] == "validated" && done["attempt"] == "0000000000000001")
        #expect(counter.outbox.attempts.map(\.amountCents) == [650])
        let again = try ask(&console, #"{"id":3,"do":"validate","countermark":"LYSYU9"}"#)
        #expect(again["error"]?["code"] == "already-taken" && again["error"]?["nothingWasSent"] == true)
        #expect(again["outcome"] == nil)
        #expect(counter.transport.requests.count == 2)
    }

    @Test func `a refusal is an outcome, with its reason and the server's sentences`() throws {
        let counter = try Counter([.answer(SampleAnswer.cancelled.response)])
        var console = StdioDesk(counter.desk)
        let answer = try ask(&console, #"{"id":1,"do":"validate","countermark":"LYSYU9"}"#)
        #expect(answer["outcome"] == "refused" && answer["reason"] == "cancelled" && answer["status"] == 410)
        #expect(answer["serverSentences"] == ["Cette réservation a été annulée"])
    }

    @Test func `a lost answer is probable, is listed, and is confirmed by a person`() throws {
        let counter = try Counter([.valid, .noAnswer, .alreadyValidated])
        var console = StdioDesk(counter.desk)
        _ = try ask(&console, #"{"id":1,"do":"check","countermark":"LYSYU9"}"#)
        let lost = try ask(&console, #"{"id":2,"do":"validate","countermark":"LYSYU9"}"#)
        #expect(lost["outcome"] == "probable" && lost["attempt"] == "0000000000000001")
        #expect(lost["others"] == ["another-till", "portal-desk", "service"])
        #expect(lost["checkedAt"] == "2018-12-03T11:00:00Z")
        let pending = try ask(&console, #"{"id":3,"do":"pending"}"#)
        #expect(pending["outcome"] == "listed" && pending["attempts"]?[0]?["state"] == "probable")
        #expect(pending["attempts"]?[0]?["countermark"] == "LYSYU9")
        let confirmed = try ask(&console, #"{"id":4,"do":"confirm","attempt":"0000000000000001","by":"Paule"}"#)
        #expect(confirmed["outcome"] == "validated" && confirmed["promotion"]?["name"] == "Paule")
        let again = try ask(&console, #"{"id":5,"do":"abandon","attempt":"0000000000000001","by":"Paule"}"#)
        #expect(again["error"]?["code"] == "wrong-state")
    }

    @Test func `without a line a day list answers, and reconciling sends what waited`() throws {
        let counter = try Counter([.noLine, .noLine, .validated])
        var console = StdioDesk(counter.desk, readFile: files)
        let request =
            #"{"id":1,"do":"loadDayList","file":"list.csv","offer":"Concert","begins":"2018-12-03T19:30:00Z"}"#
        #expect(try ask(&console, request)["bookings"] == 1)
        let check = try ask(&console, #"{"id":2,"do":"check","countermark":"LYSYU9"}"#)
        #expect(check["outcome"] == "provisional" && check["dayList"]?["userName"] == "Léa Moreau")
        let stored = try ask(&console, #"{"id":3,"do":"validate","countermark":"LYSYU9"}"#)
        #expect(stored["outcome"] == "provisional" && stored["cause"] == "offline")
        let found = try ask(&console, #"{"id":4,"do":"reconcile"}"#)
        #expect(found["outcome"] == "reconciled" && found["settled"]?[0]?["outcome"] == "validated")
        #expect(found["settled"]?[0]?["attempt"] == "0000000000000001" && found["stoppedBy"] == nil)
    }

    @Test func `what nobody answers about is passed over, and told by its number`() throws {
        let page = FakeTransport.Step.answer(
            TransportResponse(status: 403, contentType: "text/html", text: "<h1>Wi-Fi</h1>"))
        let counter = try Counter([.noLine, .noLine, page, .validated])
        var console = StdioDesk(counter.desk)
        for code in ["LYSYU9", "ABCDEF"] {
            let stored = try ask(&console, #"{"id":1,"do":"validate","countermark":"\#(code)"}"#)
            #expect(stored["outcome"] == "provisional")
        }
        let found = try ask(&console, #"{"id":2,"do":"reconcile"}"#)
        #expect(found["stoppedBy"] == nil && found["passedOver"]?.arrayValue?.count == 1)
        #expect(found["passedOver"]?[0]?["attempt"] == "0000000000000001")
        #expect(found["passedOver"]?[0]?["code"] == "not-accepted")
        #expect(
            found["passedOver"]?[0]?["cashier"]?["fr"]?.stringValue?.hasPrefix("Validations en attente non acceptées")
                == true)
        #expect(counter.outbox.attempts.map(\.state) == [.planned, .confirmed])
    }

    @Test func `what is refused at last says what that means for a good that may have left`() throws {
        let counter = try Counter([.noLine, .alreadyValidated, .alreadyValidated])
        var console = StdioDesk(counter.desk)
        _ = try ask(&console, #"{"id":1,"do":"validate","countermark":"LYSYU9"}"#)
        let found = try ask(&console, #"{"id":2,"do":"reconcile"}"#)
        #expect(found["settled"]?[0]?["outcome"] == "refused")
        #expect(found["settled"]?[0]?["reason"] == "already-validated")
        #expect(
            found["settled"]?[0]?["cashier"] == [
                "fr": .string(
                    "Contremarque déjà validée : si ce n'est pas par votre établissement, ce qui a été remis ne sera pas "
                        + "remboursé ; notez le numéro et prévenez votre responsable."),
                "en": .string(
                    "Countermark already validated: unless your own venue did it, what was handed over will not be "
                        + "reimbursed; note the number and tell your manager."),
            ])
        let counterNow = try ask(&console, #"{"id":3,"do":"check","countermark":"LYSYU9"}"#)
        #expect(counterNow["cashier"]?["fr"] == "Contremarque déjà validée : ne remettez rien.")
    }

    @Test(
        "a list in which nobody is left replaces the one of its show",
        arguments: [
            "Nom;Prénom;Mail;Contremarque;Places;Validée\r\n",
            #"{"offerName":"Concert","beginningDatetime":"2018-12-03T19:30:00Z","attendees":[]}"#,
            "Offre;Date;Nom;Prénom;Mail;Contremarque;État du paiement\r\n"
                + "Concert;03/12/2018 20:30;Moreau;Léa;l@x.fr;LYSYU9;Annulée\r\n",
            #"[{"isCancelled":true,"stock":{"eventOccurrence":{"beginningDatetime":"2018-12-03T19:30:00Z"},"#
                + #""resolvedOffer":{"event":{"name":"Concert"}}}}]"#,
        ])
    func empties(content: String) throws {
        let counter = try Counter([.noLine, .noLine])
        var console = StdioDesk(counter.desk, readFile: files)
        func load(_ source: String, _ text: String) throws -> JSONValue {
            let request: JSONObject = [
                "do": "loadDayList", source: .string(text), "offer": "Concert", "begins": "2018-12-03T19:30:00Z",
            ]
            return try ask(&console, JSONValue.object(request).text)
        }
        #expect(try load("file", "list.csv")["bookings"] == 1)
        let check = #"{"do":"check","countermark":"LYSYU9"}"#
        #expect(try ask(&console, check)["outcome"] == "provisional")
        #expect(try load("content", content)["bookings"] == 0)
        #expect(try ask(&console, check)["error"]?["code"] == "never-sent")
    }

    @Test func `a cinema's validation waits for the show, a book's does not wait at all`() throws {
        let counter = try Counter([])
        var console = StdioDesk(counter.desk)
        let later = try ask(
            &console,
            #"{"id":1,"do":"validateLater","countermark":"LYSYU9","kind":"cinema","begins":"2018-12-03T19:30:00Z"}"#)
        #expect(later["outcome"] == "provisional" && later["cause"] == "later")
        #expect(later["notBefore"] == "2018-12-03T19:30:00Z")
        let book = try ask(&console, #"{"id":2,"do":"validateLater","countermark":"ABCDEF","kind":"books"}"#)
        #expect(book["error"]?["code"] == "late-not-allowed")
        let show = try ask(&console, #"{"id":4,"do":"validateLater","countermark":"ABCDEF","kind":"show"}"#)
        #expect(show["error"]?["code"] == "time-needed" && show["error"]?["nothingWasSent"] == true)
        #expect(try ask(&console, #"{"id":3,"do":"reconcile"}"#)["notDue"] == 1)
        #expect(counter.transport.requests.isEmpty)
    }

    @Test func `a day list that is no file is refused, and not waited for`() throws {
        let folder = try ScratchFolder()
        try #require(mkfifo(folder.path("pipe"), 0o600) == 0)
        try folder.write("list.csv", Array("Nom;Mail\n".utf8))
        var console = StdioDesk(try Counter([]).desk)
        for path in [folder.path("pipe"), "/dev/zero", "/dev/stdin"] {
            let answer = try ask(&console, #"{"id":1,"do":"loadDayList","file":"\#(path)"}"#)
            #expect(answer["error"]?["code"] == "unreadable-file")
            #expect(answer["error"]?["detail"] == "file is no file.", "\(path)")
        }
        let folderAsked = try ask(&console, #"{"id":1,"do":"loadDayList","file":"\#(folder.path(""))"}"#)
        #expect(folderAsked["error"]?["detail"] == "file cannot be read (Is a directory).")
        let read = try ask(&console, #"{"id":1,"do":"loadDayList","file":"\#(folder.path("list.csv"))"}"#)
        #expect(read["error"]?["code"] == "columns")
    }

    @Test(arguments: [
        ("nonsense", "bad-json"), ("[]", "bad-request"), ("{}", "bad-request"), (#"{"do":"dance"}"#, "unknown-word"),
        (#"{"do":"check"}"#, "bad-request"), (#"{"do":"check","countermark":7}"#, "bad-request"),
        (#"{"do":"check","countermark":"LYS"}"#, "invalid-countermark"), (#"{"id":[],"do":"close"}"#, "bad-request"),
        (#"{"do":"validate","countermark":"LYSYU9","amountcents":1}"#, "bad-request"),
        (#"{"do":"validate","countermark":"LYSYU9","amountCents":-1}"#, "bad-request"),
        (#"{"do":"validate","countermark":"LYSYU9","amountCents":6.5}"#, "bad-request"),
        (#"{"do":"validateLater","countermark":"LYSYU9","kind":"opera"}"#, "bad-request"),
        (#"{"do":"validateLater","countermark":"LYSYU9","kind":"cinema","begins":"demain"}"#, "bad-request"),
        (#"{"do":"loadDayList"}"#, "bad-request"), (#"{"do":"loadDayList","file":"other.csv"}"#, "unreadable-file"),
        (#"{"do":"loadDayList","file":"list.csv"}"#, "show-needed"),
        (#"{"do":"loadDayList","file":"list.csv","offer":"Concert"}"#, "bad-request"),
        (#"{"do":"loadDayList","content":"Nom;Mail\n"}"#, "columns"),
        (#"{"do":"confirm","attempt":"zz","by":"Paule"}"#, "bad-request"),
        (#"{"do":"confirm","attempt":"01","by":" "}"#, "bad-request"),
        (#"{"do":"confirm","attempt":"01","by":"Paule"}"#, "unknown-attempt"),
        (#"{"do":"close","do":"close"}"#, "bad-json"), ("{\"do\":\"check\",\"countermark\":\"\u{0}\"}", "bad-json"),
    ])
    func `what is no request is an error of its own, and the desk goes on`(line: String, code: String) throws {
        let counter = try Counter([.valid])
        var console = StdioDesk(counter.desk, readFile: files)
        let answer = try ask(&console, line)
        #expect(answer["error"]?["code"] == .string(code), "\(answer)")
        #expect(answer["outcome"] == nil && !console.isClosed)
        #expect(answer["error"]?["detail"]?.stringValue?.contains("LYS") != true)
        #expect(try ask(&console, #"{"id":2,"do":"check","countermark":"LYSYU9"}"#)["outcome"] == "valid")
        #expect(counter.outbox.attempts.isEmpty)
    }

    @Test func `what somebody typed wrongly, and what cannot be read or sent, is told to the cashier`() throws {
        let counter = try Counter([.noLine])
        var console = StdioDesk(counter.desk, readFile: files)
        let typed = try ask(&console, #"{"id":1,"do":"check","countermark":"ZZ"}"#)
        #expect(typed["error"]?["code"] == "invalid-countermark")
        #expect(typed["cashier"]?["fr"] == "Une contremarque a six lettres ou chiffres : vérifiez la saisie.")
        let nobody = try ask(&console, #"{"id":2,"do":"undo","countermark":"LYSYU9","by":" "}"#)
        #expect(nobody["cashier"]?["fr"] == "Indiquez qui confirme : rien n'a été envoyé.")
        let file = try ask(&console, #"{"id":3,"do":"loadDayList","file":"other.csv"}"#)
        #expect(file["cashier"]?["fr"]?.stringValue?.hasSuffix("est illisible (fichier introuvable).") == true)
        #expect(file["error"]?["detail"]?.stringValue?.contains("other.csv") == false)
        // A mistake of the till's is nothing that the cashier can mend.
        #expect(try ask(&console, #"{"id":4,"do":"check"}"#)["cashier"] == nil)
        let later = #"{"id":5,"do":"validateLater","countermark":"LYSYU9","kind":"cinema"}"#
        #expect(try ask(&console, later)["outcome"] == "provisional")
        let stopped = try ask(&console, #"{"id":6,"do":"reconcile"}"#)["stoppedBy"]
        #expect(stopped?["code"] == "never-sent")
        #expect(stopped?["cashier"]?["fr"]?.stringValue?.hasPrefix("Rien n'a été envoyé : ") == true)
    }

    @Test func `a bad line of a day list is told with its number, and nothing is loaded`() throws {
        let counter = try Counter([.noLine])
        var console = StdioDesk(counter.desk)
        let content = #"Nom;Prénom;Mail;Contremarque;Places;Validée\nMoreau;Léa;l@x.fr;LYSYU9;1;non\nX;Y;z;ABC;1;non\n"#
        let answer = try ask(
            &console,
            #"{"id":1,"do":"loadDayList","content":"\#(content)","offer":"Concert","begins":"2018-12-03T19:30:00Z"}"#)
        #expect(answer["error"]?["line"] == 3)
        #expect(answer["cashier"]?["fr"]?.stringValue?.hasPrefix("ligne 3 : ") == true)
        #expect(try ask(&console, #"{"id":2,"do":"check","countermark":"LYSYU9"}"#)["error"]?["code"] == "never-sent")
    }

    @Test func `empty lines are passed over, long ones are refused, and close ends it`() throws {
        var console = StdioDesk(try Counter([]).desk)
        let answers = [LineReader.Line.line([]), .line(Array("  \t".utf8)), .tooLong].map { console.answer($0) }
        #expect(answers[0] == nil && answers[1] == nil)
        #expect(answers[2]?.contains("line-too-long") == true)
        #expect(!console.isClosed)
        #expect(try ask(&console, #"{"id":9,"do":"close"}"#) == ["id": 9, "outcome": "closed"])
        #expect(console.isClosed)
    }
}
