// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import TestSupport
import Testing

/// What becomes of what a command writes where it cannot be written, or not at once.
@Suite(.timeLimit(.minutes(2)))
struct OutputTests {
    private let scratch: ScratchFolder
    private var file: String { scratch.path("told") }
    private let passculture = Program("passculture")

    init() throws {
        scratch = try ScratchFolder()
    }

    /// Runs a command onto a disk that is full.
    private func full(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> (code: Int32, error: String) {
        let output = open("/dev/full", O_WRONLY | O_CLOEXEC)
        let error = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer {
            close(output)
            close(error)
        }
        let program = try Program.folder + "/passculture"
        let code = try await Thread.run {
            try ChildProcess(program, arguments, environment: environment, output: output, error: error)
                .waitForEnd()
        }
        return (code, String(decoding: try scratch.bytes("told"), as: UTF8.self))
    }

    @Test func `what could not be written is told in the user's language, and is no success`() async throws {
        let data = scratch.path("platform.db")
        let mock = try passculture.start(["mock", "--port", "0", "--json", "--data", data, "--seed", "demo"])
        _ = try await mock.line()
        #expect(try await mock.stop() == 0)
        let commands = [
            ["data", "export", data], ["data", "verify", data], ["requirements"], ["requirements", "--json"],
            ["mock", "--divergences"], ["mock", "--openapi"], ["mock", "--print-seed", "demo"], ["--help"],
            ["journey", "--category", "digital"], ["journey", "--category", "digital", "--json"],
        ]
        for command in commands {
            let english = try await full(command)
            #expect(english.code == 2, "\(command)")
            let sentence =
                "The output could not be written (No space left on device): what is there of it is not all.\n"
            #expect(english.error == sentence, "\(command)")
        }
        let french = try await full(["data", "export", data, "--lang", "fr"])
        #expect(french.code == 2 && french.error.hasPrefix("La sortie n'a pas pu être écrite ("))
    }

    @Test func `a certificate that could not be written is none, and a validation untold stays open`() async throws {
        let shop = try await Bookshop.open()
        let certify = ["certify", "platform", "--url", shop.base, "--only", "countermark/*"]
        for command in [certify, certify + ["--json"]] {
            let code = try await passculture.run(command).code
            #expect(try await full(command).code == (code == 0 ? 2 : code), "\(command)")
        }
        let countermark = try await shop.book().countermark
        let ask = [countermark, "--url", shop.base, "--email", Bookshop.email]
        let password = ["PASSCULTURE_PASSWORD": Bookshop.password]
        #expect(try await full(["countermark", "verify"] + ask, environment: password).code == 2)
        #expect(try await full(["countermark", "validate"] + ask, environment: password).code == 4)
        #expect(try await passculture.run(["countermark", "validate"] + ask, environment: password).code == 1)
        // Nor is one told whose reader went away.
        let another = [try await shop.book().countermark] + ask.dropFirst()
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let child = try ChildProcess(
            try Program.folder + "/passculture", ["countermark", "validate"] + another, environment: password,
            output: ends[1])
        close(ends[1])
        #expect(try await Thread.run { try child.waitForEnd() } == 4)
        #expect(try await passculture.run(["countermark", "validate"] + another, environment: password).code == 1)
        await shop.close()
    }

    @Test(arguments: [["--stdio"], []])
    func `a desk whose reader went away ends, and sends nothing more`(form: [String]) async throws {
        let shop = try await Bookshop.open()
        let first = try await shop.book().countermark
        let second = try await shop.book().countermark
        let said =
            form.isEmpty
            ? [first, "o", second, "o", ""]
            : [first, second].map { #"{"id":1,"do":"validate","countermark":"\#($0)"}"# } + [""]
        try scratch.write("said", Array(said.joined(separator: "\n").utf8))
        let input = open(scratch.path("said"), O_RDONLY | O_CLOEXEC)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let password = ["PASSCULTURE_PASSWORD": Bookshop.password]
        let account = ["--url", shop.base, "--email", Bookshop.email]
        let child = try ChildProcess(
            try Program.folder + "/passculture", ["desk", "--outbox", scratch.path("till.db")] + account + form,
            environment: password, input: input, output: ends[1])
        for descriptor in [input, ends[1]] { close(descriptor) }
        #expect(try await Thread.run { try child.waitForEnd() } == 2)
        // The terminal's greeting already found nobody; of the other's lines the first one was taken.
        let used = form.isEmpty ? [] : [first]
        for countermark in [first, second] {
            let code = try await passculture.run(
                ["countermark", "verify", countermark] + account, environment: password
            ).code
            #expect(code == (used.contains(countermark) ? 1 : 0), "\(countermark)")
        }
        await shop.close()
    }

    @Test func `a reader who takes time gets all of it, from a pipe that does not block too`() async throws {
        let whole = try await passculture.run(["mock", "--openapi"])
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let child = try ChildProcess(
            try Program.folder + "/passculture", ["mock", "--openapi"], environment: [:], output: ends[1])
        close(ends[1])
        let bytes = try await Thread.run { [reader = ends[0]] () throws(SystemCallError) in
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1_024)
            while true {
                let count = read(reader, &buffer, buffer.count)
                guard count > 0 else { return bytes }
                bytes += buffer[..<count]
            }
        }
        close(ends[0])
        #expect(try await Thread.run { try child.waitForEnd() } == 0)
        #expect(whole.output.utf8.count > 100_000 && String(decoding: bytes, as: UTF8.self) == whole.output)
    }
}
