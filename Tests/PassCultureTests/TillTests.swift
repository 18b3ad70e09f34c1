// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import TestSupport
import Testing

@Suite("The sample till", .timeLimit(.minutes(1)))
struct TillTests {
    private static let noContent = "HTTP/1.1 204 NO CONTENT\r\nConnection: close\r\n\r\n"

    private static func wire(_ sample: SampleAnswer) -> String {
        let body = String(decoding: sample.response.body, as: UTF8.self)
        return
            "HTTP/1.1 \(sample.response.status) X\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func till(
        _ arguments: [String], port: UInt16, input: String = "", language: String = "fr_FR.UTF-8"
    ) async throws -> Program.Ending {
        try await Program("till").run(
            arguments,
            environment: [
                "PASSCULTURE_URL": "http://127.0.0.1:\(port)", "PASSCULTURE_EMAIL": "pro@example.com",
                "PASSCULTURE_PASSWORD": "Azerty123456!@", "LANG": language,
            ], input: input)
    }

    @Test("checks, hands over, validates, and ends with 0")
    func validated() async throws {
        let server = try SocketServer.playing([.close(after: Self.wire(.booking)), .close(after: Self.noContent)])
        defer { server.stop() }
        let outcome = try await till(["--yes", "ly sy u9"], port: server.port)
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                Contremarque valable : remettez, puis validez.
                    Grand concert  24 décembre 2018 à 20:30  Jeune
                Contremarque validée.

                """)
        #expect(outcome.error.isEmpty)
        #expect(server.requests.map(\.method) == ["GET", "PATCH"])
    }

    @Test(
        "hands nothing over for a refusal, and ends with 1",
        arguments: [("fr", "ne remettez rien"), ("C", "hand nothing")])
    func refused(language: String, words: String) async throws {
        let server = try SocketServer.playing([.close(after: Self.wire(.alreadyValidated))])
        defer { server.stop() }
        let outcome = try await till(["--yes", "LYSYU9"], port: server.port, language: language)
        #expect(outcome.code == 1)
        #expect(outcome.output.contains(words))
        #expect(server.requests.count == 1)
    }

    @Test("does not validate what the cashier did not hand over")
    func notHandedOver() async throws {
        let server = try SocketServer.playing([.close(after: Self.wire(.booking)), .close(after: Self.noContent)])
        defer { server.stop() }
        let outcome = try await till([], port: server.port, input: "LYSYU9\r\nn\n")
        #expect(outcome.code == 1)
        #expect(server.requests.count == 1)
    }

    @Test("reads countermarks as a barcode reader types them, and asks for each")
    func reader() async throws {
        let steps = [Self.wire(.booking), Self.noContent, Self.wire(.unknownCountermark)]
        let server = try SocketServer.playing(steps.map { .close(after: $0) })
        defer { server.stop() }
        let outcome = try await till([], port: server.port, input: "LYSYU9\r\no\nZZZZZZ\r\n")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("Contremarque validée."))
        #expect(outcome.output.hasSuffix("Contremarque inconnue : vérifiez la saisie ; ne remettez rien.\n"))
        #expect(server.requests.count == 3)
    }

    @Test("says that an outcome is unknown, sends nothing again, and ends with 3")
    func unknown() async throws {
        let server = try SocketServer.playing([
            .close(after: Self.wire(.booking)), .close(after: ""), .close(after: Self.noContent),
        ])
        defer { server.stop() }
        let outcome = try await till(["--yes", "LYSYU9"], port: server.port)
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("Ne validez pas une seconde fois"))
        #expect(server.requests.count == 2)
    }

    @Test("tells a fault without the countermark or the log-in, and ends with 2")
    func fault() async throws {
        let closed = try ClosedPort()
        let outcome = try await till(["--yes", "LYSYU9"], port: closed.port)
        #expect(outcome.code == 2)
        #expect(outcome.output == "Rien n'a été envoyé : vérifiez la connexion, puis réessayez.\n")
        #expect(outcome.error.hasPrefix("till: never-sent"))
        for secret in ["LYSYU9", "pro@example.com", "Azerty"] { #expect(!outcome.error.contains(secret)) }
        #expect(try await till(["--yes", "LYSYU"], port: 1).code == 2)
    }
}
