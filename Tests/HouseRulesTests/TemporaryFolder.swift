// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HouseRules
import TestSupport

/// A folder of its own for a test that starts a program.
struct TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/house-rules-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw SystemCallError(call: "mkdtemp") }
        path = String(cString: made)
    }

    func write(_ text: String, to name: String) throws {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemCallError(call: "open \(name)") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw SystemCallError(call: "write")
        }
    }

    func read(_ name: String) throws -> String {
        String(decoding: try SourceTree.bytes(of: "\(path)/\(name)"), as: UTF8.self)
    }

    /// Runs a program, both of its outputs into the file `output` of the folder, and gives its exit code.
    func run(_ arguments: [String]) async throws -> Int32 {
        let output = open("\(path)/output", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw SystemCallError(call: "open output") }
        defer { close(output) }
        let process = try ChildProcess(arguments[0], Array(arguments.dropFirst()), output: output, error: output)
        let code = try await Thread.run { try process.waitForEnd() }
        guard code < 128 else { throw SystemCallError(call: "\(arguments[0]) ended by signal", number: code - 128) }
        return code
    }

    func remove() {
        for name in ["Sample.swift", "output"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
