// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPClient
import JSON
import TestSupport
import Testing

/// `passculture mock` as a user starts and stops it.
@Suite(.timeLimit(.minutes(2)))
struct MockCommandTests {
    private let passculture = Program("passculture")

    @Test func `it says where it answers, keeps the ready file while it does, and stops cleanly on SIGTERM`()
        async throws
    {
        let file = "/tmp/passculture-ready-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        let mock = try passculture.start(["mock", "--port", "0", "--ready-file", file, "--json"])
        let told = try JSONValue(parsing: try await mock.line())
        let base = try told["base"].flatMap(\.stringValue).orThrow("base")
        #expect(contents(of: file) == base + "\n")
        let health = try await HTTPClient().send(HTTPRequest(method: "GET", url: base + "/health"))
        #expect(health.status == 200)
        #expect(try await mock.stop() == 0)
        #expect(contents(of: file) == nil)
    }

    @Test func `without control there is none`() async throws {
        let mock = try passculture.start(["mock", "--port", "0", "--no-control", "--json"])
        let told = try JSONValue(parsing: try await mock.line())
        let base = try told["base"].flatMap(\.stringValue).orThrow("base")
        #expect(told["control"] == .null)
        let clock = try await HTTPClient().send(HTTPRequest(method: "GET", url: base + "/_control/clock"))
        #expect(clock.status == 403)
        #expect(try await mock.stop() == 0)
    }

    @Test func `a port that is taken is told in a sentence, and ends with 2`() async throws {
        let mock = try passculture.start(["mock", "--port", "0", "--json"])
        let told = try JSONValue(parsing: try await mock.line())
        let port = try told["base"].flatMap(\.stringValue).orThrow("base").split(separator: ":").last.orThrow("port")
        let second = try await passculture.run(["mock", "--port", String(port)])
        #expect(second.code == 2)
        #expect(second.error.contains(String(port)))
        #expect(try await mock.stop() == 0)
    }

    @Test func `the demonstration's countermarks are what it says, for a till`() async throws {
        let mock = try passculture.start(["mock", "--port", "0", "--demo", "--json"])
        let told = try JSONValue(parsing: try await mock.line())
        let demo = try told["demo"].orThrow("demo")
        let environment = [
            "PASSCULTURE_URL": told["base"]?.stringValue ?? "", "PASSCULTURE_EMAIL": demo["email"]?.stringValue ?? "",
            "PASSCULTURE_PASSWORD": demo["password"]?.stringValue ?? "",
        ]
        let sentences = [
            "valid": "Countermark validated.", "already-validated": "already validated", "cancelled": "cancelled",
            "digital": "Countermark validated.", "not-yours": "another structure",
        ]
        let countermarks = try #require(demo["countermarks"]?.arrayValue)
        #expect(Set(countermarks.compactMap { $0["standing"]?.stringValue }) == Set(sentences.keys))
        for countermark in countermarks {
            let standing = try countermark["standing"].flatMap(\.stringValue).orThrow("standing")
            let code = try countermark["code"].flatMap(\.stringValue).orThrow("code")
            let ending = try await Program("till").run(["--yes", code], environment: environment)
            #expect(ending.code == (["valid", "digital"].contains(standing) ? 0 : 1), "\(standing)")
            #expect(ending.output.contains(try #require(sentences[standing])), "\(standing): \(ending.output)")
        }
        #expect(try await mock.stop() == 0)
    }

    private func contents(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
