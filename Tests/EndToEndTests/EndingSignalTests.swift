// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import JSON
import TestSupport
import Testing

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
            let arrived = Signal()
            let server = try SocketServer { connection in
                _ = connection.readRequest()
                arrived.fire()
                connection.waitUntilClosed()
            }
            let child = try start(["countermark", "validate"] + form, at: server.url)
            await arrived.wait()
            child.signal(number)
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
        let arrived = Signal()
        let server = try SocketServer { connection in
            arrived.fire()
            connection.waitUntilClosed()
        }
        let child = try start(
            ["countermark", "validate"], at: "https://127.0.0.1:\(server.port)")
        await arrived.wait()
        child.signal(number)
        let ending = try await end(child)
        #expect(ending.code == 128 + number)
        #expect(!ending.told.contains("second time"), "\(ending.told)")
    }

    @Test func `an answer that comes is told, and a signal that was to be ignored is`() async throws {
        let (arrived, hungUp) = (Signal(), Signal())
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            arrived.fire()
            hungUp.block(until: 1)
            connection.write("HTTP/1.1 204 No Content\r\n\r\n")
        }
        let child = try start(
            ["countermark", "validate"], at: server.url, program: #"trap '' HUP; exec "$@""#)
        await arrived.wait()
        child.signal(SIGHUP)
        hungUp.fire()
        let ending = try await end(child)
        #expect(ending.code == 0 && ending.told.contains("validated"), "\(ending)")
    }

    @Test func `whoever insists is not kept by an output that nobody reads`() async throws {
        let arrived = Signal()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            arrived.fire()
            connection.waitUntilClosed()
        }
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let filling = [UInt8](repeating: 0, count: 4_096)
        while write(ends[1], filling, filling.count) > 0 {}
        let child = try ChildProcess(
            try Program.folder + "/passculture",
            ["countermark", "validate", "LYSYU9", "--url", server.url, "--email", "a@b.fr"],
            environment: ["PASSCULTURE_PASSWORD": "x"], output: ends[1])
        await arrived.wait()
        child.signal(SIGINT)
        child.signal(SIGTERM)
        #expect(try await Thread.run { try child.waitForEnd() } == 4)
        for end in ends { close(end) }
    }

    @Test func `a check is ended by a signal as any command is`() async throws {
        let arrived = Signal()
        let server = try SocketServer { connection in
            _ = connection.readRequest()
            arrived.fire()
            connection.waitUntilClosed()
        }
        let child = try start(["countermark", "verify"], at: server.url)
        await arrived.wait()
        child.signal(SIGINT)
        #expect(try await end(child).code == 128 + SIGINT)
    }
}
