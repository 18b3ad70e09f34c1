// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Another process, which inherits nothing from the tests but the three standard descriptors given to it: a socket
/// kept open by another process would keep its connection from ending.
package struct ChildProcess: Sendable {
    private let id: pid_t
    private let program: String

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its path, or a name to be looked up in `PATH`.
    ///   - environment: all of its environment; that of the tests when nil.
    ///   - input: what it reads; nothing when nil.
    ///   - output: where its standard output goes; nowhere when nil.
    ///   - error: where its standard error goes; nowhere when nil.
    /// - Throws: ``SystemCallError`` when it cannot be started.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil, input: Int32? = nil,
        output: Int32? = nil, error: Int32? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in [input, output, error].enumerated() {
            if let descriptor {
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
            } else {
                posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", O_RDWR, 0)
            }
        }
        // Signals reach it as they do what a shell starts, whatever the thread here has blocked.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        for descriptor in Int32(3)..<4_096 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = (environment ?? [:]).map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var id = pid_t()
        let number =
            environment == nil
            ? posix_spawnp(&id, program, &actions, &attributes, &words, environ)
            : posix_spawnp(&id, program, &actions, &attributes, &words, &variables)
        guard number == 0 else { throw SystemCallError(call: "posix_spawn \(program)", number: number) }
        self.id = id
        self.program = program
    }

    /// Waits for its end, once and on the caller's thread.
    ///
    /// - Returns: the exit code; 128 and the signal's number if a signal ended it.
    @discardableResult
    package func waitForEnd() throws -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemCallError(call: "waitpid \(program)") }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Asks it to end (SIGTERM). It still has to be waited for.
    package func terminate() {
        Glibc.kill(id, SIGTERM)
    }

    /// Sends it a signal. It still has to be waited for, if that ends it.
    package func signal(_ number: Int32) {
        Glibc.kill(id, number)
    }

    /// Ends it at once. It still has to be waited for.
    package func kill() {
        Glibc.kill(id, SIGKILL)
    }
}
