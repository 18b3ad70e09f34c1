// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A server of a few bytes for tests: one thread a connection, on a free port of this machine, and every byte of what
/// it sends in the test's own hands, so that it can answer badly in every way.
///
/// It counts the connections it accepted and keeps the requests it read. It ends with ``stop()``, or when let go.
final class SocketServer: Sendable {
    struct Failure: Error {
        var call: String
        var code = errno
    }

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

    let port: Int
    private let core: Core
    private let acceptor: pthread_t

    /// Starts a server that gives each connection to a handler, on a thread of its own; the connection is closed when
    /// the handler returns.
    init(_ handler: @escaping @Sendable (SocketConnection) -> Void) throws {
        let (listener, port) = try Self.listen(backlog: 128)
        self.port = port
        core = Core(listener, handler)
        acceptor = try Thread.start { [core] in Self.acceptAll(core) }
    }

    /// Starts a server that reads one request after another from each connection and answers each with what the closure
    /// makes of it, byte for byte; an empty answer closes the connection.
    static func answering(_ answer: @escaping @Sendable (ReceivedRequest) -> String) throws -> SocketServer {
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
    var url: String {
        "http://127.0.0.1:\(port)"
    }

    var acceptedCount: Int {
        core.state.withLock(\.acceptedCount)
    }

    var requests: [ReceivedRequest] {
        core.state.withLock(\.requests)
    }

    /// Breaks off all connections and waits until every thread is done; what was read is read.
    func stop() {
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

    /// A listening socket on a free port of this machine.
    static func listen(backlog: Int32) throws -> (socket: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Failure(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Glibc.listen(listener, backlog) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw Failure(call: "listen") }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}
