// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A program of this package that goes on until it is told to stop: what it writes is read line by line.
package final class RunningProgram: Sendable {
    private let process: ChildProcess
    private let output: Int32
    private let hasEnded = Mutex(false)

    init(_ path: String, _ arguments: [String], environment: [String: String]) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemCallError(call: "pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        output = ends[0]
        process = try ChildProcess(path, arguments, environment: environment, output: ends[1])
    }

    deinit {
        if !hasEnded.withLock({ $0 }) {
            process.kill()
            _ = try? process.waitForEnd()
        }
        close(output)
    }

    /// The next line that it writes, without its end; what there is, if it ends first.
    package func line() async throws -> String {
        let output = output
        return try await Thread.run { () throws(SystemCallError) in
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Asks it to stop, as a service manager does, and waits for its end.
    ///
    /// - Returns: the exit code; 128 and the signal's number if the signal ended it.
    package func stop() async throws -> Int32 {
        process.terminate()
        let code = try await Thread.run { [process] in try process.waitForEnd() }
        hasEnded.withLock { $0 = true }
        return code
    }
}
