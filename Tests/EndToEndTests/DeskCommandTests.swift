// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import TestSupport
import Testing

/// `passculture desk` as a cashier and as a till's program use it.
@Suite(.timeLimit(.minutes(2)))
struct DeskCommandTests {
    private let passculture = Program("passculture")

    private func environment(_ base: String) -> [String: String] {
        ["PASSCULTURE_URL": base, "PASSCULTURE_EMAIL": Bookshop.email, "PASSCULTURE_PASSWORD": Bookshop.password]
    }

    private func answers(_ ending: Program.Ending) throws -> [JSONValue] {
        try ending.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    }

    @Test func `a child process answers a line for a line, and ends with its input`() async throws {
        let (shop, scratch) = (try await Bookshop.open(), try Scratch())
        let code = try await shop.book().countermark
        let cancelled = try await shop.book()
        try await shop.cancel(cancelled.id)
        let ending = try await passculture.run(
            ["desk", "--stdio", "--outbox", scratch.path("till.db")], environment: environment(shop.base),
            input: """
                {"id":1,"do":"check","countermark":"\(code.lowercased())"}
                {"id":2,"do":"validate","countermark":"\(code)","amountCents":1000}\r

                rubbish
                {"id":3,"do":"check","countermark":"\(code)"}
                {"id":4,"do":"validate","countermark":"\(cancelled.countermark)"}
                {"id":5,"do":"pending"}
                """)
        #expect(ending.code == 0 && ending.error.isEmpty)
        let answers = try answers(ending)
        #expect(answers.map { $0["id"] } == [1, 2, .null, 3, 4, 5])
        #expect(answers[0]["booking"]?["offerName"] == "Le Petit Prince")
        #expect(answers[1]["outcome"] == "validated")
        #expect(answers[2]["error"]?["code"] == "bad-json")
        #expect(answers[3]["reason"] == "already-validated")
        #expect(answers[4]["outcome"] == "refused" && answers[4]["reason"] == "cancelled")
        #expect(answers[5]["attempts"] == [])
        await shop.close()
    }

    @Test func `close ends the child process, whatever follows`() async throws {
        let scratch = try Scratch()
        let ending = try await passculture.run(
            ["desk", "--stdio", "--outbox", scratch.path("till.db")], environment: environment("http://127.0.0.1:1"),
            input: "{\"id\":1,\"do\":\"close\"}\n{\"id\":2,\"do\":\"pending\"}\n")
        #expect(ending.code == 0)
        #expect(try answers(ending) == [["id": 1, "outcome": "closed"]])
    }

    @Test func `a lost answer is probable, and a person closes it from the command line`() async throws {
        let (shop, scratch) = (try await Bookshop.open(), try Scratch())
        let code = try await shop.book().countermark
        let fault: JSONValue = [
            "fault": "applyThenDrop", "method": "PATCH", "path": "/bookings/token/*", "times": 1,
        ]
        let entered = try await HTTPClient().send(
            HTTPRequest(
                method: "POST", url: shop.base + "/_control/faults",
                headers: [HTTPHeader("Content-Type", "application/json")], body: fault.serialized()))
        #expect(entered.status == 201)
        let file = scratch.path("till.db")
        let ending = try await passculture.run(
            ["desk", "--stdio", "--outbox", file], environment: environment(shop.base),
            input: """
                {"id":1,"do":"check","countermark":"\(code)"}
                {"id":2,"do":"validate","countermark":"\(code)"}
                """)
        let lost = try #require(try answers(ending).last)
        #expect(lost["outcome"] == "probable")
        let number = try #require(lost["attempt"]?.stringValue)

        let reconciled = try await passculture.run(
            ["outbox", "reconcile", "--file", file], environment: environment(shop.base))
        #expect(reconciled.code == 4 && reconciled.output.contains("1 probable"))
        let listed = try await passculture.run(["outbox", "list", "--file", file])
        #expect(listed.output.contains(number) && listed.output.contains("probable") && !listed.output.contains(code))
        let confirmed = try await passculture.run(["outbox", "confirm", number, "--by", " Paule ", "--file", file])
        #expect(confirmed.code == 0 && confirmed.output.contains("validated"))
        let kept = try await passculture.run(["outbox", "list", "--all", "--json", "--file", file])
        #expect(try JSONValue(parsing: kept.output)[0]?["promotion"]?["name"] == "Paule")
        let again = try await passculture.run(
            ["outbox", "abandon", number, "--by", "Paule", "--file", file], environment: ["LANG": "fr_FR.UTF-8"])
        #expect(again.code == 1 && again.error.contains("déjà terminée"))
        #expect(try await passculture.run(["outbox", "list", "--file", file]).output == "Nothing is waiting.\n")
        await shop.close()
    }

