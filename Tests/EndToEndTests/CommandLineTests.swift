// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

/// The command line as a user runs it: another process, its exit code, its sentences.
@Suite(.timeLimit(.minutes(3)))
struct CommandLineTests {
    private let passculture = Program("passculture")

    @Test func `countermark verify and validate, as a till and as an online platform`() async throws {
        let shop = try await Bookshop.open()
        let till = ["--url", shop.base, "--email", Bookshop.email]
        let site = ["--url", shop.base, "--user-email", Bookshop.readerEmail, "--offer-id", shop.offerID]
        let password = ["PASSCULTURE_PASSWORD": Bookshop.password]
        let first = try await shop.book().countermark, second = try await shop.book().countermark

        let valid = try await passculture.run(["countermark", "verify", first] + till, environment: password)
        #expect(valid.code == 0)
        #expect(valid.output.contains("Le Petit Prince"))
        #expect(try await passculture.run(["countermark", "validate", first] + till, environment: password).code == 0)
        let again = try await passculture.run(
            ["countermark", "validate", first, "--json"] + till, environment: password)
        #expect(again.code == 1)
        #expect(try JSONValue(parsing: Array(again.output.utf8))["reason"] == "already-validated")

        #expect(try await passculture.run(["countermark", "verify", second] + site).code == 0)
        #expect(try await passculture.run(["countermark", "validate", second] + site).code == 0)
        let refused = try await passculture.run(
            ["countermark", "verify", second] + site, environment: ["LANG": "fr_FR.UTF-8"])
        #expect(refused.code == 1)
        #expect(refused.output.contains("ne remettez rien"))
        await shop.close()
    }

    @Test func `bad usage ends with 3 and says what to do`() async throws {
        for arguments in [
            ["countermark", "verify", "LYSYU9"], ["countermark", "verify", "LYSYU9", "--email", "a@b.fr"],
            ["countermark", "verify", "LYS", "--email", "a@b.fr", "--url", "http://127.0.0.1:1"], ["nonsense"],
            ["mock", "--profile", "other"], ["requirements", "PC-NOTHING"], ["journey", "--category", "opera"],
            ["--lang", "de"],
        ] {
            let ending = try await passculture.run(arguments)
            #expect(ending.code == 3, "\(arguments): \(ending.code) \(ending.error)")
            #expect(ending.error.count > 20, "\(arguments)")
            #expect(ending.output.isEmpty, "\(arguments)")
        }
    }

    @Test func `a till without a password is told where to put it`() async throws {
        let ending = try await passculture.run(
            ["countermark", "verify", "LYSYU9", "--url", "http://127.0.0.1:1", "--email", "a@b.fr"])
        #expect(ending.code == 3)
        #expect(ending.error.contains("PASSCULTURE_PASSWORD"))
    }

    @Test func `a platform that does not answer ends countermark with 2`() async throws {
        let ending = try await passculture.run(
            ["countermark", "validate", "LYSYU9", "--url", "http://127.0.0.1:1", "--email", "a@b.fr"],
            environment: ["PASSCULTURE_PASSWORD": "x"])
        #expect(ending.code == 2)
    }

    @Test func `help speaks the user's language`() async throws {
        #expect(try await passculture.run(["--help"]).output.contains("EXIT CODES"))
        let french = try await passculture.run(["--help"], environment: ["LANG": "fr_FR.UTF-8"])
        #expect(french.output.contains("CODES DE SORTIE"))
        #expect(french.output.contains("SOUS-COMMANDES :"))
        #expect(!french.output.contains("OVERVIEW"))
        let desk = words(in: try await passculture.run(["desk", "--help", "--lang", "fr"]).output)
        #expect(desk.contains("(par défaut : caisse)") && !desk.contains("(default"))
        #expect(try await passculture.run(["--help", "--lang", "fr"]).output.contains("CODES DE SORTIE"))
        #expect(
            try await passculture.run(["--help"], environment: ["LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"])
                .output.contains("EXIT CODES"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `shell completions know the commands`(shell: String) async throws {
        let ending = try await passculture.run(["--generate-completion-script", shell])
        #expect(ending.code == 0)
        #expect(ending.output.contains("countermark"))
    }

    @Test func `the manual page knows every command`() async throws {
        let help = try await passculture.run(["--help"]).output
        let list = try #require(help.split(separator: "SUBCOMMANDS:", maxSplits: 1).last)
        let commands = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .map { String($0.dropFirst(2).prefix { $0 != " " && $0 != "," }) }.filter { $0 != "See" }
        #expect(commands.contains("countermark"))
        let page = try await file("Packaging/passculture.1")
        for command in commands {
            #expect(page.contains(".B \(command)") || page.contains("\"\(command) "), "\(command)")
        }
    }

    @Test func `help and the manual page tell the exit codes as README does`() async throws {
        let rows = try await file("README.md").split(separator: "\n")
            .drop { $0 != "| exit code | meaning |" }.dropFirst(2).prefix { $0.hasPrefix("| ") }
            .map { $0.split(separator: "|").map { words(in: $0) }.joined(separator: " ") }
        try #require(rows.map { String($0.prefix(1)) } == ["0", "1", "2", "3", "4"])
        let help = words(in: try await passculture.run(["--help"]).output)
        let page = words(in: try await file("Packaging/passculture.1").replacing(".TP\n.B ", with: ""))
        for row in rows { #expect(help.contains(row) && page.contains(row), "\(row)") }
    }

    /// A file of the house.
    private func file(_ path: String) async throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        return try #require(try await Program.found("cat")?.run(["\(root)/\(path)"])).output
    }

    /// The words of a text with one blank between each, however its lines are broken.
    private func words(in text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `requirements are listed, and as JSON`() async throws {
        let listing = try await passculture.run(["requirements", "PC-CM-*", "--level", "MUST"])
        #expect(listing.code == 0)
        #expect(listing.output.contains("PC-CM-001  MUST"))
        let json = try await passculture.run(["requirements", "--json"])
        #expect(try JSONValue(parsing: Array(json.output.utf8)).arrayValue.map { $0.count >= 60 } == true)
    }

    @Test func `the till of the samples serves a customer, and only once`() async throws {
        let shop = try await Bookshop.open()
        let environment = [
            "PASSCULTURE_URL": shop.base, "PASSCULTURE_EMAIL": Bookshop.email,
            "PASSCULTURE_PASSWORD": Bookshop.password,
            "LANG": "fr_FR.UTF-8",
        ]
        let countermark = try await shop.book().countermark
        let served = try await Program("till").run(["--yes", countermark], environment: environment)
        #expect(served.code == 0)
        #expect(served.output.contains("Contremarque validée."))
        let again = try await Program("till").run(
            [], environment: environment, input: countermark.lowercased() + "\r\n")
        #expect(again.code == 1)
        #expect(again.output.contains("Contremarque déjà validée : ne remettez rien."))
        await shop.close()
    }
}
