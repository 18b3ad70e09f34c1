// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Partners
import Platform
import TestSupport
import Testing

@testable import Conformance

/// The four journeys of today's edition: done on the local platform whatever the day, and stopped by a broken one.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct PublicJourneyTests {
    private let passculture = Program("passculture")

    private func world(_ url: String, _ office: TicketOffice?) async throws -> World {
        var configuration = CertificationConfiguration(url: url, subject: .publicV1(apiKey: nil), seed: 5)
        configuration.office = office
        return try await World.open(configuration)
    }

    private func said(_ result: JourneyResult) -> String {
        result.steps.filter { $0.verdict != .pass }.map {
            "\($0.id) \($0.verdict.rawValue) \($0.evidence?.expected.english ?? "") / \($0.evidence?.seen.english ?? "")"
        }.joined(separator: "\n")
    }

    /// An ordinary day, the eve of a batch, the last minutes of a year, the nights on which the clocks change.
    @Test(arguments: [
        "2026-01-12T12:00:00Z", "2026-04-14T21:59:30Z", "2026-12-31T22:30:00Z", "2027-03-27T23:30:00Z",
        "2027-10-30T23:45:00Z",
    ])
    func `each journey is done by raw requests, whatever the day`(start: String) async throws {
        let server = try await PlatformServer.start(
            PlatformConfiguration(edition: .publicV1, start: Instant(iso8601: start), clock: .frozen, randomSeed: 3))
        let office = try await PlayedTicketOffice.open()
        let world = try await world(server.baseURL, office.office)
        for journey in PublicJourney.all {
            let result = await journey.run(world: world)
            #expect(said(result) == "", "\(journey.id)")
            #expect(result.exitCode == 0)
            #expect(result.money.paidCents > 0)
            #expect(result.steps.allSatisfy { !$0.changes.isEmpty })
        }
        await office.close()
        await server.stop()
    }

    @Test func `the platform that is visited stays as it was`() async throws {
        let start = try #require(Instant(iso8601: "2026-01-12T12:00:00Z"))
        let server = try await PlatformServer.start(
            PlatformConfiguration(edition: .publicV1, start: start, clock: .frozen))
        let world = try await world(server.baseURL, nil)
        #expect(await PublicJourney.digitalProduct.run(world: world).isDone)
        let control = Control(wire: Wire(world: world, recorder: Recorder()))
        #expect(try await control.now() == start)
        #expect(try await control.providers() == [])
        #expect(try await control.forks() == [])
        await server.stop()
    }

    @Test func `an office with more seats is filled all the same`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let office = try await PlayedTicketOffice.open(seats: 9)
        let result = await PublicJourney.ticketedEvent.run(world: try await world(server.baseURL, office.office))
        #expect(said(result) == "")
        #expect(result.money.paidCents == 9 * 2_200)
        await office.close()
        await server.stop()
    }

    @Test(arguments: PublicJourneyFlaw.allCases)
    func `a broken platform stops its journey with evidence`(flaw: PublicJourneyFlaw) async throws {
        let server = try await PlatformServer.start(
            PlatformConfiguration(edition: .publicV1, start: Instant(iso8601: "2026-01-12T12:00:00Z"), clock: .frozen))
        let office = try await PlayedTicketOffice.open()
        let proxy = MutatingProxy(flaw.answer)
        var configuration = CertificationConfiguration(
            url: try proxy.stand(before: server.baseURL), subject: .publicV1(apiKey: nil), seed: 5)
        configuration.office = office.office
        let own = JourneyChecks.publicV1.filter {
            $0.id == "journey/\(flaw.journey)" || $0.id.hasPrefix("journey/\(flaw.journey)/")
        }
        let result = await CertificationRun(configuration, checks: own).run()
        let red = result.checks.filter { [.fail, .warn].contains($0.verdict) }
        #expect(red.map(\.id) == ["journey/\(flaw.journey)/\(flaw.stops.step)", "journey/\(flaw.journey)"], "\(flaw)")
        #expect(red.first?.requirements.contains(flaw.stops.requirement) == true)
        #expect(red.allSatisfy { $0.evidence?.seen.english.isEmpty == false })
        proxy.stop()
        await office.close()
        await server.stop()
    }

    @Test func `every requirement that the journeys alone judge is killed by some broken platform`() {
        let own = Set(JourneyChecks.publicV1.flatMap(\.requirements)).subtracting(
            PublicV1Suite.checks.filter { !$0.id.hasPrefix("journey/") }.flatMap(\.requirements))
        let wholes = PublicJourney.all.flatMap(\.requirements)
        #expect(own.subtracting(PublicJourneyFlaw.allCases.map(\.stops.requirement)) == Set(wholes))
        #expect(Set(PublicJourneyFlaw.allCases.map(\.journey)) == Set(PublicJourney.all.map(\.id)))
    }

    @Test func `an office that oversells is found out by its platform's journey`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let office = try await PlayedTicketOffice.open(flaw: .oversells)
        let result = await PublicJourney.ticketedEvent.run(world: try await world(server.baseURL, office.office))
        #expect(result.stopped?.id == "sold-out")
        #expect(result.exitCode == 1)
        await office.close()
        await server.stop()
    }

    // MARK: The command line

    @Test func `nine journeys of both editions, in JSON`() async throws {
        let ending = try await passculture.run(["journey", "--edition", "both", "--json"])
        #expect(ending.code == 0, "\(ending.output.suffix(3_000))\(ending.error)")
        let report = try JSONValue(parsing: Array(ending.output.utf8))
        let journeys = try #require(report["journeys"]?.arrayValue)
        #expect(report["edition"] == "both")
        #expect(
            journeys.map { $0["id"]?.stringValue } == [
                "cinema", "books", "show", "practice", "digital", "event", "ticketed-event", "book-by-ean",
                "digital-product",
            ])
        #expect(journeys.allSatisfy { $0["done"] == true })
        #expect(journeys.suffix(4).allSatisfy { $0["edition"] == "publicV1" && $0["profile"] == nil })
        #expect(journeys.prefix(5).allSatisfy { $0["edition"] == "2018-12" && $0["profile"] == "documented" })
        #expect(!ending.output.contains("local_"), "no key")
    }

    @Test func `told in French, with both windows, the undo and the bracket`() async throws {
        let ending = try await passculture.run(["journey", "--edition", "publicV1", "--lang", "fr"])
        #expect(ending.code == 0, "\(ending.output.suffix(3_000))\(ending.error)")
        for words in [
            "Première fenêtre : on peut annuler, pas encore valider.", "Seconde fenêtre : Ana ne peut plus annuler",
            "Claire confirme, la validation d'Ana est reprise", "48 heures après le début, cela se fait tout seul",
            "66 × 300,00 €  Livre", "285,00 €  Livre", "4 parcours sur 4 faits",
        ] { #expect(ending.output.contains(words), "\(words)") }
    }

    @Test func `told in English on a platform that runs, with what goes over the wire, and no key`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .both))
        let ending = try await passculture.run([
            "journey", "--edition", "publicV1", "--only", "ticketed-event", "--against", server.baseURL, "--verbose",
        ])
        #expect(ending.code == 0, "\(ending.output.suffix(3_000))\(ending.error)")
        #expect(ending.output.contains("Sold out: Tom has neither ticket nor booking."))
        #expect(
            ending.output.contains(
                #"-H "Authorization: Bearer ${KEY:?the key that this check uses, of a provider linked to the venue}""#))
        #expect(ending.output.contains("1 of 1 journeys done"))
        #expect(!ending.output.contains("local_"), "a provider's key")
        await server.stop()
    }

    @Test(arguments: [
        (PublicJourneyFlaw.paysACentTooLittle, "PC-V1-407", "expected: 1500 cents", "seen: 1499 cents"),
        (.validatesTooEarly, "PC-V1-016", "expected: refused: too early, until ", "seen: "),
    ])
    func `a broken platform is 1, and the SDK's desk shows what it saw`(
        flaw: PublicJourneyFlaw, requirement: String, expected: String, seen: String
    ) async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1))
        let proxy = MutatingProxy(flaw.answer)
        let url = try proxy.stand(before: server.baseURL)
        let ending = try await passculture.run([
            "journey", "--edition", "publicV1", "--only", "event", "--against", url,
        ])
        #expect(ending.code == 1, "\(ending.output.suffix(1_000))\(ending.error)")
        for words in [requirement, expected, seen, "Not done: event (\(flaw.stops.step))", "0 of 1 journeys done"] {
            #expect(ending.output.contains(words), "\(words)")
        }
        proxy.stop()
        await server.stop()
    }

    @Test(arguments: [
        (["digital-product"], "publicV1"), (["books"], "2018-12"), (["books", "digital-product"], "both"),
    ])
    func `a journey that is named needs no edition`(names: [String], edition: String) async throws {
        let ending = try await passculture.run(["journey", "--json"] + names.flatMap { ["--only", $0] })
        #expect(ending.code == 0, "\(ending.output.suffix(1_000))\(ending.error)")
        let report = try JSONValue(parsing: Array(ending.output.utf8))
        #expect(report["edition"]?.stringValue == edition)
        #expect(report["journeys"]?.arrayValue?.map { $0["id"]?.stringValue } == names)
    }

    @Test func `without control nothing of today is judged: 4`() async throws {
        let server = try await PlatformServer.start(PlatformConfiguration(edition: .publicV1, control: false))
        let ending = try await passculture.run(["journey", "--edition", "publicV1", "--against", server.baseURL])
        #expect(ending.code == 4, "\(ending.output.suffix(1_000))\(ending.error)")
        await server.stop()
    }

    @Test func `another edition's platform is 2, what does not exist 3`() async throws {
        let server = try await PlatformServer.start()
        let other = try await passculture.run(["journey", "--edition", "publicV1", "--against", server.baseURL])
        #expect(other.code == 2)
        await server.stop()
        for arguments in [
            ["--edition", "publicV1", "--category", "books"], ["--only", "opera"],
            ["--edition", "prototype2018", "--only", "event"], ["--only", "event", "--category", "books"],
            ["--edition", "publicV1", "--only", "cinema"], ["--edition", "v3"],
        ] {
            let ending = try await passculture.run(["journey"] + arguments)
            #expect(ending.code == 3, "\(arguments)")
            #expect(ending.output.isEmpty && ending.error.count > 20, "\(arguments)")
        }
        let narrowed = try await passculture.run(["journey", "--only", "event", "--category", "books"])
        #expect(narrowed.error.contains("No journey event here: books."), "\(narrowed.error)")
    }
}
