// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A server of a few bytes for tests: one thread a connection, on a free port of this machine, and every byte of what
/// it sends in the test's own hands, so that it can answer badly in every way.
///
/// It counts the connections it accepted and keeps the requests it read. It ends with ``stop()``, or when let go.
package final class SocketServer: Sendable {
    fileprivate struct State {
        var acceptedCount = 0
        var requests: [ReceivedRequest] = []
        var openSockets: Set<Int32> = []
        var isStopped = false
    }

    /// What the threads share; the server itself is held by the test alone.
    final class Core: Sendable {
        fileprivate let state = Mutex(State())
        /// Fired when a connection's thread is done.
        fileprivate let threadEnded = Signal()
        fileprivate let listener: Int32
        fileprivate let handler: @Sendable (SocketConnection) -> Void

        fileprivate init(_ listener: Int32, _ handler: @escaping @Sendable (SocketConnection) -> Void) {
            self.listener = listener
            self.handler = handler
        }

        func note(_ request: ReceivedRequest) {
            state.withLock { $0.requests.append(request) }
        }

        /// Closes a connection's socket, once; its end goes out even if a process just started has a copy of it.
        func close(_ socket: Int32, withReset: Bool = false) {
            state.withLock { state in
                guard state.openSockets.remove(socket) != nil else { return }
                if !withReset { shutdown(socket, Int32(SHUT_RDWR)) }
                _ = Glibc.close(socket)
            }
        }
    }

    /// Where it listens, on 127.0.0.1.
    package let port: UInt16
    private let core: Core
    private let acceptor: pthread_t

    /// Starts a server that gives each connection to a handler, on a thread of its own; the connection is closed when
    /// the handler returns.
    package init(_ handler: @escaping @Sendable (SocketConnection) -> Void) throws {
        let (listener, port) = try Loopback.listening(backlog: 128)
        self.port = port
        core = Core(listener, handler)
        acceptor = try Thread.start { [core] in Self.acceptAll(core) }
    }

    /// Starts a server that reads one request after another from each connection and answers each with what the closure
    /// makes of it, byte for byte; an empty answer closes the connection.
    package static func answering(_ answer: @escaping @Sendable (ReceivedRequest) -> String) throws -> SocketServer {
        try SocketServer { connection in
            while let request = connection.readRequest() {
                let bytes = answer(request)
                guard !bytes.isEmpty, connection.write(bytes) else { return }
            }
        }
    }

    deinit {
        stop()
        Glibc.close(core.listener)
    }

    /// Where the server is reached.
    package var url: String {
        "http://127.0.0.1:\(port)"
    }

    /// How many connections it took so far.
    package var acceptedCount: Int {
        core.state.withLock(\.acceptedCount)
    }

    /// The requests that came in whole so far.
    package var requests: [ReceivedRequest] {
        core.state.withLock(\.requests)
    }

    /// Stops listening, breaks off all connections and waits until every thread is done; what was read is read.
    ///
    /// Who connects afterwards is refused: the port stays the server's until it is let go.
    package func stop() {
        let isFirst = core.state.withLock { state in
            guard !state.isStopped else { return false }
            state.isStopped = true
            for socket in state.openSockets { shutdown(socket, Int32(SHUT_RDWR)) }
            return true
        }
        guard isFirst else { return }
        shutdown(core.listener, Int32(SHUT_RDWR))
        pthread_join(acceptor, nil)
        core.threadEnded.block(until: acceptedCount)
    }

    // MARK: Threads

    private static func acceptAll(_ core: Core) {
        var number = 0
        while true {
            let socket = accept(core.listener, nil, nil)
            guard socket >= 0 else {
                if errno == EINTR || errno == ECONNABORTED { continue }
                return
            }
            _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
            var yes: Int32 = 1
            setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
            let isWelcome = core.state.withLock { state in
                guard !state.isStopped else { return false }
                state.acceptedCount += 1
                state.openSockets.insert(socket)
                return true
            }
            guard isWelcome else {
                close(socket)
                return
            }
            let connection = SocketConnection(socket, number: number, core)
            number += 1
            let thread = try? Thread.start {
                core.handler(connection)
                core.close(socket)
                core.threadEnded.fire()
            }
            if let thread { pthread_detach(thread) } else { core.threadEnded.fire() }
        }
    }
}
