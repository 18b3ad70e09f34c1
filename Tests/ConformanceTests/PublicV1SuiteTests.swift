// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@testable import Conformance

@Suite("The platform suite of today's edition, against what is none")
struct PublicV1SuiteTests {
    private func judged(_ status: Int, _ body: String) async throws -> CertificationResult {
        let server = try SocketServer.answering { _ in
            "HTTP/1.1 \(status) Said\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        return await CertificationRun(
            CertificationConfiguration(url: server.url, subject: .publicV1(apiKey: APIKey("test_1_k3y")), seed: 3)
        ).run()
    }

    @Test func `who refuses every key has shown that it refuses keys, and nothing else`() async throws {
        let result = try await judged(401, "{\"auth\":\"API key required\"}")
        #expect(
            result.checks.filter { $0.verdict == .pass }.map(\.id) == [
                "v1/key/missing", "v1/key/basic", "v1/key/unknown", "v1/key/before-validation",
            ])
        #expect(result.exitCode == 1)
    }

    @Test func `nothing passes where everything is accepted`() async throws {
        let result = try await judged(200, "{\"auth\":null,\"bookings\":[]}")
        #expect(result.checks.filter { $0.verdict == .pass }.map(\.id) == [])
    }

    @Test func `a page is no platform of today: 2`() async throws {
        let result = try await judged(404, "<h1>Not Found</h1>")
        #expect(result.exitCode == 2)
        #expect(result.refusal?.sentence.english.contains("--edition") == true)
    }

    @Test func `a key stands in no curl line and in no description`() async throws {
        let result = try await judged(500, "{\"auth\":[]}")
        let text = JSONReport.text(result)
        #expect(
            text.contains(
                "Authorization: Bearer ${KEY:?the key that this check uses, of a provider linked to the venue}"))
        for text in [text, "\(result.configuration)", String(reflecting: result.configuration)] {
            #expect(!text.contains("k3y"))
        }
    }

    @Test func `keys of a provider that was made otherwise than expected stand in no report`() async throws {
        let server = try SocketServer.answering { request in
            let (status, body) =
                switch request.target {
                case "/_control/clock": (200, #"{"now":"2026-03-01T12:00:00Z"}"#)
                case "/_control/providers": (200, #"{"apiKey":"local_1_chante","hmacKey":"cle-qui-chante","id":1}"#)
                default: (401, #"{"auth":"API key required"}"#)
                }
            return "HTTP/1.1 \(status) Said\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        defer { server.stop() }
        let result = await CertificationRun(
            CertificationConfiguration(url: server.url, subject: .publicV1(apiKey: nil), seed: 3)
        ).run()
        for id in ["v1/read/product", "publisher/ean/price"] {
            let check = try #require(result.checks.first { $0.id == id })
            #expect(check.verdict == .skip && check.evidence?.seen.english == "200, whose body is not shown")
        }
        for text in [JSONReport.text(result), TerminalReport(language: .english).text(result), "\(result)"] {
            #expect(!text.contains("chante"))
        }
    }

    @Test(arguments: ["", "a b", "clé", "a\nb"])
    func `what cannot stand in a header is no key`(text: String) {
        #expect(APIKey(text) == nil)
    }
}
