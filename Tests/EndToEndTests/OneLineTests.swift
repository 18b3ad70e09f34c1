// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Platform
import TestSupport
import Testing

/// The same till in both editions: its settings differ by one line, and what a cashier reads does not differ at all.
@Suite("One line", .timeLimit(.minutes(3)))
struct OneLineTests {
    /// A till, as the package has it.
    enum Till: String, CaseIterable {
        case plain = "till"
        case button
        case c = "C"
        case python = "Python"
        case desk = "passculture desk"
    }

    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Has a till serve countermarks, everything valid being handed over; nothing when its language is not here.
    private func serve(
        _ codes: [String], with till: Till, settings: [String], outbox: String
    ) async throws -> Program.Ending? {
        let pairs = settings.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        var environment = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
        let confirming = codes.map { $0 + "\no\n" }.joined()
        switch till {
        case .plain: return try await Program("till").run(["--yes"] + codes, environment: environment)
        case .button:
            environment["PASSCULTURE_OUTBOX"] = folder.path(outbox)
            return try await Program("button").run([], environment: environment, input: confirming)
        case .desk:
            return try await Program("passculture").run(
                ["desk", "--outbox", folder.path(outbox)], environment: environment, input: confirming)
        case .c, .python:
            guard let sample = try await LibrarySample.made(in: till.rawValue, folder) else {
                print("not tried: there is no compiler or interpreter for \(till.rawValue) here")
                return nil
            }
            return try await sample.program.run(
                sample.arguments + ["--yes"] + codes, environment: environment.merging(sample.environment) { $1 })
        }
    }

    /// What a cashier reads: without the numbers of attempts, and without names, which the editions write in their own ways.
    private func sentences(_ ending: Program.Ending) -> [String] {
        ending.output.split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("Contremarque ") || $0.contains("remettez") || $0.contains("alide")
        }
    }

    private func flow(at counter: Counter, _ states: [Counter.State]) async throws -> [String] {
        var codes: [String] = []
        for state in states { codes.append(try await counter.countermark(state)) }
        // The first of them is valid: it comes again when it has been validated.
        return codes + codes.prefix(1)
    }

    @Test(arguments: Till.allCases)
    func `checks, validates and refuses alike, whichever edition it speaks`(till: Till) async throws {
        let counter = try await Counter.open(.both)
        let today = try #require(counter.todaysLine)
        let states: [Counter.State] = [.valid, .used, .cancelled, .unknown]
        let old = try await serve(
            flow(at: counter, states), with: till, settings: counter.settings, outbox: "2018.db")
        let new = try await serve(
            flow(at: counter, states), with: till, settings: counter.settings + [today], outbox: "today.db")
        if let old, let new {
            let read = sentences(old)
            #expect(read == sentences(new))
            #expect(read.filter { $0 == "Contremarque validée." }.count == (till == .button ? 0 : 1))
            #expect(read.filter { $0 == "Contremarque déjà validée : ne remettez rien." }.count == 2)
            #expect(read.contains { $0.hasPrefix("Contremarque inconnue") })
            #expect(read.count >= 5)
            for ending in [old, new] {
                #expect(receipts(ending) == (till == .button ? 1 : 0))
                #expect([0, 1].contains(ending.code), "\(ending.error)")
                #expect(!(ending.output + ending.error).contains(today.drop { $0 != "=" }.dropFirst()))
            }
        }
        await counter.server.stop()
    }

    @Test(arguments: Till.allCases)
    func `today, what can still be cancelled is too early, and the till says from when it is not`(
        till: Till
    ) async throws {
        let counter = try await Counter.open(.publicV1)
        let today = try #require(counter.todaysLine)
        let code = try await counter.countermark(.tooEarly)
        let early = try await serve([code], with: till, settings: counter.settings + [today], outbox: "today.db")
        if let early {
            #expect(early.output.contains("Trop tôt"), "\(early.output)\(early.error)")
            #expect(!early.output.contains("Contremarque validée"))
            #expect(receipts(early) == 0)
        }
        await counter.server.stop()
    }

    @Test(arguments: [Edition.prototype2018, .publicV1], Till.allCases)
    func `a platform of one edition is enough`(edition: Edition, till: Till) async throws {
        let counter = try await Counter.open(edition)
        let codes = try await flow(at: counter, [.valid, .used, .cancelled, .unknown])
        let settings = counter.settings + [counter.todaysLine].compactMap { $0 }
        if let ending = try await serve(codes, with: till, settings: settings, outbox: "till.db") {
            let read = sentences(ending)
            #expect(read.filter { $0 == "Contremarque déjà validée : ne remettez rien." }.count == 2, "\(read)")
            #expect(read.contains { $0.hasPrefix("Contremarque annulée") || $0.contains("annul") }, "\(read)")
            #expect(read.contains { $0.hasPrefix("Contremarque inconnue") }, "\(read)")
            #expect(codes.allSatisfy { !ending.error.contains($0) })
        }
        await counter.server.stop()
    }

    /// How many receipts came out of the tutorial's till.
    private func receipts(_ ending: Program.Ending) -> Int {
        ending.output.split(separator: "\n").count { $0.hasPrefix("pass Culture ") && $0.hasSuffix(" OK") }
    }
}
