// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import TestSupport
import Testing

@testable import Conformance

/// Keys that were given by file, and come back in what is judged.
@Suite("Keys that are told again")
struct LiteralSecretTests {
    private static let key = "s3cr3t-Key_of-tests"

    private func reports(_ result: CertificationResult) -> String {
        JSONReport.text(result) + TerminalReport(language: .french).text(result)
            + TerminalReport(language: .english).text(result) + JUnitReport.text(result)
            + HTMLReport(language: .french, kit: "1", at: Instant(microseconds: 0)).text(result)
    }

    private func vendorReports(_ key: String, saying body: String) async throws -> String {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 500 Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let setting = VendorSetting(key: try #require(SigningKey(key)))
        let result = await CertificationRun(
            CertificationConfiguration(url: server.url, subject: .receiver(setting), seed: 7)
        ).run()
        #expect(result.exitCode == 1)
        return reports(result)
    }

    @Test func `a vendor's page that tells the HMAC key is shown without it`() async throws {
        let text = try await vendorReports(Self.key, saying: "<html>config: \(Self.key), S3CR3T-KEY_OF-TESTS</html>")
        #expect(text.contains("config: ***"))
        #expect(!text.lowercased().contains(Self.key.lowercased()))
    }

    @Test(arguments: ["test", "PassCulture"])
    func `a key that is a word of every call leaves the call as it can be sent again`(key: String) async throws {
        let text = try await vendorReports(key, saying: "no")
        #expect(text.contains("Salle de test") && text.contains("PassCulture-Signature: "))
    }

    @Test func `a page that is cut off in the middle of the key is, too`() async throws {
        let long = String(repeating: "a ", count: 194)
        let text = try await vendorReports(Self.key, saying: long + Self.key + " and more")
        #expect(text.contains("***…"))
        #expect(!text.contains("s3cr3t"))
    }

    @Test func `a key that JSON writes with escapes is hidden as well`() async throws {
        let text = try await vendorReports("clé \"d'essai\"", saying: #"{"k":"cl\u00e9 \"d'essai\""}"#)
        #expect(text.contains(#"{\"k\":\"***\"}"#) || text.contains(#"{"k":"***"}"#))
        #expect(!text.contains("d'essai"))
    }

    @Test func `a platform that echoes the headers of a request is shown without the key`() async throws {
        let server = try SocketServer.answering { request in
            let sent = request.header("Authorization")
            let body = sent.map { "{\"headers\":[\"authorization\",\"\($0)\"]}" } ?? "{\"auth\":\"API key required\"}"
            return "HTTP/1.1 \(sent == nil ? 401 : 400) Said\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let result = await CertificationRun(
            CertificationConfiguration(
                url: server.url, subject: .publicV1(apiKey: APIKey(Self.key)), useControl: false, seed: 7)
        ).run()
        let text = reports(result)
        #expect(text.contains("Bearer ***"))
        #expect(!text.contains(Self.key))
    }

    @Test func `a journey's wire hides what a request was authorized by`() {
        let exchange = Exchange(
            method: "GET", url: "http://127.0.0.1:1/", requestHeaders: [("Authorization", "Bearer " + Self.key)],
            requestBody: nil, status: 400, headers: [], body: Array("echo: \(Self.key)".utf8))
        let step = StepReport(
            id: "s", actor: .partner, sentence: Sentence("Il vérifie.", "Checks."), requirements: [], verdict: .pass,
            changes: [], exchanges: [exchange], evidence: nil, reason: nil, notes: [])
        let text = JourneyStory(language: .english, showsWire: true).text(step)
        #expect(text.contains("echo: ***") && !text.contains(Self.key))
    }
}
