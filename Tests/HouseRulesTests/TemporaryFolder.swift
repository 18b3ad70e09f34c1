// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import HouseRules

/// A folder of its own for a test that starts a program.
struct TemporaryFolder {
    /// Something that the system refused.
    struct Failure: Error {
        let what: String
        let number: Int32
    }

    let path: String

    init() throws {
        var template = Array("/tmp/house-rules-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure(what: "mkdtemp", number: errno) }
        path = String(cString: made)
    }

    func write(_ text: String, to name: String) throws {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(what: "open \(name)", number: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure(what: "write", number: errno)
        }
    }

    func read(_ name: String) throws -> String {
        String(decoding: try SourceTree.bytes(of: "\(path)/\(name)"), as: UTF8.self)
    }

    /// Runs a program, both of its outputs into the file `output` of the folder, and gives its exit code.
    func run(_ arguments: [String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "\(path)/output", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var argv = arguments.map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        var process = pid_t()
        let number = posix_spawnp(&process, arguments[0], &actions, nil, &argv, environ)
        guard number == 0 else { throw Failure(what: "start \(arguments[0])", number: number) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(what: "waitpid", number: errno) }
        }
        guard status & 0x7F == 0 else {
            throw Failure(what: "\(arguments[0]) ended by signal \(status & 0x7F)", number: 0)
        }
        return status >> 8 & 0xFF
    }

    func remove() {
        for name in ["Sample.swift", "output"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
