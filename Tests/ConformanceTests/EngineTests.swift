// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// Fake checks against a small server that answers as a pass Culture does to the first two questions.
@Suite("What a run comes to")
struct EngineTests {
    private static let text = Sentence("essai", "trial")
    private static let evidence = Evidence(expected: "204, empty", seen: "500", curl: "curl x")

    private func register() throws -> Register {
        try Register(
            parsing: """
                PC-AA-001 | MUST | platform | guide | one | - | -
                PC-AA-002 | MUST | platform | guide | two | - | -
                PC-AA-003 | SHOULD | platform | guide | three | - | -
                """)
    }

    private func run(
        _ checks: [Check], only: [String] = [], levels: Set<RequirementLevel> = []
    ) async throws -> CertificationResult {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let configuration = CertificationConfiguration(
            url: server.url, selection: Selection(only: only, levels: levels), seed: 1)
        return await CertificationRun(configuration, checks: checks, register: try register()).run()
    }

    private func check(
        _ id: String, _ requirements: [String], needs: CheckNeeds = [], ending: (any Error & Sendable)? = nil
    ) -> Check {
        Check(id, requirements, EngineTests.text, needs: needs) { _ in if let ending { throw ending } }
    }

    @Test func everythingPassedIsZero() async throws {
        let result = try await run([check("a", ["PC-AA-001"]), check("b", ["PC-AA-002", "PC-AA-003"])])
        #expect(result.exitCode == 0)
        #expect(result.summary.english == "MUST: 2 judged of 2, 2 passed")
    }

    @Test func aFailedMustIsOne() async throws {
        let failing = check("b", ["PC-AA-002"], ending: Interruption.failed(EngineTests.evidence))
        let result = try await run([check("a", ["PC-AA-001"]), failing])
        #expect(result.exitCode == 1)
        #expect(result.summary.english == "MUST: 2 judged of 2, 1 passed")
        #expect(result.checks[1].evidence == EngineTests.evidence)
    }

    @Test func oneFailureAmongManyChecksFailsTheRequirement() async throws {
        let failing = check("b", ["PC-AA-001"], ending: Interruption.failed(EngineTests.evidence))
        let result = try await run([check("a", ["PC-AA-001"]), failing, check("c", ["PC-AA-001"])])
        #expect(result.requirements.first?.verdict == .fail)
        #expect(result.exitCode == 1)
    }

    @Test func aFailedShouldIsAWarning() async throws {
        let failing = check("b", ["PC-AA-003"], ending: Interruption.failed(EngineTests.evidence))
        let result = try await run([check("a", ["PC-AA-001"]), failing])
        #expect(result.checks[1].verdict == .warn)
        #expect(result.requirements.last?.verdict == .warn)
        #expect(result.exitCode == 0)
    }

    @Test(arguments: [
        Interruption.precondition(Evidence(expected: "201", seen: "400")),
        Interruption.inconclusive(Sentence("?", "?")),
        Interruption.notJudged(Sentence("?", "?")),
    ])
    fileprivate func aMustThatCouldNotBeJudgedIsFour(ending: Interruption) async throws {
        let result = try await run([check("a", ["PC-AA-001"]), check("b", ["PC-AA-002"], ending: ending)])
        #expect(result.exitCode == 4)
        #expect(result.summary.english == "MUST: 1 judged of 2, 1 passed")
    }

    @Test func aPassDoesNotCoverUpASkippedOrUndecidedSibling() async throws {
        for ending in [Interruption.precondition(EngineTests.evidence), .inconclusive(EngineTests.text)] {
            let result = try await run([check("a", ["PC-AA-001"]), check("b", ["PC-AA-001"], ending: ending)])
            #expect(result.requirements.map(\.verdict) == [.notJudged])
            #expect(result.exitCode == 4)
        }
    }

    @Test func aSkippedCheckIsFourEvenWhereOnlyAShouldIsBehindIt() async throws {
        let skipped = check("b", ["PC-AA-003"], ending: Interruption.precondition(EngineTests.evidence))
        let result = try await run([check("a", ["PC-AA-001"]), skipped])
        #expect(result.judgedMusts == result.applicableMusts.count)
        #expect(result.exitCode == 4)
    }

