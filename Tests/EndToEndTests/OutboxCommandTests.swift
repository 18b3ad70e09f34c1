// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import TestSupport
import Testing

/// `passculture outbox` as somebody in the accounts uses it.
@Suite(.timeLimit(.minutes(2)))
struct OutboxCommandTests {
    private let passculture = Program("passculture")

    /// The day in Paris of the first attempt of an outbox.
    private func day(_ file: String) async throws -> CivilDate {
        let listed = try await passculture.run(["outbox", "list", "--all", "--json", "--file", file])
        let planned = try JSONValue(parsing: listed.output)[0]?["plannedAt"]?.stringValue
        return CivilDate(try #require(planned.flatMap { Instant(iso8601: $0) }), in: .paris)
    }

    @Test func `a day is reported in each form, and compared with what the portal says was paid`() async throws {
        let (cinema, scratch) = (try await Cinema.open(), try Scratch())
        let code = try #require(cinema.countermarks["valid"]?.first)
        let file = scratch.path("till.db")
        let sold = try await passculture.run(
            ["desk", "--stdio", "--outbox", file, "--venue", "Le Studio"], environment: cinema.environment,
            input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"\(code)\",\"amountCents\":650}\n")
        #expect(sold.output.contains("\"outcome\":\"validated\""))
        let day = try await day(file).iso8601
        let report = ["outbox", "report", "--file", file, "--day", day]

        let before = try scratch.write(try await cinema.bookings(), to: "before.csv")
        let waiting = try await passculture.run(report + ["--transfers", before, "--json"])
        #expect(waiting.code == 0)
        let told = try JSONValue(parsing: waiting.output)
        #expect(told["total"]?["validated"] == ["count": 1, "amountCents": 650, "withoutAmount": 0])
        #expect(told["venues"]?[0]?["venue"] == "Le Studio")
        #expect(told["transfers"]?["paid"] == [] && told["transfers"]?["waiting"]?.arrayValue?.count == 1)
        // Both bookings of the session before were paid, and this outbox did not validate them.
        #expect(told["transfers"]?["notInOutbox"]?.arrayValue?.count == 2)

        try await cinema.advance(to: "2019-01-02T00:00:00Z")
        let after = try scratch.write(try await cinema.bookings(), to: "after.csv")
        let paid = try JSONValue(parsing: try await passculture.run(report + ["--transfers", after, "--json"]).output)
        #expect(paid["transfers"]?["paid"]?.arrayValue?.count == 1 && paid["transfers"]?["waiting"] == [])
        #expect(paid["transfers"]?["differing"] == [])

        let csv = try await passculture.run(report + ["--csv", "--transfers", after]).output
        #expect(csv.hasPrefix("\u{FEFF}Ligne;Lieu;") && csv.contains("tentative;Le Studio;validée;1;6,50;0;"))
        #expect(csv.contains(";virée\r\n") && !csv.contains(code))
        let full = try await passculture.run(report + ["--csv", "--show-countermarks"])
        #expect(full.output.contains(code))
        let page = try await passculture.run(report + ["--html", "--transfers", after]).output
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<td>6,50 €</td>") && !page.contains(code))
        let lines = try await passculture.run(
            ["outbox", "report", "--file", file, "--month", String(day.dropLast(3)), "--transfers", after],
            environment: ["LANG": "fr_FR.UTF-8"])
        #expect(lines.output.contains("6,50 €") && lines.output.contains("1 validée(s) et virée(s)"))
        let odd = try scratch.write(
            Array("Offre;Lieu;Contremarque;Prélevé;État du paiement\nFilm;L;\(code);6,50 €;À valider\n".utf8),
            to: "odd.csv")
        let checked = try await passculture.run(
            report + ["--transfers", odd], environment: ["LANG": "fr_FR.UTF-8"])
        #expect(checked.output.contains("0 validée(s), pas encore virée(s)"))
        #expect(checked.output.contains("1 validée(s) ici, à contrôler au portail : "))
        let elsewhere = try await passculture.run(report + ["--venue", "Annexe", "--json"])
        #expect(try JSONValue(parsing: elsewhere.output)["attempts"] == [])

        let erased = try await passculture.run(["outbox", "erase", "--older-than", "0", "--file", file])
        #expect(erased.code == 0 && erased.output.contains("1 countermark(s) erased"))
        let left = try JSONValue(parsing: try await passculture.run(report + ["--transfers", after, "--json"]).output)
        #expect(left["transfers"]?["erased"] == 1 && left["total"]?["validated"]?["count"] == 1)

        let broken = try scratch.write(Array("Offre;Lieu\n".utf8), to: "broken.csv")
        let refused = try await passculture.run(report + ["--transfers", broken])
        #expect(refused.code == 3 && refused.error.contains("line 1") && refused.output.isEmpty)
        let missing = try await passculture.run(report + ["--transfers", scratch.path("none.csv")])
        #expect(missing.code == 2 && missing.error.contains("none.csv"))
        await cinema.close()
    }

    @Test func `reconcile passes over what nobody answers about: 4; tells what is refused by its number: 1`()
        async throws
    {
        let (cinema, scratch) = (try await Cinema.open(), try Scratch())
        let (good, used) = (
            try #require(cinema.countermarks["valid"]?.first), try #require(cinema.countermarks["cancelled"]?.first)
        )
        let file = scratch.path("till.db")
        let offline = cinema.environment.merging(["PASSCULTURE_URL": "http://127.0.0.1:1"]) { $1 }
        var stored: [String] = []
        for code in [good, used] {
            let sold = try await passculture.run(
                ["desk", "--stdio", "--outbox", file, "--offline"], environment: offline,
                input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"\(code)\"}\n")
            let answer = try JSONValue(parsing: sold.output)
            #expect(answer["outcome"] == "provisional", "\(sold.output)\(sold.error)")
            stored.append(answer["attempt"]?.stringValue ?? "")
        }
        try await cinema.server.control(
            "/faults", ["fault": "htmlPage", "status": 403, "path": .string("/bookings/token/\(good)"), "times": 1])
        let reconcile = ["outbox", "reconcile", "--file", file]
        let passed = try await passculture.run(reconcile, environment: cinema.environment)
        #expect(passed.code == 4, "\(passed.output)\(passed.error)")
        #expect(passed.output.contains("1 passed over") && passed.output.contains("1 refused"))
        #expect(passed.output.contains("\(stored[1])  Booking cancelled: nothing was validated, and without it"))
        #expect(passed.error.contains("No answer came about some, \(stored[0]) first"))
        let settled = try await passculture.run(reconcile, environment: cinema.environment)
        #expect(settled.code == 0 && settled.output.contains("1 validated"), "\(settled.output)\(settled.error)")

        let other = scratch.path("other.db")
        _ = try await passculture.run(
            ["desk", "--stdio", "--outbox", other, "--offline"], environment: offline,
            input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"\(used)\"}\n")
        let refused = try await passculture.run(
            ["outbox", "reconcile", "--file", other], environment: cinema.environment)
        #expect(refused.code == 1, "\(refused.output)\(refused.error)")
        #expect(refused.output.contains("1 refused") && refused.error.contains("Refused: 1."))
        await cinema.close()
    }

    @Test func `reconcile with another venue's number leaves alone what waits, says so and ends with 4`() async throws {
        let (counter, scratch) = (try await Counter.open(.publicV1), try Scratch())
        let code = try await counter.countermark(.valid)
        let file = scratch.path("till.db")
        let settings = (counter.settings + [try #require(counter.todaysLine)])
            .map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let environment = Dictionary(uniqueKeysWithValues: settings.map { ($0[0], $0[1]) })
        let sold = try await passculture.run(
            ["desk", "--stdio", "--outbox", file, "--offline"],
            environment: environment.merging(["PASSCULTURE_URL": "http://127.0.0.1:1"]) { $1 },
            input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"\(code)\"}\n")
        let number = try #require(try JSONValue(parsing: sold.output)["attempt"]?.stringValue)
        let reconcile = ["outbox", "reconcile", "--file", file]
        let other = "\(counter.venue + 1)"
        for _ in 0..<2 {
            let left = try await passculture.run(reconcile + ["--venue-id", other], environment: environment)
            #expect(left.code == 4, "\(left.output)\(left.error)")
            #expect(left.output.contains("\(number)  Contremarque d'un autre lieu"))
            #expect(left.error.contains("d'un autre lieu que le n° \(other) (--venue-id"))
            #expect(left.error.contains("d'abord \(number)."))
            #expect(left.error.contains("passculture outbox abandon NUMÉRO --by NOM"))
        }
        let settled = try await passculture.run(reconcile, environment: environment)
        #expect(settled.code == 0, "\(settled.output)\(settled.error)")
        let listed = try await passculture.run(["outbox", "list", "--all", "--json", "--file", file])
        #expect(try JSONValue(parsing: listed.output)[0]?["state"] == "confirmed")
        await counter.server.stop()
    }

    @Test func `reconcile that reads back what can still be sent, and does not send it, ends with 4`() async throws {
        let (cinema, scratch) = (try await Cinema.open(), try Scratch())
        let code = try #require(cinema.countermarks["valid"]?.first)
        let file = scratch.path("till.db")
        try await cinema.server.control("/faults", ["fault": "status", "status": 503])
        let sold = try await passculture.run(
            ["desk", "--stdio", "--outbox", file], environment: cinema.environment,
            input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"\(code)\"}\n")
        #expect(try JSONValue(parsing: sold.output)["outcome"] == "unknown", "\(sold.output)\(sold.error)")
        try await cinema.server.control("/faults", method: "DELETE")
        let reconcile = ["outbox", "reconcile", "--file", file]
        let read = try await passculture.run(reconcile, environment: cinema.environment)
        #expect(
            read.code == 4 && read.error.contains("Something can be sent and is not"), "\(read.output)\(read.error)")
        let sent = try await passculture.run(reconcile, environment: cinema.environment)
        #expect(sent.code == 0 && sent.output.contains("1 validated"), "\(sent.output)\(sent.error)")
        await cinema.close()
    }

    @Test func `reconcile that could settle nothing does not say that nothing is to be settled, and ends with 2`()
        async throws
    {
        let (cinema, scratch) = (try await Cinema.open(), try Scratch())
        let code = try #require(cinema.countermarks["valid"]?.first)
        let file = scratch.path("till.db")
        try await cinema.server.control(
            "/faults", ["fault": "applyThenDrop", "method": "PATCH", "path": "/bookings/token/*", "times": 1])
        let sold = try await passculture.run(
            ["desk", "--stdio", "--outbox", file], environment: cinema.environment,
            input: """
                {"do":"check","countermark":"\(code)"}
                {"do":"validate","countermark":"\(code)"}

                """)
        let answer = try JSONValue(parsing: String(try #require(sold.output.split(separator: "\n").last)))
        #expect(answer["outcome"] == "probable", "\(sold.output)\(sold.error)")
        let number = try #require(answer["attempt"]?.stringValue)
        let reconcile = ["outbox", "reconcile", "--file", file]
        for change in [["PASSCULTURE_URL": "http://127.0.0.1:1"], ["PASSCULTURE_PASSWORD": "Wrong123456!@"]] {
            let stopped = try await passculture.run(
                reconcile, environment: cinema.environment.merging(change) { $1 })
            #expect(stopped.code == 2, "\(stopped.output)\(stopped.error)")
            #expect(stopped.output == "1 not closed\n")
        }
        _ = try await passculture.run(["outbox", "confirm", number, "--by", "Ana", "--file", file])
        let report = ["outbox", "report", "--day", try await day(file).iso8601, "--file", file]
        for (lang, words) in [("fr", "Par décision : \(number), personne : Ana"), ("en", "\(number), person: Ana")] {
            #expect(try await passculture.run(report + ["--lang", lang]).output.contains(words))
        }
        let nothing = try await passculture.run(reconcile, environment: cinema.environment)
        #expect(nothing.code == 0 && nothing.output == "Nothing to settle.\n", "\(nothing.error)")
        await cinema.close()
    }

    @Test func `bad usage ends with 3, says what to do, and makes no file`() async throws {
        let scratch = try Scratch()
        let file = ["--file", scratch.path("till.db")]
        for arguments in [
            ["report"], ["report", "--day", "03/12/2018"], ["report", "--day", "2018-12"],
            ["report", "--month", "2018-12-03"],
            ["report", "--day", "2018-12-03", "--month", "2018-12"],
            ["report", "--day", "2018-12-03", "--csv", "--html"],
            ["confirm", "zz", "--by", "Paule"], ["confirm", "01", "--by", " "], ["abandon", "01"],
            ["erase", "--older-than", "-1"], ["erase", "--older-than", "soon"], ["reconcile"], ["nonsense"],
        ] {
            let ending = try await passculture.run(["outbox"] + arguments + file)
            #expect(ending.code == 3, "\(arguments): \(ending.code) \(ending.error)")
            #expect(ending.error.count > 20 && ending.output.isEmpty, "\(arguments)")
        }
        for arguments in [
            ["list"], ["report", "--day", "2018-12-03"], ["erase", "--older-than", "1"],
            ["confirm", "01", "--by", "Paule"],
        ] {
            let ending = try await passculture.run(["outbox"] + arguments + file)
            #expect(ending.code == 2 && ending.error.contains("till.db"), "\(arguments): \(ending.error)")
        }
        #expect(!scratch.has("till.db"))
    }
}