    @Test func `a cashier types codes, reads French, and is told what is still open`() async throws {
        let (shop, scratch) = (try await Bookshop.open(), try Scratch())
        let (first, second) = (try await shop.book().countermark, try await shop.book().countermark)
        let ending = try await passculture.run(
            ["desk", "--outbox", scratch.path("till.db"), "--till", "caisse 3"],
            environment: environment(shop.base).merging(["LANG": "fr_FR.UTF-8"]) { $1 },
            input: "\(first)\r\n\n\(first)\n\(second)\nn\n:attente\n:quitter\nnever read\n")
        #expect(ending.code == 0 && ending.error.isEmpty)
        let lines = ending.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("Guichet pass Culture, caisse 3.") == true)
        #expect(lines.contains("  Offre : Le Petit Prince") && lines.contains("  Personne : Lectrice"))
        #expect(lines.filter { $0 == "Contremarque validée." }.count == 1)
        #expect(lines.contains("Contremarque déjà validée : ne remettez rien."))
        #expect(lines.contains("Non validée.") && lines.contains("Rien n'est en attente."))
        let check = try await passculture.run(
            ["countermark", "verify", second, "--email", Bookshop.email], environment: environment(shop.base))
        #expect(check.code == 0)
        await shop.close()
    }

    @Test func `without a line a loaded list answers, and what was stored is sent when the line is back`() async throws
    {
        let (cinema, scratch, nobody) = (try await Cinema.open(), try Scratch(), try ClosedPort())
        let code = try #require(cinema.countermarks["valid"]?.first)
        let date = try await cinema.date("2018-12-20T19:30:00Z")
        let list = try scratch.write(try await cinema.file("/eventOccurrences/\(date)/attendees"), to: "list.json")
        let file = scratch.path("till.db")
        var offline = cinema.environment
        offline["PASSCULTURE_URL"] = "http://127.0.0.1:\(nobody.port)"
        let stored = try await passculture.run(
            ["desk", "--outbox", file], environment: offline, input: ":list \(list)\n\(code)\ny\n")
        #expect(stored.output.contains("2 booking(s) loaded."))
        #expect(stored.output.contains("Offline: the day list and the till's outbox answer."))
        #expect(stored.output.contains("Validation stored in the till"))
        #expect(stored.output.contains("1 validation(s) not closed"))
        let still = try await passculture.run(["outbox", "reconcile", "--file", file], environment: offline)
        #expect(still.code == 2)
        let sent = try await passculture.run(
            ["outbox", "reconcile", "--file", file, "--json"], environment: cinema.environment)
        #expect(sent.code == 0)
        #expect(try JSONValue(parsing: sent.output)["settled"]?[0]?["outcome"] == "validated")
        let check = try await passculture.run(
            ["countermark", "verify", code, "--email", Cinema.email, "--json"], environment: cinema.environment)
        #expect(try JSONValue(parsing: check.output)["reason"] == "already-validated")
        await cinema.close()
    }

    @Test func `what a desk cannot begin with is said before anything is made`() async throws {
        let scratch = try Scratch()
        let file = scratch.path("till.db")
        var environment = environment("http://127.0.0.1:1")
        environment["PASSCULTURE_PASSWORD"] = nil
        let silent = try await passculture.run(["desk", "--outbox", file], environment: environment)
        #expect(silent.code == 3 && silent.error.contains("PASSCULTURE_PASSWORD"))
        let keyless = try await passculture.run(
            ["desk", "--outbox", file, "--key-file", scratch.path("no.key"), "--venue-id", "7"],
            environment: environment)
        #expect(keyless.code == 2 && keyless.error.contains(scratch.path("no.key")))
        #expect(!scratch.has("till.db"))
        let other = try scratch.write(Array("something else, and long enough to be a file of SQLite".utf8), to: "other")
        let foreign = try await passculture.run(
            ["desk", "--outbox", other], environment: self.environment("http://127.0.0.1:1"))
        #expect([1, 2].contains(foreign.code) && !foreign.error.isEmpty && foreign.output.isEmpty)
        let nowhere = try await passculture.run(
            ["desk", "--outbox", "/nowhere/till.db"], environment: self.environment("http://127.0.0.1:1"))
        #expect(nowhere.code == 2 && nowhere.error.contains("/nowhere/till.db"))
    }
}
