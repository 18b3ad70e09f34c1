// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Partners
import TestSupport
import Testing

/// The providers' suite as a user runs it, against providers that this process plays.
@Suite(.timeLimit(.minutes(2)))
struct CertifyProviderTests {
    private let passculture = Program("passculture")

    private func serving(_ flaw: ProviderFlaw?) throws -> SocketServer {
        let partner = ProviderDouble(flaw: flaw)
        return try SocketServer.answering { request in
            let answer = partner.answer(
                PartnerRequest(method: request.method, target: request.target, signature: nil, body: request.body))
            let body = answer.body.text
            return "HTTP/1.1 \(answer.status) Answered\r\nContent-Type: \(answer.type)\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
    }

    private func certify(_ server: SocketServer, _ more: [String]) async throws -> Program.Ending {
        try await passculture.run(
            ["certify", "provider", "--url", server.url + "/", "--siret", ProviderDouble.siret] + more)
    }

    @Test func `a sound provider is 0, and only ever reads`() async throws {
        let server = try serving(nil)
        defer { server.stop() }
        let ending = try await certify(server, ["--stocks", "--events", "--json"])
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        #expect(try JSONValue(parsing: ending.output)["suite"] == "provider")
        #expect(server.requests.allSatisfy { $0.method == "GET" })
    }

    @Test func `what is not served is not asked for`() async throws {
        let server = try serving(nil)
        defer { server.stop() }
        let ending = try await certify(server, ["--events"])
        #expect(ending.code == 0, "\(ending.output)\(ending.error)")
        #expect(!server.requests.contains { $0.target.contains("/stocks") })
    }

    @Test func `a provider that loses a price is 1, and the report shows where, in French too`() async throws {
        let server = try serving(.losesSecondPrice)
        defer { server.stop() }
        let ending = try await certify(server, ["--stocks", "--events", "--lang", "fr"])
        #expect(ending.code == 1, "\(ending.output)\(ending.error)")
        #expect(ending.output.contains("PC-PR-012 MUST"))
        #expect(
            ending.output.contains("la page d'avant s'arrêtait entre les entrées d'une même référence"),
            "\(ending.output)")
    }

    @Test(arguments: [
        (["--siret", "41816609600069"], "--stocks"), (["--siret", "123", "--stocks"], "14"),
    ])
    func `what cannot be asked is 3, with what to say instead`(options: [String], word: String) async throws {
        let ending = try await passculture.run(["certify", "provider", "--url", "http://127.0.0.1:1"] + options)
        #expect(ending.code == 3)
        #expect(ending.error.contains(word), "\(ending.error)")
    }
}
