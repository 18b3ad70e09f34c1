// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPClient
import JSON
import TestSupport
import Testing

/// `passculture mock --data` and `passculture data` as a user runs them.
@Suite(.timeLimit(.minutes(2)))
struct DataCommandTests {
    private let passculture = Program("passculture")
    private let path = "/tmp/passculture-data-\(getpid())-\(UInt64.random(in: 0 ... .max)).db"

    private func start(_ more: [String] = []) async throws -> (mock: RunningProgram, told: JSONValue) {
        let mock = try passculture.start(["mock", "--port", "0", "--json", "--data", path] + more)
        return (mock, try JSONValue(parsing: try await mock.line()))
    }

    private func send(_ method: String, _ path: String, to told: JSONValue) async throws -> HTTPResponse {
        let base = try told["base"].flatMap(\.stringValue).orThrow("base")
        return try await HTTPClient().send(HTTPRequest(method: method, url: base + path))
    }

    @Test func `what it acknowledged is there when it starts again, and its file is right`() async throws {
        defer { for ending in ["", "-wal"] { unlink(path + ending) } }
        let (first, told) = try await start(["--seed", "demo", "--clock", "frozen"])
        let mails = try await send("GET", "/_control/mails", to: told)
        let now = try JSONValue(parsing: try await send("GET", "/_control/clock", to: told).body)["now"]
        let second = try await passculture.run(["mock", "--port", "0", "--data", path])
        #expect(second.code == 2 && second.error.contains(path) && second.error.contains("in use"))
        #expect(try await passculture.run(["data", "verify", path]).code == 2)
        #expect(try await first.stop() == 0)

        let verified = try await passculture.run(["data", "verify", path])
        #expect(verified.code == 0 && verified.output.hasSuffix("All right.\n"))
        let french = try await passculture.run(["data", "verify", path, "--lang", "fr"])
        #expect(french.output.hasSuffix("Tout est juste.\n"))
        let exported = try await passculture.run(["data", "export", path])
        let lines = exported.output.split(separator: "\n")
        #expect(exported.code == 0 && lines.count > 20)
        #expect(try JSONValue(parsing: String(lines[0]))["format"] == "passculture-snapshot")

        let other = try await passculture.run(["mock", "--port", "0", "--data", path, "--profile", "observed"])
        #expect(other.code == 2 && other.error.contains("--profile documented"))
        let (again, toldAgain) = try await start()
        #expect(try JSONValue(parsing: try await send("GET", "/_control/clock", to: toldAgain).body)["now"] == now)
        let count = try JSONValue(parsing: mails.body).arrayValue?.count
        let after = try await send("GET", "/_control/mails", to: toldAgain)
        #expect(try JSONValue(parsing: after.body).arrayValue?.count == count)
        #expect(try await again.stop() == 0)
    }

    @Test func `a platform of today comes back as one, and another edition is said and kept`() async throws {
        defer { for ending in ["", "-wal"] { unlink(path + ending) } }
        let (first, told) = try await start(["--seed", "till"])
        #expect(told["edition"] == "publicV1")
        #expect(try await first.stop() == 0)
        let (again, toldAgain) = try await start()
        #expect(toldAgain["edition"] == "publicV1")
        #expect(try await again.stop() == 0)
        let verified = try JSONValue(parsing: try await passculture.run(["data", "verify", path, "--json"]).output)
        #expect(verified["edition"] == "publicV1" && verified["version"] == 3)
        let (both, toldBoth) = try await start(["--edition", "both"])
        #expect(toldBoth["edition"] == "both")
        #expect(try await both.stop() == 0)
        let text = try await passculture.run(["data", "verify", path])
        #expect(text.code == 0 && text.output.contains("version 3, edition both, profile documented"))
    }

    @Test func `what only a new platform can be told is named where one goes on, and nothing else is`() async throws {
        let scratch = try ScratchFolder()
        func notes(_ more: [String]) async throws -> String {
            let words = ["mock", "--port", "0", "--json", "--data", scratch.path("platform.db")] + more
            let mock = try Program(at: "/bin/sh").start(
                ["-c", #"exec "$@" 2>"$0""#, scratch.path("notes"), try Program.folder + "/passculture"] + words)
            _ = try await mock.line()
            #expect(try await mock.stop() == 0)
            return String(decoding: try scratch.bytes("notes"), as: UTF8.self)
        }
        let beginning = ["--start", "2018-12-03T08:00:00Z", "--random-seed", "7"]
        let first = try await notes(beginning)
        #expect(!first.contains("already"), "\(first)")
        let again = try await notes(beginning + ["--demo"])
        #expect(again.contains("it goes on where it was, without --demo, --start, --random-seed."), "\(again)")
        let french = try await notes(["--random-seed", "7", "--lang", "fr"])
        #expect(french.contains("elle continue où elle en était, sans --random-seed."), "\(french)")
        let ours = try await notes(["--clock", "frozen", "--export-token", "secret"])
        #expect(!ours.contains("already"), "\(ours)")
    }

    @Test func `a file that is damaged, or none of ours, is told in a sentence`() async throws {
        defer { unlink(path) }
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        #expect(write(file, "une note", 8) == 8)
        close(file)
        for command in [["mock", "--port", "0", "--data", path], ["data", "verify", path], ["data", "export", path]] {
            let ending = try await passculture.run(command)
            #expect(ending.code == 2 && ending.error.contains("no data file"), "\(command)")
        }
        unlink(path)
        #expect(try await passculture.run(["data", "verify", path]).code == 2)
        #expect(try await start().mock.stop() == 0)
        let database = open(path, O_RDWR)
        #expect(ftruncate(database, 8_192) == 0)
        close(database)
        let verified = try await passculture.run(["data", "verify", path])
        #expect(verified.code == 1 && verified.error.contains("damaged") && verified.error.contains(path))
        #expect(try await passculture.run(["mock", "--port", "0", "--data", path]).code == 2)
    }
}
