// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A program of this package, run to its end as a person would run it.
struct Program {
    /// What came of it.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    private let path: String

    /// Finds the program beside the tests: all products are built into one folder.
    init(_ name: String) {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let ours = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path =
            ours.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + name
    }

    /// Runs the program with nothing in its environment but what is given; returns when it has ended.
    func run(_ arguments: [String], environment: [String: String], input: String = "") -> Outcome {
        let (inRead, inWrite) = Self.pipe(), (outRead, outWrite) = Self.pipe(), (errorRead, errorWrite) = Self.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, inRead, 0)
        posix_spawn_file_actions_adddup2(&actions, outWrite, 1)
        posix_spawn_file_actions_adddup2(&actions, errorWrite, 2)
        // Nothing else is inherited: a socket kept open by a child would keep its connection from ending.
        for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        var process = pid_t()
        let result = posix_spawn(&process, path, &actions, nil, &words, &variables)
        precondition(result == 0, "cannot run \(path): was it built?")
        for text in words + variables { free(text) }
        posix_spawn_file_actions_destroy(&actions)
        for descriptor in [inRead, outWrite, errorWrite] { close(descriptor) }
        _ = write(inWrite, input, input.utf8.count)
        close(inWrite)
        let output = Self.readAll(outRead), errors = Self.readAll(errorRead)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return Outcome(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: output, errors: errors)
    }

    private static func pipe() -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        precondition(Glibc.pipe(&ends) == 0, "no pipe")
        return (ends[0], ends[1])
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer.prefix(count) }
        close(descriptor)
        return String(decoding: bytes, as: UTF8.self)
    }
}
