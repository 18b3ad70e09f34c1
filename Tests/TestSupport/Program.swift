// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A program of this package, run as a user runs it: another process, its arguments, its environment, its exit code.
package struct Program: Sendable {
    /// How a program ended and what it wrote.
    package struct Ending: Sendable {
        /// The exit code; 128 and the signal's number if a signal ended it.
        package let code: Int32
        /// The standard output.
        package let output: String
        /// The standard error.
        package let error: String
    }

    private let name: String

    /// A program, by the name that the package gives the product.
    package init(_ name: String) {
        self.name = name
    }

    /// Runs the program to its end, on a thread of its own, so that the test's own tasks go on.
    package func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") async throws
        -> Ending
    {
        let path = try Program.buildFolder() + "/" + name
        return try await withCheckedThrowingContinuation { continuation in
            onThread {
                continuation.resume(
                    with: Result { try spawnAndWait(path, arguments, environment: environment, input: input) })
            }
        }
    }

    /// Where the package's programs are: beside the program that runs the tests.
    private static func buildFolder() throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count)
        guard length > 0 else { throw SpawnError(call: "readlink", number: errno) }
        let path = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}

/// A system call on the way to another process failed.
package struct SpawnError: Error {
    /// Which.
    package let call: String
    /// The system's error number.
    package let number: Int32
}

/// Runs the closure on a new thread.
private func onThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(body)).toOpaque()
    pthread_create(
        &thread, nil,
        { context in
            if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        }, context)
    pthread_detach(thread)
}

/// Starts the program with files for its input and outputs, waits for it, and reads what it wrote.
private func spawnAndWait(
    _ path: String, _ arguments: [String], environment: [String: String], input: String
) throws -> Program.Ending {
    let files = try (0..<3).map { _ in try TemporaryFile() }
    try files[0].write(input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, file) in files.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(target))
    }
    // Nothing else is inherited: a socket kept open by another process would keep its connection from ending.
    for descriptor in Int32(3)..<4_096 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var variables = ["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin", "LANG": "C"]
    variables.merge(environment) { _, new in new }
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var variablePointers = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentPointers + variablePointers).forEach { free($0) } }
    var process = pid_t()
    let failure = posix_spawn(&process, path, &actions, nil, &argumentPointers, &variablePointers)
    guard failure == 0 else { throw SpawnError(call: "posix_spawn \(path)", number: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
        guard errno == EINTR else { throw SpawnError(call: "waitpid", number: errno) }
    }
    let signal = status & 0x7f
    return Program.Ending(
        code: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: files[1].text(), error: files[2].text())
}

/// A file without a name, gone when closed.
private final class TemporaryFile {
    let descriptor: Int32

    init() throws {
        var template = Array("/tmp/passculture-test-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SpawnError(call: "mkstemp", number: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
    }

    deinit {
        close(descriptor)
    }

    func write(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw SpawnError(call: "write", number: errno)
        }
    }

    func text() -> String {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