    @Test func aSelectionWithoutMustSaysSoInsteadOfCertifyingThem() async throws {
        let passing = try await run([check("b", ["PC-AA-003"])])
        #expect(passing.exitCode == 0)
        #expect(
            passing.conclusion.english == "There is no MUST to judge in this selection: this result certifies none.")
        let failing = check("b", ["PC-AA-003"], ending: Interruption.failed(EngineTests.evidence))
        let warned = try await run([failing])
        #expect(warned.exitCode == 0)
        #expect(warned.conclusion.english.contains("no MUST"))
        #expect(warned.conclusion.english.contains("do not hold"))
        let whole = try await run([check("a", ["PC-AA-001"])])
        #expect(whole.conclusion.english == "Every applicable MUST was judged and holds.")
    }

    @Test func nothingRunIsNeverAPass() async throws {
        let result = try await run([check("a", ["PC-AA-001"], ending: Interruption.notJudged(EngineTests.text))])
        #expect(result.exitCode == 4)
        #expect(result.passedMusts == 0)
    }

    @Test func nothingThatAppliesIsNoPassEither() async throws {
        let result = try await run([check("a", ["PC-AA-001"], ending: Interruption.notApplicable(EngineTests.text))])
        #expect(result.applicableMusts.isEmpty)
        #expect(result.exitCode == 4)
    }

    @Test func whatDoesNotApplyIsNotCounted() async throws {
        let other = check("b", ["PC-AA-002"], ending: Interruption.notApplicable(EngineTests.text))
        let result = try await run([check("a", ["PC-AA-001"]), other])
        #expect(result.exitCode == 0)
        #expect(result.summary.english == "MUST: 1 judged of 1, 1 passed")
    }

    @Test func aMistakeOfOursIsNoPass() async throws {
        struct Mistake: Error {}
        let result = try await run([check("a", ["PC-AA-001"]), check("b", ["PC-AA-003"], ending: Mistake())])
        #expect(result.checks[1].verdict == .error)
        #expect(result.exitCode == 4)
    }

    @Test func whatNeedsControlIsNotJudgedWithoutOneAndDoesNotRun() async throws {
        let ran = Mutex(false)
        let needy = Check("b", ["PC-AA-002"], EngineTests.text, needs: .timeTravel) { _ in ran.withLock { $0 = true } }
        let result = try await run([check("a", ["PC-AA-001"]), needy])
        #expect(result.checks[1].verdict == .notJudged)
        #expect(result.checks[1].reason == World.needsControl)
        #expect(!ran.withLock { $0 })
        #expect(result.exitCode == 4)
        #expect(!result.hasControl)
    }

    @Test func aSelectionByCheckNameTakesAllItsRequirements() async throws {
        let checks = [check("x/a", ["PC-AA-001", "PC-AA-003"]), check("y/b", ["PC-AA-002"])]
        let result = try await run(checks, only: ["x/*"])
        #expect(result.checks.map(\.id) == ["x/a"])
        #expect(result.requirements.map(\.requirement.id) == ["PC-AA-001", "PC-AA-003"])
    }

    @Test func aSelectionByRequirementTakesThatRequirementAlone() async throws {
        let checks = [check("x/a", ["PC-AA-001", "PC-AA-003"]), check("y/b", ["PC-AA-002"])]
        let result = try await run(checks, only: ["pc-aa-003"])
        #expect(result.checks.map(\.id) == ["x/a"])
        #expect(result.requirements.map(\.requirement.id) == ["PC-AA-003"])
    }

    @Test func aSelectionByLevelLeavesTheOthersOut() async throws {
        let result = try await run([check("a", ["PC-AA-001"]), check("b", ["PC-AA-003"])], levels: [.should])
        #expect(result.checks.map(\.id) == ["b"])
        #expect(result.exitCode == 0)
    }

    @Test func anEmptySelectionIsThreeBeforeAnythingConnects() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let configuration = CertificationConfiguration(url: server.url, selection: Selection(only: ["nothing/*"]))
        let result = await CertificationRun(configuration).run()
        #expect(result.exitCode == 3)
        #expect(server.acceptedCount == 0)
    }

    @Test func progressTellsThePlanAndEveryCheck() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let told = Mutex<[String]>([])
        let configuration = CertificationConfiguration(url: server.url, parallelism: 1)
        _ = await CertificationRun(
            configuration, checks: [check("a", ["PC-AA-001"]), check("b", ["PC-AA-002"])], register: try register()
        ).run { progress in
            switch progress {
            case .planned(let checks, _): told.withLock { $0.append("plan \(checks)") }
            case .checked(let result, let done, let total): told.withLock { $0.append("\(result.id) \(done)/\(total)") }
            }
        }
        #expect(told.withLock { $0 } == ["plan 2", "a 1/2", "b 2/2"])
    }

    @Test func theProfileIsTheSidesThatChecksMet() async throws {
        let documented = Check("a", ["PC-AA-001"], EngineTests.text) { $0.saw(.youngCredit, .documented) }
        let observed = Check("b", ["PC-AA-002"], EngineTests.text) { $0.saw(.cancellationDelay, .observed) }
        #expect(try await run([documented]).profile.name == "documented")
        #expect(try await run([observed]).profile.name == "observed")
        #expect(try await run([documented, observed]).profile.name == "mixed")
        #expect(try await run([check("a", ["PC-AA-001"])]).profile.name == "unknown")
    }
}
