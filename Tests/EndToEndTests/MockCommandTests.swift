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
        let shown = try #require(told["seed"]?["show"]?.arrayValue)
        let partner = try shown.first { $0["id"] == "partner" }.orThrow("partner")
        let environment = [
            "PASSCULTURE_URL": told["base"]?.stringValue ?? "",
            "PASSCULTURE_EMAIL": partner["email"]?.stringValue ?? "",
            "PASSCULTURE_PASSWORD": partner["password"]?.stringValue ?? "",
        ]
        let sentences = [
            "valid": "Countermark validated.", "already-validated": "already validated", "cancelled": "cancelled",
            "digital": "Countermark validated.", "not-yours": "another structure",
        ]
        let countermarks = shown.filter { $0["countermark"] != nil }
        #expect(Set(countermarks.compactMap { $0["id"]?.stringValue }) == Set(sentences.keys))
        for countermark in countermarks {
            let id = try countermark["id"].flatMap(\.stringValue).orThrow("id")
            let code = try countermark["countermark"].flatMap(\.stringValue).orThrow("countermark")
            let ending = try await Program("till").run(["--yes", code], environment: environment)
            #expect(ending.code == (["valid", "digital"].contains(id) ? 0 : 1), "\(id)")
            #expect(ending.output.contains(try #require(sentences[id])), "\(id): \(ending.output)")
        }
        #expect(try await mock.stop() == 0)
    }

    @Test func `a built-in seed that was printed to a file plays from the file, at the instant that it leaves`()
        async throws
    {
        let printed = try await passculture.run(["mock", "--print-seed", "cinema"])
        #expect(printed.code == 0)
        let file = try SeedFile(printed.output)
        defer { file.remove() }
        let mock = try passculture.start(["mock", "--port", "0", "--seed", file.path, "--json", "--random-seed", "1"])
        let told = try JSONValue(parsing: try await mock.line())
        let base = try told["base"].flatMap(\.stringValue).orThrow("base")
        let clock = try await HTTPClient().send(HTTPRequest(method: "GET", url: base + "/_control/clock"))
        let read = try JSONValue(parsing: clock.body)
        #expect(read["now"] == "2018-12-18T09:00:00Z")
        #expect(read["mode"] == "frozen")
        #expect(try await mock.stop() == 0)
    }

    @Test
    func `the seed for a till starts today's edition, and tells a key and ten countermarks with what each answers`()
        async throws
    {
        let mock = try passculture.start(["mock", "--port", "0", "--seed", "till", "--json"])
        let told = try JSONValue(parsing: try await mock.line())
        #expect(told["edition"] == "publicV1")
        let base = try #require(told["base"]?.stringValue)
        let shown = try #require(told["seed"]?["show"]?.arrayValue)
        let key = try #require(shown.first { $0["id"] == "api-key" }?["value"]?.stringValue)
        let codes = shown.compactMap { $0["countermark"]?.stringValue }
        #expect(codes.count == 10)
        let answer = try await HTTPClient().send(
            HTTPRequest(
                method: "GET", url: base + "/public/bookings/v1/token/\(codes[0])",
                headers: [HTTPHeader("Authorization", "Bearer \(key)")]))
        #expect(answer.status == 200)
        #expect(try await mock.stop() == 0)
        let document = try await passculture.run(["mock", "--openapi", "--edition", "publicV1"])
        #expect(document.output.contains("/public/bookings/v1/use/token/{token}"))
        #expect(!document.output.contains("/users/signin"))
    }

    @Test func `the line that the seed for a till prints makes the shell a till of today`() async throws {
        let mock = try passculture.start(["mock", "--port", "0", "--seed", "till"])
        var lines = [try await mock.line()]
        while !lines[lines.count - 1].hasPrefix("  export "), lines.count < 40 { lines.append(try await mock.line()) }
        let settings = lines[lines.count - 1]
        let code = try #require(lines.first { $0.contains("  valid: ") }?.split(separator: " ").first)
        let scratch = try ScratchFolder(), folder = try Program.folder
        let desk = "exec '\(folder)/passculture' desk --stdio --outbox '\(scratch.path("till.db"))'"
        let ending = try await Program(at: "/bin/sh").run(
            ["-c", settings + "\n" + desk], input: #"{"do":"check","countermark":"\#(code)"}"# + "\n")
        #expect(ending.code == 0, "\(ending.error)")
        #expect(try JSONValue(parsing: ending.output)["outcome"] == "valid")
        #expect(try await mock.stop() == 0)
    }

    @Test func `a seed that is none, and one whose step fails, end the command before it listens`() async throws {
        let names = try await passculture.run(["mock", "--seeds"])
        #expect(names.output.split(separator: "\n").count == 7)
        let unknown = try await passculture.run(["mock", "--port", "0", "--seed", "/nowhere/opera"])
        #expect(unknown.code == 3)
        #expect(unknown.error.contains("No seed is called /nowhere/opera"))
        for (text, code, sentence): (String, Int32, String) in [
            (#"{"stpes": []}"#, 3, "no such key: stpes"),
            (#"{"steps": [{"name": "me", "request": "GET /users/current"}]}"#, 2, "step 1 (me)"),
        ] {
            let file = try SeedFile(text)
            defer { file.remove() }
            let ending = try await passculture.run(["mock", "--port", "0", "--seed", file.path])
            #expect(ending.code == code)
            #expect(ending.output.isEmpty)
            #expect(ending.error.contains(sentence), "\(ending.error)")
        }
        #expect(try await passculture.run(["mock", "--demo", "--seed", "books"]).code == 3)
        #expect(try await passculture.run(["mock", "--start", "soon"]).code == 3)
    }

    @Test func `the magic countermarks are printed, and do to a till what they say`() async throws {
        let printed = try await passculture.run(["mock", "--magic"])
        #expect(printed.code == 0)
        #expect(printed.output.contains("MAGEPE"))
        let table = try JSONValue(parsing: try await passculture.run(["mock", "--magic", "--json"]).output)
        #expect(table.arrayValue?.first?["code"] == "MAGEVA")
        let mock = try passculture.start(["mock", "--port", "0", "--demo", "--json"])
        let told = try JSONValue(parsing: try await mock.line())
        let shown = try #require(told["seed"]?["show"]?.arrayValue)
        let partner = try shown.first { $0["id"] == "partner" }.orThrow("partner")
        let environment = [
            "PASSCULTURE_URL": told["base"]?.stringValue ?? "",
            "PASSCULTURE_EMAIL": partner["email"]?.stringValue ?? "",
            "PASSCULTURE_PASSWORD": partner["password"]?.stringValue ?? "",
        ]
        let endings: [(String, Int32)] = [
            ("MAGEVA", 0), ("MAGEVA", 0), ("MAGEDE", 1), ("MAGECA", 1), ("MAGENE", 1), ("MAGEAU", 1), ("MAGEPE", 3),
            ("MAGEPE", 1), ("MAGEPA", 3), ("MAGEPA", 3), ("MAGERE", 2), ("MAGE5A", 2),
        ]
        for (code, expected) in endings {
            let ending = try await Program("till").run(["--yes", code], environment: environment)
            #expect(ending.code == expected, "\(code): \(ending.output)\(ending.error)")
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

/// A file of a test's own.
private struct SeedFile {
    let path = "/tmp/passculture-seed-\(getpid())-\(UInt64.random(in: 0 ... .max)).json"

    init(_ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemCallError(call: "open") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw SystemCallError(call: "write") }
    }

    func remove() { unlink(path) }
}
