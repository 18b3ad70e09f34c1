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
    /// The folder that holds it; `nil` for the package's own.
    private let folder: String?

    /// A program, by the name that the package gives the product.
    package init(_ name: String) {
        self.name = name
        folder = nil
    }

    /// A program anywhere, such as one that the test has compiled.
    package init(at path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        name = String(parts.last ?? "")
        folder = parts.dropLast().joined(separator: "/")
    }

    /// A program of the system, looked for on `PATH`; `nil` when there is none of that name.
    package static func found(_ name: String) -> Program? {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        let candidates = path.split(separator: ":").map { "\($0)/\(name)" }
        return candidates.first { (candidate: String) in access(candidate, X_OK) == 0 }.map { Program(at: $0) }
    }

    /// Where the package's programs and libraries are.
    package static var folder: String { get throws { try buildFolder() } }

    /// Runs the program to its end, on a thread of its own, so that the test's own tasks go on.
    package func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") async throws
        -> Ending
    {
        let path = try (folder ?? Program.buildFolder()) + "/" + name
        return try await Thread.run { try runToEnd(path, arguments, environment: environment, input: input) }
    }

    /// Starts the program, to go on until it is told to stop.
    package func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(
            try (folder ?? Program.buildFolder()) + "/" + name, arguments,
            environment: Program.surroundings(environment))
    }

    /// The environment of a program: little of the tests' own.
    fileprivate static func surroundings(_ environment: [String: String]) -> [String: String] {
        ["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin", "LANG": "C"].merging(environment) { _, new in new }
    }

    /// Where the package's programs are: beside the program that runs the tests.
    private static func buildFolder() throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count)
        guard length > 0 else { throw SystemCallError(call: "readlink") }
        let path = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}

/// Starts the program with files for its input and outputs, waits for it, and reads what it wrote.
private func runToEnd(
    _ path: String, _ arguments: [String], environment: [String: String], input: String
) throws -> Program.Ending {
    let files = try (0..<3).map { _ in try TemporaryFile() }
    try files[0].write(input)
    let code = try ChildProcess(
        path, arguments, environment: Program.surroundings(environment), input: files[0].descriptor,
        output: files[1].descriptor,
        error: files[2].descriptor
    ).waitForEnd()
    return Program.Ending(code: code, output: files[1].text(), error: files[2].text())
}

/// A file without a name, gone when closed.
private final class TemporaryFile {
    let descriptor: Int32

    init() throws {
        var template = Array("/tmp/passculture-test-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SystemCallError(call: "mkstemp") }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
    }

    deinit {
        close(descriptor)
    }

    func write(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw SystemCallError(call: "write")
        }
    }

    func text() -> String {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
