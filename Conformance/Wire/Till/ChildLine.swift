// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Glibc
import Synchronization

/// A program and the line to its standard input and output, one line of text each way at a time. Its standard error stays ours.
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
        /// The program closed its output.
        case ended
        /// Nothing came in time.
        case late
        /// A line beyond the limit.
        case tooLong
    }

    /// How long a line may be, in bytes.
    static let limit = 1 << 20

    private let id: pid_t
    private let socket: Int32
    /// What was read beyond the last line.
    private let rest = Mutex<[UInt8]>([])

    /// Starts a program, in a group of processes of its own, with nothing of ours open but the standard error.
    init(_ words: [String], adding environment: [String: String?]) throws(StartFailure) {
        guard let program = words.first else { throw StartFailure(reason: "no command") }
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw StartFailure(reason: String(cString: strerror(errno)))
        }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        for descriptor in Int32(3)..<4_096 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        var arguments = words.map { strdup($0) } + [nil]
        var variables = Self.environment(adding: environment).map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var id = pid_t()
        let number = posix_spawnp(&id, program, &actions, &attributes, &arguments, &variables)
        guard number == 0 else {
            close(ends[0])
            throw StartFailure(reason: String(cString: strerror(number)))
        }
        self.id = id
        socket = ends[0]
    }

    /// Writes a line and waits for the next one, on the caller's thread.
    func ask(_ text: [UInt8], within patience: Span) -> Reply {
        let end = SystemClock.monotonic() + patience
        var bytes = (text + [0x0A])[...]
        while !bytes.isEmpty {
            guard wait(for: POLLOUT, until: end) else { return .late }
            let count = bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .ended }
            bytes = bytes.dropFirst(count)
        }
        return rest.withLock { rest in
            var from = 0
            while true {
                if let newline = rest[from...].firstIndex(of: 0x0A) {
                    defer { rest.removeFirst(newline + 1) }
                    return .line(Array(rest[..<newline]))
                }
                guard rest.count <= Self.limit else { return .tooLong }
                from = rest.count
                guard wait(for: POLLIN, until: end) else { return .late }
                var buffer = [UInt8](repeating: 0, count: 16_384)
                let count = recv(socket, &buffer, buffer.count, 0)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return .ended }
                rest += buffer[..<count]
            }
        }
    }

    /// Ends the program and waits for its end, on the caller's thread: its input ends; then it is asked to end, then made to.
    func end(within grace: Span) {
        shutdown(socket, Int32(SHUT_WR))
        defer { close(socket) }
        for signal in [nil, SIGTERM, SIGKILL] {
            if let signal { kill(-id, signal) }
            // The last one is obeyed by all.
            let end = SystemClock.monotonic() + grace
            while signal == SIGKILL || SystemClock.monotonic() < end {
                let found = waitpid(id, nil, WNOHANG)
                // What it started itself goes with it.
                if found == id || found < 0 && errno != EINTR { return _ = kill(-id, SIGKILL) }
                poll(nil, 0, 10)
            }
        }
    }

    private func wait(for events: Int32, until end: Span) -> Bool {
        while true {
            let left = end - SystemClock.monotonic()
            guard left > .zero else { return false }
            let milliseconds = min(60_000, left.microseconds / 1_000 + 1)
            var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
            if poll(&descriptor, 1, Int32(milliseconds)) > 0 { return true }
        }
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
