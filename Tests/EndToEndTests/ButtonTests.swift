// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Platform
import TestSupport
import Testing

/// The till of the tutorial, run as its reader runs it.
@Suite("The tutorial's till", .timeLimit(.minutes(2)))
struct ButtonTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func run(_ lines: String..., at base: String, kind: String = "books") async throws -> Program.Ending {
        try await Program("button").run(
            [],
            environment: [
                "PASSCULTURE_URL": base, "PASSCULTURE_EMAIL": Bookshop.email,
                "PASSCULTURE_PASSWORD": Bookshop.password, "PASSCULTURE_OUTBOX": folder.path("till.db"),
                "PASSCULTURE_KIND": kind, "PASSCULTURE_CENTS": "1000", "LANG": "fr_FR.UTF-8",
            ], input: lines.joined(separator: "\n") + "\n")
    }

    /// The numbers of what was printed with a mark at the end: `OK` on receipts, `?` on slips.
    private func numbers(_ mark: String, _ ending: Program.Ending) -> [String] {
        ending.output.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("pass Culture "), line.hasSuffix(" " + mark) else { return nil }
            return String(line.dropFirst("pass Culture ".count).dropLast(mark.count + 1))
        }
    }

    @Test func `checks, validates, prints one receipt, and refuses the second time`() async throws {
        let shop = try await Bookshop.open()
        let code = try await shop.book().countermark
        let served = try await run(code.lowercased(), "o", at: shop.base)
        #expect(served.output.contains("Le Petit Prince"))
        #expect(numbers("OK", served).count == 1)
        #expect(numbers("?", served).isEmpty)
        let again = try await run(code, "o", "LYS", at: shop.base)
        #expect(again.output.contains("Contremarque déjà validée : ne remettez rien."))
        #expect(again.output.contains("Une contremarque a six lettres ou chiffres"))
        #expect(numbers("OK", again).isEmpty)
        #expect(!again.error.contains(code))
        await shop.close()
    }

    @Test func `prints a slip and no receipt after a lost answer, and the receipt when a person has confirmed`()
        async throws
    {
        let shop = try await Bookshop.open()
        let code = try await shop.book().countermark
        let fault = #"{"fault":"applyThenDrop","method":"PATCH","path":"/bookings/token/*","times":1}"#
        let answer = try await HTTPClient().send(
            HTTPRequest(method: "POST", url: shop.base + "/_control/faults", body: Array(fault.utf8)))
        #expect((200..<300).contains(answer.status))
        let lost = try await run(code, "o", "list", at: shop.base)
        #expect(lost.output.contains("très probablement par cette caisse"))
        let slip = try #require(numbers("?", lost).first)
        #expect(lost.output.contains("\(slip) probable"))
        #expect(numbers("OK", lost).isEmpty)
        let confirmed = try await run("confirm \(slip) Paule Dupont", "list", at: shop.base)
        #expect(numbers("OK", confirmed) == [slip])
        #expect(!confirmed.output.contains("\(slip) probable"))
        let nothing = try await run("confirm \(slip) Ana", "list", at: shop.base)
        #expect(nothing.output.contains("déjà terminée : elle a eu lieu"))
        #expect(numbers("OK", nothing).isEmpty)
        await shop.close()
    }

    @Test func `keeps what it is asked without a line, and prints the receipt when the line is back`() async throws {
        let shop = try await Bookshop.open()
        let code = try await shop.book().countermark
        let closed = try ClosedPort()
        let alone = try await run(code, "o", "list", at: "http://127.0.0.1:\(closed.port)")
        #expect(alone.output.contains("Rien n'a été envoyé"))
        let slip = try #require(numbers("?", alone).first)
        #expect(alone.output.contains("\(slip) planned"))
        #expect(numbers("OK", alone).isEmpty)
        let back = try await run("list", at: shop.base)
        #expect(numbers("OK", back) == [slip])
        #expect(!back.output.contains("planned"))
        await shop.close()
    }

    @Test func `goes on selling without a line: each customer is asked about, also when nothing is tried any more`()
        async throws
    {
        let closed = try ClosedPort()
        let codes = ["ABCDEF", "ABCDEG", "ABCDEH", "ABCDEJ"]
        let alone = try await run(
            codes[0], "o", codes[1], "o", codes[2], "o", codes[3], "n", "list", at: "http://127.0.0.1:\(closed.port)")
        #expect(alone.output.split(separator: "\n").count { $0.hasPrefix("Valider ?") } == codes.count)
        #expect(alone.output.contains("Le pass Culture est injoignable"))
        #expect(numbers("?", alone).count == 3)
        #expect(alone.output.split(separator: "\n").count { $0.hasSuffix(" planned") } == 3)
        #expect(numbers("OK", alone).isEmpty)
    }

    @Test func `keeps the guide's rules about validating later: a film, and no book`() async throws {
        let shop = try await Bookshop.open()
        let code = try await shop.book().countermark
        let book = try await run(code, "p", "list", at: shop.base)
        #expect(book.output.contains("La contremarque de cette offre doit être validée tout de suite"))
        #expect(numbers("?", book).isEmpty)
        let film = try await run(code, "p", "list", at: shop.base, kind: "cinema")
        let slip = try #require(numbers("?", film).first)
        #expect(film.output.contains("\(slip) planned"))
        let evening = try await run("list", at: shop.base, kind: "cinema")
        #expect(numbers("OK", evening) == [slip])
        await shop.close()
    }
}
