// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import TestSupport
import Testing

@testable import Conformance

/// The reports for other programs and for paper, as those read them.
@Suite("Reports in files", .enabled(if: Program.found("python3") != nil))
struct ReportFileTests {
    /// What a platform may say: what has a meaning in XML, what XML cannot hold, and a direction of writing.
    private static let nasty = "500 </pre><script>alert('1')</script> & \"]]>\u{1}\u{FFFE}é\u{202E}"

    private func result(_ checks: [Check]) async throws -> CertificationResult {
        let server = try SocketServer.pretending(.passCulture)
        defer { server.stop() }
        let register = try Register(
            parsing: """
                PC-AA-001 | MUST | platform | guide G3 | une <ligne> & l'autre | - | -
                PC-AA-002 | SHOULD | platform | guide G4 | une autre | le soir | -
                PC-AA-003 | MUST | platform | guide G5 | rien | - | on ne sait pas // nobody knows
                PC-AA-004 | MUST | platform | guide G6 | encore une | - | -
                """)
        return await CertificationRun(
            CertificationConfiguration(url: server.url), checks: checks, register: register
        ).run()
    }

    private let failing = Check("x/fail", ["PC-AA-001"], Sentence("Essai", "Trial <1>")) { _ in
        throw Interruption.failed(Evidence(expected: "204 <empty>", seen: Self.nasty, curl: "curl -sS 'x?a&b'"))
    }
    private let warning = Check("x/warn", ["PC-AA-002"], Sentence("Essai", "Trial")) { _ in
        throw Interruption.failed(Evidence(expected: "a", seen: "b"))
    }
    private let passing = Check("x/pass", ["PC-AA-001"], Sentence("Essai", "Trial")) { _ in }
    private let needy = Check("x/need", ["PC-AA-004"], Sentence("Essai", "Trial"), needs: .control) { _ in }
    private let breaking = Check("x/break", ["PC-AA-001"], Sentence("Essai", "Trial")) { _ in
        throw RegisterError(
            row: "r", reason: "ours")
    }

    /// What a script of Python prints of a text, as JSON.
    private func read(_ text: String, _ script: String) async throws -> JSONValue {
        let python = try #require(Program.found("python3"))
        let ending = try await python.run(["-c", script], input: text)
        #expect(ending.code == 0, "\(ending.error)")
        return try JSONValue(parsing: ending.output)
    }

    private func junit(_ result: CertificationResult) async throws -> JSONValue {
        try await read(
            JUnitReport.text(result),
            """
            import json, sys, xml.etree.ElementTree as tree
            suite = tree.fromstring(sys.stdin.buffer.read())[0]
            cases = {c.get("name"): [[e.tag, e.get("message"), e.text] for e in c] for c in suite.iter("testcase")}
            properties = {p.get("name"): p.get("value") for p in suite.iter("property")}
            print(json.dumps({**suite.attrib, "cases": cases, "properties": properties}))
            """)
    }

    @Test func `JUnit has a case a check, with what was expected, seen and asked, and counts them`() async throws {
        let result = try await result([failing, warning, passing, breaking])
        let suite = try await junit(result)
        for (name, count) in [("tests", "5"), ("failures", "1"), ("errors", "1"), ("skipped", "0")] {
            #expect(suite[name]?.stringValue == count, "\(name): \(suite)")
        }
        let failure = suite["cases"]?["x/fail — Trial <1>"]?[0]
        #expect(failure?[0] == "failure")
        let text = failure?[2]?.stringValue ?? ""
        for part in [
            "PC-AA-001 MUST « une <ligne> & l'autre » (guide G3)", "expected: 204 <empty>", "curl -sS 'x?a&b'",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        #expect(text.contains("</pre><script>alert('1')</script> & \"]]>\\u0001\u{FFFD}é"))
        #expect(suite["cases"]?["x/warn — Trial"]?[0]?[0] == "system-out")
        #expect(suite["cases"]?["x/pass — Trial"]?.arrayValue?.isEmpty == true)
        #expect(suite["cases"]?["x/break — Trial"]?[0]?[0] == "error")
        #expect(suite["cases"]?["conclusion"]?[0]?[0] == "system-out")
        #expect(suite["properties"]?["exitCode"] == "1")
    }

    @Test func `a partial result and a refused one are errors, though nothing failed`() async throws {
        let partial = try await junit(try await result([passing, needy]))
        #expect(partial["skipped"] == "1" && partial["failures"] == "0" && partial["errors"] == "1")
        #expect(partial["cases"]?["x/need — Trial"]?[0]?[0] == "skipped")
        #expect(partial["cases"]?["conclusion"]?[0]?[1]?.stringValue?.hasPrefix("Partial: ") == true)
        let refused = await CertificationRun(CertificationConfiguration(url: "https://backend.passculture.app")).run()
        let suite = try await junit(refused)
        #expect(suite["tests"] == "1" && suite["errors"] == "1" && suite["properties"]?["exitCode"] == "3")
        #expect(suite["cases"]?["conclusion"]?[0]?[1]?.stringValue?.contains("never put to the test") == true)
    }

    @Test(arguments: Language.allCases)
    func `the page is whole, says all of it, and runs nothing that a platform says`(language: Language) async throws {
        let result = try await result([failing, warning, passing, needy])
        let report = HTMLReport(language: language, kit: "1.2.3", at: Instant(microseconds: 0))
        let page = try await read(
            report.text(result),
            """
            import html.parser, json, sys
            class Reader(html.parser.HTMLParser):
                open, texts, tags = [], [], set()
                def handle_starttag(self, tag, attributes):
                    self.tags.add(tag)
                    if tag != "meta": self.open.append(tag)
                def handle_endtag(self, tag): assert self.open.pop() == tag, tag
                def handle_data(self, data): self.texts.append(data)
            reader = Reader()
            reader.feed(sys.stdin.buffer.read().decode())
            print(json.dumps({"open": reader.open, "tags": sorted(reader.tags), "text": " ".join(reader.texts)}))
            """)
        #expect(page["open"]?.arrayValue?.isEmpty == true)
        let tags = Set(page["tags"]?.arrayValue?.compactMap(\.stringValue) ?? [])
        #expect(tags.isSuperset(of: ["article", "q", "dl", "pre", "table"]))
        #expect(tags.isDisjoint(with: ["script", "img", "link", "iframe", "a"]))
        let text = page["text"]?.stringValue ?? ""
        for part in [
            "x/fail — ", "PC-AA-001 MUST", "une <ligne> & l'autre", "204 <empty>", "alert('1')", "curl -sS 'x?a&b'",
            "x/warn", language == .french ? "non jugé : " : "not judged: ", "x/need", "PC-AA-002",
            "une autre [le soir]",
            language == .french ? "on ne sait pas" : "nobody knows",
            language == .french ? "MUST : 1 jugée sur 2" : "MUST: 1 judged of 2",
            "1970-01-01T00:00:00Z, passculture 1.2.3", result.conclusion.text(in: language),
        ] { #expect(text.contains(part), "\(part) in \(text)") }
        #expect(text.contains(language == .french ? "Attendu" : "Expected"))
    }
}
