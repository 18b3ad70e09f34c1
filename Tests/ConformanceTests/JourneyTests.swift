// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TestSupport
import Testing

@testable import Conformance

@Suite("How a journey goes on, and stops")
struct JourneyTests {
    private static let evidence = Evidence(expected: "204", seen: "500", curl: "curl x")

    private func step(
        _ id: String, needs: CheckNeeds = [], ending: Interruption? = nil
    ) -> JourneyStep {
        JourneyStep(id, .partner, Sentence("étape \(id)", "step \(id)"), ["PC-CM-001"], needs: needs) { play in
            play.tell("fait", "done")
            if let ending { throw ending }
        }
    }

    private func run(_ steps: [JourneyStep]) async throws -> JourneyResult {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let world = try await World.open(CertificationConfiguration(url: server.url, seed: 1))
        let journey = Journey(id: "trial", category: .books, title: Sentence("Essai", "Trial"), steps: steps)
        return await journey.run(world: world)
    }

    @Test func allStepsDoneIsDone() async throws {
        let result = try await run([step("a"), step("b")])
        #expect(result.isDone)
        #expect(result.exitCode == 0)
        #expect(result.stopped == nil)
        #expect(result.steps.map(\.changes) == [[Sentence("fait", "done")], [Sentence("fait", "done")]])
    }

    @Test func aFailureStopsItAndSkipsTheRest() async throws {
        let result = try await run([step("a"), step("b", ending: .failed(JourneyTests.evidence)), step("c")])
        #expect(result.steps.map(\.verdict) == [.pass, .fail, .skip])
        #expect(result.stopped?.id == "b")
        #expect(result.stopped?.evidence == JourneyTests.evidence)
        #expect(result.exitCode == 1)
    }

    @Test func aStepThatNeedsControlIsPassedOverWithoutOne() async throws {
        let result = try await run([step("a"), step("b", needs: .timeTravel), step("c")])
        #expect(result.steps.map(\.verdict) == [.pass, .notJudged, .pass])
        #expect(!result.isDone)
        #expect(result.exitCode == 4)
    }

    @Test func aPlatformThatIsGoneIsNotAFailureOfItsRules() async throws {
        let result = try await run([step("a", ending: .inconclusive(Sentence("parti", "gone"))), step("b")])
        #expect(result.steps.map(\.verdict) == [.inconclusive, .skip])
        #expect(result.exitCode == 2)
    }

    @Test func aPlatformThatDiesBeforeTheFirstStepIsToldInASentence() async throws {
        let server = try SocketServer.pretending(
            .scripted { _, path, _ in
                path == "/_control/clock" ? Manner.Reply(status: 200, body: "{\"now\":\"2026-12-01T00:00:00Z\"}") : nil
            })
        let world = try await World.open(CertificationConfiguration(url: server.url, seed: 1))
        try #require(world.hasControl)
        server.stop()
        let journey = Journey(id: "trial", category: .books, title: Sentence("Essai", "Trial"), steps: [step("a")])
        let step = try #require(await journey.run(world: world).steps.first)
        #expect(step.verdict == .inconclusive)
        #expect(step.reason?.english.contains("can no longer be reached") == true)
        let text = JourneyStory(language: .french, showsWire: true).text(step)
        #expect(!text.contains("Sentence(") && text.contains("n'est plus joignable"))
    }

    @Test func everyStepIsToldOnce() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let world = try await World.open(CertificationConfiguration(url: server.url))
        let told = Mutex<[String]>([])
        let journey = Journey(
            id: "trial", category: .show, title: Sentence("Essai", "Trial"), steps: [step("a"), step("b")])
        _ = await journey.run(world: world) { report in told.withLock { $0.append(report.id) } }
        #expect(told.withLock { $0 } == ["a", "b"])
    }

    @Test func theFiveJourneysAreThoseOfTheGuide() {
        #expect(Journey.all.map(\.category) == [.cinema, .books, .show, .practice, .digital])
        #expect(Set(Journey.all.map(\.id)).count == 5)
    }

    @Test func everyCheckOfAJourneyIsNamedAfterItsStep() {
        let names = Set(JourneyChecks.all.map(\.id))
        #expect(names.contains("journey/books/never-fetched"))
        #expect(names.contains("journey/digital/automatic-validation"))
        #expect(names.allSatisfy { $0.hasPrefix("journey/") })
    }

    @Test func aWholeJourneyIsJudgedByOneCheckOfItsOwn() {
        for (position, journey) in Journey.all.enumerated() {
            let id = "PC-JO-00\(position + 1)"
            #expect(JourneyChecks.all.filter { $0.requirements.contains(id) }.map(\.id) == ["journey/\(journey.id)"])
        }
    }

    @Test func withoutControlNoJourneyIsJudgedAsAWhole() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let configuration = CertificationConfiguration(
            url: server.url, selection: Selection(only: ["PC-JO-*"]), seed: 1)
        let result = await CertificationRun(configuration).run()
        #expect(result.summary.english == "MUST: 0 judged of 5, 0 passed")
        #expect(result.exitCode == 4)
    }

    @Test func aJourneyAsAWholeIsWhatItsStepsCameTo() async throws {
        let skipping = Interruption.precondition(JourneyTests.evidence)
        #expect(try await whole([step("a"), step("b")]) == .pass)
        #expect(try await whole([step("a"), step("b", ending: .failed(JourneyTests.evidence)), step("c")]) == .fail)
        #expect(try await whole([step("a"), step("b", ending: skipping), step("c")]) == .skip)
        #expect(try await whole([step("a", ending: .notJudged(Sentence("?", "?"))), step("b")]) == .notJudged)
        #expect(try await whole([step("a", ending: .inconclusive(Sentence("?", "?")))]) == .inconclusive)
    }

    /// The verdict of the check of a whole journey, at a platform with a control API.
    private func whole(_ steps: [JourneyStep]) async throws -> Verdict? {
        let server = try SocketServer.pretending(
            .scripted { _, path, _ in
                switch path {
                case "/_control/clock": .init(status: 200, body: "{\"now\":\"2026-12-01T00:00:00Z\"}")
                case "/_control/forks": .init(status: 201, body: "{\"id\":\"1\",\"base\":\"http://127.0.0.1:9\"}")
                default: nil
                }
            })
        defer { server.stop() }
        let journey = Journey(
            id: "trial", category: .books, title: Sentence("Essai", "Trial"), requirements: ["PC-JO-001"], steps: steps)
        let check = JourneyChecks.whole(journey)
        let result = await CertificationRun(CertificationConfiguration(url: server.url), checks: [check]).run()
        return result.checks.first?.verdict
    }

    @Test func aDeskThatGetsNoAnswerSaysUnknown() async throws {
        let server = try SocketServer.pretending(.passCulture)
        let world = try await World.open(CertificationConfiguration(url: server.url))
        server.stop()
        let request = DeskRequest(
            base: server.url, countermark: "ABCDEF", way: .open(userEmail: "a+b@c.fr", offerId: "AE"))
        let desk = RawDesk(wire: Wire(world: world, recorder: Recorder()))
        #expect(await desk.validate(request) == .unknown)
    }
}
