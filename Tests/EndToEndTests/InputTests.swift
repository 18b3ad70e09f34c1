// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import TestSupport
import Testing

/// The standard input of a desk that is no plain file and no patient pipe.
@Suite(.timeLimit(.minutes(1)))
struct InputTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// Starts a desk, with a file for what it says of its end.
    private func desk(_ form: [String], input: Int32, output: Int32? = nil) throws -> ChildProcess {
        let error = open(scratch.path("error"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard error >= 0 else { throw SystemCallError(call: "open") }
        defer { close(error) }
        return try ChildProcess(
            try Program.folder + "/passculture",
            [
                "desk", "--outbox", scratch.path("till.db"), "--url", "http://127.0.0.1:1", "--email",
                "caisse@librairie.example",
            ] + form,
            environment: ["PASSCULTURE_PASSWORD": "a password for tests", "LANG": "C"], input: input, output: output,
            error: error)
    }

    /// The next line of a pipe, without its end; nothing when there is none.
    private static func line(of descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func text(_ name: String) throws -> String { String(decoding: try scratch.bytes(name), as: UTF8.self) }

    @Test func `a pipe that does not block is waited for`() async throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        var outputs: [Int32] = [0, 0]
        try #require(pipe(&outputs) == 0)
        for end in outputs { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = try desk(["--stdio"], input: ends[0], output: outputs[1])
        close(outputs[1])
        // A desk that was answered asks for more before there is any. One that has gone does not end the tests too: this reader is left.
        for id in 1...20 {
            let request = Array("{\"id\":\(id),\"do\":\"pending\"}\n".utf8)
            #expect(write(ends[1], request, request.count) == request.count)
            let answer = await Thread.run { [output = outputs[0]] in Self.line(of: output) }
            try #require(!answer.isEmpty, "it has gone before request \(id)")
            let listed: JSONValue = ["id": .number(JSONNumber(id)), "outcome": "listed", "attempts": []]
            #expect(try JSONValue(parsing: answer) == listed)
        }
        for end in ends + [outputs[0]] { close(end) }
        #expect(try await Thread.run { try child.waitForEnd() } == 0)
        #expect(try text("error").isEmpty)
    }

    @Test(arguments: [["--stdio"], []])
    func `an input that cannot be read is told, and is no end`(form: [String]) async throws {
        let folder = open("/", O_RDONLY | O_CLOEXEC)
        try #require(folder >= 0)
        let child = try desk(form, input: folder)
        close(folder)
        #expect(try await Thread.run { try child.waitForEnd() } == 2)
        #expect(try text("error") == "stdin cannot be read (Is a directory).\n")
    }
}
