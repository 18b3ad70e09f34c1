// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Platform
import TestSupport
import Testing

/// The sample tills in other languages, as a partner runs them: on the library's C interface, against a platform.
@Suite(.timeLimit(.minutes(2)))
struct TillSamplesTests {
    private func run(
        _ sample: LibrarySample, _ arguments: [String], at base: String, input: String = "",
        password: String = Bookshop.password, outbox: String = ""
    ) async throws -> Program.Ending {
        try await sample.program.run(
            sample.arguments + arguments,
            environment: [
                "PASSCULTURE_URL": base, "PASSCULTURE_EMAIL": Bookshop.email, "PASSCULTURE_PASSWORD": password,
                "LANG": "fr_FR.UTF-8", "PASSCULTURE_OUTBOX": outbox,
            ].merging(sample.environment) { $1 }, input: input)
    }

    @Test(arguments: ["C", "Python"])
    func `checks, hands over, validates once, and is refused the second time`(language: String) async throws {
        let folder = try ScratchFolder()
        guard let till = try await LibrarySample.made(in: language, folder) else {
            print("not tried: there is no compiler or interpreter for \(language) here")
            return
        }
        let shop = try await Bookshop.open()
        let first = try await shop.book().countermark, second = try await shop.book().countermark

        let sold = try await run(till, ["--yes", first], at: shop.base)
        #expect(sold.code == 0, "\(sold.error)")
        #expect(sold.error.isEmpty)
        #expect(sold.output.hasPrefix("Contremarque valable : remettez, puis validez.\n"))
        #expect(sold.output.contains("Le Petit Prince"))
        #expect(sold.output.contains("Lectrice"))
        #expect(sold.output.hasSuffix("Contremarque validée.\n"))

        let again = try await run(till, ["--yes", first], at: shop.base)
        #expect(again.code == 1)
        #expect(again.output == "Contremarque déjà validée : ne remettez rien.\n")

        let typed = try await run(till, [], at: shop.base, input: "\(second.lowercased())\r\nn\nZZZZZZ\r\n")
        #expect(typed.code == 1)
        #expect(!typed.output.contains("validée."))
        #expect(typed.output.hasSuffix("Contremarque inconnue : vérifiez la saisie ; ne remettez rien.\n"))
        #expect(try await run(till, ["--yes", second], at: shop.base).code == 0)
        await shop.close()
    }

    @Test(arguments: ["C", "Python"])
    func `with an outbox, a lost answer after a check is told as probable, and stays open`(language: String)
        async throws
    {
        let folder = try ScratchFolder()
        guard let till = try await LibrarySample.made(in: language, folder) else {
            print("not tried: there is no compiler or interpreter for \(language) here")
            return
        }
        let shop = try await Bookshop.open()
        let outbox = folder.path("outbox.db")
        let code = try await shop.book().countermark
        try await shop.loseNextValidation()
        let lost = try await run(till, ["--yes", code], at: shop.base, outbox: outbox)
        #expect(lost.code == 3, "\(lost.output)\(lost.error)")
        #expect(lost.output.contains("très probablement par cette caisse"))
        let next = try await run(till, ["--yes", code], at: shop.base, outbox: outbox)
        #expect(next.code == 1)
        #expect(next.error.contains(language == "C" ? "open: 0 waiting, 1 probable" : "probable=1"))
        #expect(!(lost.error + next.error).contains(code))
        await shop.close()
    }

    @Test(arguments: ["C", "Python"])
    func `tells a lost answer, a wrong password and a dead line apart`(language: String) async throws {
        let folder = try ScratchFolder()
        guard let till = try await LibrarySample.made(in: language, folder) else {
            print("not tried: there is no compiler or interpreter for \(language) here")
            return
        }
        let shop = try await Bookshop.open()
        let code = try await shop.book().countermark
        let wrong = try await run(till, ["--yes", code], at: shop.base, password: "Azerty123456!?")
        #expect(wrong.code == 1)
        #expect(wrong.output.hasPrefix("Mot de passe pass Culture de la caisse incorrect"))
        try await shop.loseNextValidation()
        let lost = try await run(till, ["--yes", code], at: shop.base)
        #expect(lost.code == 3, "\(lost.output)\(lost.error)")
        #expect(lost.output.contains("Ne validez pas une seconde fois"))
        await shop.close()
        let dead = try await run(till, ["--yes", code], at: shop.base)
        #expect(dead.code == 2)
        #expect(dead.output == "Rien n'a été envoyé : vérifiez la connexion, puis réessayez.\n")
        #expect(dead.error.hasPrefix("till: never-sent"))
        #expect(!dead.error.contains(code) && !dead.error.contains(Bookshop.email))
    }

    @Test func `in C, says which of what waits is another venue's than the till's`() async throws {
        let folder = try ScratchFolder()
        guard let till = try await LibrarySample.made(in: "C", folder) else {
            print("not tried: there is no compiler for C here")
            return
        }
        let counter = try await Counter.open(.publicV1)
        let code = try await counter.countermark(.valid)
        let settings = (counter.settings + [try #require(counter.todaysLine)])
            .map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let environment = Dictionary(uniqueKeysWithValues: settings.map { ($0[0], $0[1]) })
        let outbox = folder.path("outbox.db")
        _ = try await Program("passculture").run(
            ["desk", "--stdio", "--outbox", outbox, "--offline"],
            environment: environment.merging(["PASSCULTURE_URL": "http://127.0.0.1:1"]) { $1 },
            input: "{\"id\":1,\"do\":\"validate\",\"countermark\":\"\(code)\"}\n")
        let wrong = ["PASSCULTURE_VENUE": "\(counter.venue + 1)", "PASSCULTURE_OUTBOX": outbox]
        let settled = try await till.program.run(
            till.arguments, environment: environment.merging(wrong) { $1 }.merging(till.environment) { $1 })
        #expect(settled.error.contains("open: 1 waiting, 0 probable, 0 unknown, 1 of another venue\n"))
        await counter.server.stop()
    }

    @Test func `in Python, a vendor's till takes a validation back and cancels a booking`() async throws {
        guard let python = Program.found("python3") else {
            print("not tried: there is no python3 here")
            return
        }
        let server = try await PlatformServer.start(PlatformConfiguration(seed: try BuiltInSeed.till.seed()))
        let items = try #require(server.furnished).items
        func value(_ id: String) throws -> String {
            switch try #require(items.first { $0.id == id }).what {
            case .value(let text), .countermark(let text, _): text
            case .person(let email, _): email
            }
        }
        let program = """
            import passculture, sys
            base, key, venue, outbox, code = sys.argv[1:]
            with passculture.Till(base_url=base, provider_key=key, provider_venue=int(venue), outbox=outbox) as till:
                print(till.validate(code).outcome.name)
                print(till.undo(code, "Ana").outcome.name)
                print(till.undo(code, "Ana").reason)
                print(till.cancel(code, "Ana").outcome.name)
                print(till.check(code).reason)
            """
        let folder = try ScratchFolder()
        let ending = try await python.run(
            [
                "-c", program, server.baseURL, value("api-key"), value("venue"), folder.path("outbox.db"),
                value("confirmed-product"),
            ],
            environment: [
                "PASSCULTURE_LIBRARY": try Program.folder + "/libpassculture-c.so", "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONPATH": "\(LibrarySample.root)/Samples/Python",
            ])
        #expect(ending.code == 0, "\(ending.error)")
        #expect(ending.output == "VALIDATED\nREVERSED\nnot-used\nREVERSED\ncancelled\n")
        await server.stop()
    }
}
