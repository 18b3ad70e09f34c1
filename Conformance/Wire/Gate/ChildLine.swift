// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import Synchronization

/// A program and the pipes to its standard input and output, one line of text each way at a time. Its standard error stays ours.
///
/// Everything that waits does so on the caller's thread.
final class ChildLine: Sendable {
    /// Why a program does not start.
    struct StartFailure: Error {
        /// What the system says.
        let reason: String
    }

    /// What came of a question.
    enum Reply: Sendable {
        /// The line, without its end.
        case line([UInt8])
        /// The program ended.
        case ended
        /// It closed its output, and goes on.
        case closed
        /// Nothing came in time.
        case late
        /// A line beyond the limit.
        case tooLong
        /// More than one line.
        case more
    }

    /// How long a line may be, in bytes.
    static let limit = 1 << 20

    private let id: pid_t
    private let input: Int32
    private let output: Int32
    /// Whether the program's number may be somebody else's by now.
    private let isReaped = Mutex(false)

    /// Starts a program, in a group of processes of its own, with nothing of ours open but the standard error, and signals as a shell
    /// leaves them.
    init(_ words: [String], adding environment: [String: String?]) throws(StartFailure) {
        guard let program = words.first else { throw StartFailure(reason: "no command") }
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        guard pipe(&toChild) == 0 else { throw Self.failure(errno) }
        guard pipe(&fromChild) == 0 else {
            let number = errno
            for end in toChild { close(end) }
            throw Self.failure(number)
        }
        for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer {
            close(toChild[0])
            close(fromChild[1])
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        for descriptor in Int32(3)..<4_096 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        var arguments = words.map { strdup($0) } + [nil]
        var variables = Self.environment(adding: environment).map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var id = pid_t()
        let number = posix_spawnp(&id, program, &actions, &attributes, &arguments, &variables)
        guard number == 0 else {
            close(toChild[1])
            close(fromChild[0])
            throw Self.failure(number)
        }
        self.id = id
        input = toChild[1]
        output = fromChild[0]
        // A program that does not read keeps nobody waiting beyond patience.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
    }

    /// Writes a line and waits for the next one that has anything on it.
    func ask(_ text: [UInt8], within patience: Span) -> Reply {
        let end = SystemClock.monotonic() + patience
        var bytes = (text + [0x0A])[...]
        while !bytes.isEmpty {
            guard wait(for: input, POLLOUT, until: end) else { return hasEnded ? .ended : .late }
            let count = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return .ended }
            bytes = bytes.dropFirst(count)
        }
        var read: [UInt8] = []
        while true {
            while let newline = read.firstIndex(of: 0x0A) {
                let line = Array(read[..<newline])
                read.removeFirst(newline + 1)
                if Self.isBlank(line) { continue }
                return Self.isBlank(read) ? .line(line) : .more
            }
            guard read.count <= Self.limit else { return .tooLong }
            guard wait(for: output, POLLIN, until: end) else { return hasEnded ? .ended : .late }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = Glibc.read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return endsSoon ? .ended : .closed }
            read += buffer[..<count]
        }
    }

    /// Breaks off: the program and all that it started are ended at once, and who waits for it is answered.
    func breakOff() {
        isReaped.withLock { isReaped in
            if !isReaped { kill(-id, SIGKILL) }
        }
    }

    /// Ends the program and waits for its end: its input ends; then it is asked to end, then made to, with all that it started. Once.
    ///
    /// - Returns: how it ended, for people, in English.
    func end(within grace: Span) -> Sentence {
        close(input)
        defer { close(output) }
        for signal in [nil, SIGTERM, SIGKILL] {
            if let signal { kill(-id, signal) }
            let end = SystemClock.monotonic() + (signal == SIGKILL ? .seconds(5) : grace)
            repeat {
                if hasEnded { return reaped() }
                poll(nil, 0, 10)
            } while SystemClock.monotonic() < end
        }
        return Sentence("ne s'arrête pas", "does not end")
    }

    /// Whether the program has ended, its number being nobody else's yet.
    private var hasEnded: Bool {
        var info = siginfo_t()
        guard waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return errno != EINTR }
        return info.si_signo == SIGCHLD
    }

    /// Whether the program has ended, or does so within a moment of closing its output.
    private var endsSoon: Bool {
        let end = SystemClock.monotonic() + .milliseconds(500)
        while SystemClock.monotonic() < end {
            if hasEnded { return true }
            poll(nil, 0, 10)
        }
        return hasEnded
    }

    /// How the program ended; what it started itself goes with it.
    private func reaped() -> Sentence {
        var status: Int32 = 0
        let isKnown = isReaped.withLock { isReaped in
            kill(-id, SIGKILL)
            isReaped = true
            while waitpid(id, &status, 0) < 0 {
                guard errno == EINTR else { return false }
            }
            return true
        }
        guard isKnown else { return Sentence("arrêté", "ended") }
        let signal = status & 0x7F
        let code = (status >> 8) & 0xFF
        return signal == 0
            ? Sentence("code de sortie \(code)", "exit code \(code)") : Sentence("signal \(signal)", "signal \(signal)")
    }

    /// Waits until a pipe is ready; not beyond the end of the program, though something that it started holds the pipe.
    private func wait(for descriptor: Int32, _ events: Int32, until end: Span) -> Bool {
        while true {
            let left = end - SystemClock.monotonic()
            guard left > .zero else { return false }
            let isOver = hasEnded
            var descriptor = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let milliseconds = isOver ? 0 : min(100, left.microseconds / 1_000 + 1)
            if poll(&descriptor, 1, Int32(milliseconds)) > 0 { return true }
            if isOver { return false }
        }
    }

    /// Whether there is nothing on a line, or on lines.
    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    }

    private static func failure(_ number: Int32) -> StartFailure {
        StartFailure(reason: String(cString: strerror(number)))
    }

    /// The environment of this process with some variables set, and some taken out.
    private static func environment(adding: [String: String?]) -> [String] {
        var all: [String] = []
        var place = environ
        while let text = place.pointee {
            let line = String(cString: text)
            if !adding.keys.contains(where: { line.hasPrefix($0 + "=") }) { all.append(line) }
            place += 1
        }
        return all + adding.compactMap { name, value in value.map { "\(name)=\($0)" } }
    }
}
