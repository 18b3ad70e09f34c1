// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport

/// A pipe that does not wait for its writer, which is another program and writes only once that has started: nothing is there at first.
struct SlowInput: Sendable {
    /// What is read.
    let descriptor: Int32
    private let writer: ChildProcess

    /// Starts the writer of a text.
    init(_ text: String) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemCallError(call: "pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        defer { close(ends[1]) }
        descriptor = ends[0]
        writer = try ChildProcess("printf", ["%s", text], output: ends[1])
    }

    /// Closes it, and waits for the end of the writer.
    func end() throws {
        close(descriptor)
        try writer.waitForEnd()
    }
}
