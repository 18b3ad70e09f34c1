// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import Synchronization
import TestSupport
import Testing

/// A child that the threads of a server signal as soon as it asks: a test whose turn comes late would find its time over.
private final class Asker: Sendable {
    private let child = Mutex<ChildProcess?>(nil)
    private let isKnown = Signal()

    /// Says which child it is.
    func callAsFunction(_ child: ChildProcess) -> ChildProcess {
        self.child.withLock { $0 = child }
        isKnown.fire()
        return child
    }

    func signal(_ numbers: Int32...) {
        isKnown.block(until: 1)
        for number in numbers { child.withLock { $0 }?.signal(number) }
    }
}

/// A command that a signal ends while it waits for the answer to a validation.
@Suite(.timeLimit(.minutes(2)))
struct EndingSignalTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// Starts a validation, or what else a shell is told.
    private func start(_ words: [String], at url: String, program: String? = nil) throws -> ChildProcess {
        let output = open(scratch.path("told"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(output) }
        let passculture = try Program.folder + "/passculture"
        let asked = words + ["LYSYU9", "--url", url, "--email", "a@b.fr"]
        let environment = ["PASSCULTURE_PASSWORD": "x", "LANG": "C", "PATH": "/usr/bin:/bin"]
        return try program.map {
            try ChildProcess(
                "/bin/sh", ["-c", $0, "sh", passculture] + asked, environment: environment, output: output,
                error: output)
        } ?? ChildProcess(passculture, asked, environment: environment, output: output, error: output)
    }

    private func end(_ child: ChildProcess) async throws -> (code: Int32, told: String) {
        let code = try await Thread.run { try child.waitForEnd() }
        return (code, String(decoding: try scratch.bytes("told"), as: UTF8.self))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `a validation that was sent is unknown, and says so`(number: Int32) async throws {
        for form in [[], ["--json"]] {
            let asker = Asker()
            let server = try SocketServer { connection in
                _ = connection.readRequest()
                asker.signal(number)
                connection.waitUntilClosed()
            }
            let child = asker(try start(["countermark", "validate"] + form, at: server.url))
            let ending = try await end(child)
            #expect(ending.code == 4)
            if form.isEmpty {
                #expect(ending.told.contains("Do not validate a second time"), "\(ending.told)")
            } else {
                #expect(try JSONValue(parsing: ending.told)["outcome"] == "unknown", "\(ending.told)")
            }
            #expect(server.requests.map(\.method) == ["PATCH"])
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `before anything was sent a signal ends it as the shell expects`(number: Int32) async throws {
        // A handshake that nobody answers: no request has left.
        let asker = Asker()
        let server = try SocketServer { connection in
            asker.signal(number)
            connection.waitUntilClosed()
        }
        let child = asker(try start(["countermark", "validate"], at: "https://127.0.0.1:\(server.port)"))
        let ending = try await end(child)
        #expect(ending.code == 128 + number)
        #expect(!ending.told.contains("second time"), "\(ending.told)")
    }

    @Test func `an answer that comes is told, and a signal that was to be ignored is`() async throws {
        let asker = Asker()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            asker.signal(SIGHUP)
            connection.write("HTTP/1.1 204 No Content\r\n\r\n")
        }
        let child = asker(
            try start(["countermark", "validate"], at: server.url, program: #"trap '' HUP; exec "$@""#))
        let ending = try await end(child)
        #expect(ending.code == 0 && ending.told.contains("validated"), "\(ending)")
    }

    @Test func `whoever insists is not kept by an output that nobody reads`() async throws {
        let asker = Asker()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            asker.signal(SIGINT, SIGTERM)
            connection.waitUntilClosed()
        }
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let filling = [UInt8](repeating: 0, count: 4_096)
        while write(ends[1], filling, filling.count) > 0 {}
        let child = asker(
            try ChildProcess(
                try Program.folder + "/passculture",
                ["countermark", "validate", "LYSYU9", "--url", server.url, "--email", "a@b.fr"],
                environment: ["PASSCULTURE_PASSWORD": "x"], output: ends[1]))
        #expect(try await Thread.run { try child.waitForEnd() } == 4)
        for end in ends { close(end) }
    }

    @Test func `a check is ended by a signal as any command is`() async throws {
        let asker = Asker()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            asker.signal(SIGINT)
            connection.waitUntilClosed()
        }
        let child = asker(try start(["countermark", "verify"], at: server.url))
        #expect(try await end(child).code == 128 + SIGINT)
    }
}
