// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@testable import Conformance

@Suite("Reports")
struct ReportTests {
    private func result() async throws -> CertificationResult {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let register = try Register(
            parsing: """
                PC-AA-001 | MUST | platform | guide G3 | une ligne | - | -
                PC-AA-002 | MUST | platform | guide G4 | une autre | - | -
                """)
        let failing = Check("x/a", ["PC-AA-001"], Sentence("Essai", "Trial")) { probe in
            probe.saw(.youngCredit, .observed)
            throw Interruption.failed(Evidence(expected: "204, empty", seen: "500 oops", curl: "curl -sS 'x'"))
        }
        let needy = Check("x/b", ["PC-AA-002"], Sentence("Autre", "Other"), needs: .control) { _ in }
        return await CertificationRun(
            CertificationConfiguration(url: server.url), checks: [failing, needy], register: register
        ).run()
    }

    @Test func theTerminalShowsRequirementExpectedSeenAndACommandLine() async throws {
        let text = TerminalReport(language: .french).text(try await result())
        #expect(text.hasPrefix("MUST : 1 jugée sur 2, 0 tenue\n"))
        for part in [
            "✗ x/a — Essai", "PC-AA-001 MUST « une ligne » (guide G3)", "attendu : 204, empty", "vu : 500 oops",
            "$ curl -sS 'x'", "non jugé : ", "x/b", "Profil vu : observed.", "youngCredit: observed",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func theTerminalSpeaksEnglishToo() async throws {
        let text = TerminalReport(language: .english).text(try await result())
        #expect(text.hasPrefix("MUST: 1 judged of 2, 0 passed\n") && text.contains("not judged: "))
        #expect(text.contains("expected: 204, empty"))
        #expect(text.contains("Some MUSTs do not hold"))
    }

    @Test func theJSONReportSaysItsSchemaAndEveryVerdict() async throws {
        let text = JSONReport.text(try await result())
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value["schema"] == "passculture.certification/1")
        #expect(value["summary"] == "MUST: 1 judged of 2, 0 passed")
        #expect(value["exitCode"] == 1)
        #expect(value["profile"]?["seen"] == "observed")
        #expect(value["checks"]?[0]?["verdict"] == "fail")
        #expect(value["checks"]?[0]?["evidence"]?["curl"] == "curl -sS 'x'")
        #expect(value["checks"]?[1]?["verdict"] == "notJudged")
        #expect(value["requirements"]?[1]?["verdict"] == "notJudged")
    }

    @Test func aRefusalIsASentence() async {
        let result = await CertificationRun(CertificationConfiguration(url: "https://backend.passculture.app")).run()
        #expect(TerminalReport(language: .english).text(result).contains("never put to the test"))
    }

    @Test func aRefusalIsWrittenAsJSONToo() async throws {
        let result = await CertificationRun(CertificationConfiguration(url: "https://backend.passculture.app")).run()
        let value = try JSONValue(parsing: Array(JSONReport.text(result).utf8))
        #expect(value["schema"] == "passculture.certification/1")
        #expect(value["exitCode"] == 3)
        #expect(value["refusal"]?.stringValue?.contains("never put to the test") == true)
        let whole = try JSONValue(parsing: Array(JSONReport.text(try await self.result()).utf8))
        #expect(whole["refusal"]?.isNull == true)
    }

    @Test func whatAPlatformSaysCannotSteerTheTerminal() async throws {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let register = try Register(parsing: "PC-AA-001 | MUST | platform | guide G3 | une ligne | - | -")
        let failing = Check("x/a", ["PC-AA-001"], Sentence("Essai", "Trial")) { _ in
            throw Interruption.failed(Evidence(expected: "204", seen: "500 \u{1B}[1A\u{9D}\nMUST: all passed"))
        }
        let run = CertificationRun(CertificationConfiguration(url: server.url), checks: [failing], register: register)
        let text = TerminalReport(language: .english).text(await run.run())
        #expect(text.contains("500 \\u001b[1A\\u009d\\u000aMUST: all passed"))
        #expect(!text.unicodeScalars.contains { Visible.isControl($0) && $0 != "\n" })
    }

    @Test(arguments: [(Int64(1_250), "12,50 €", "€12.50"), (5, "0,05 €", "€0.05"), (-100, "-1,00 €", "-€1.00")])
    func amountsAreWrittenForPeople(cents: Int64, french: String, english: String) {
        #expect(Money.text(cents, in: .french) == french)
        #expect(Money.text(cents, in: .english) == english)
    }
}
