// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A server on a free port of this machine that answers with the bytes of a script, one step a request.
///
/// It speaks just enough HTTP to find the end of a request; what it says itself is up to the script. Each connection has a
/// thread, and all take their steps from the one script.
final class RawServer: Sendable {
    /// What the server does with one request.
    enum Step: Sendable {
        /// Writes the bytes and keeps the connection.
        case answer(String)
        /// Writes the bytes (perhaps none) and closes the connection.
        case close(after: String)
        /// Writes nothing, and waits until the client goes away.
        case hold
    }

    private struct State {
        var script: ArraySlice<Step>
        var requests: [String] = []
        var open: Set<Int32> = []
        var connections = 0
    }

    let port: UInt16
    private let listener: Int32
    private let state: Mutex<State>

    init(_ script: [Step]) {
        (listener, port) = Self.listen()
        state = Mutex(State(script: script[...]))
        Self.startThread { [self] in acceptConnections() }
    }

    /// The requests received so far, complete ones only.
    var requests: [String] { state.withLock { $0.requests } }

    /// How many connections were made so far.
    var connections: Int { state.withLock { $0.connections } }

    /// Stops listening and ends every connection that is open.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { state in
            for connection in state.open { _ = shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    /// A port of this machine on which nobody listens.
    static func closedPort() -> UInt16 {
        let (socket, port) = listen()
        close(socket)
        return port
    }

    private static func listen() -> (socket: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        precondition(listener >= 0, "no socket")
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                precondition(bind(listener, pointer, length) == 0, "cannot bind")
                precondition(Glibc.listen(listener, 16) == 0, "cannot listen")
                precondition(getsockname(listener, pointer, &length) == 0, "no name")
            }
        }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    private func acceptConnections() {
        while case let connection = accept(listener, nil, nil), connection >= 0 {
            state.withLock { state in
                state.open.insert(connection)
                state.connections += 1
            }
            Self.startThread { [self] in serve(connection) }
        }
        close(listener)
    }

    private func serve(_ connection: Int32) {
        while let request = Self.readRequest(connection) {
            let step = state.withLock { state in
                state.requests.append(request)
                return state.script.popFirst() ?? .close(after: "")
            }
            guard Self.perform(step, on: connection) else { break }
        }
        state.withLock { state in
            state.open.remove(connection)
            _ = close(connection)
        }
    }

    /// Does the step; whether the connection stays open.
    private static func perform(_ step: Step, on connection: Int32) -> Bool {
        switch step {
        case .answer(let text):
            send(text, to: connection)
            return true
        case .close(let text):
            send(text, to: connection)
            return false
        case .hold:
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
            return false
        }
    }

    private static func send(_ text: String, to connection: Int32) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = Glibc.send(connection, Array(bytes[sent...]), bytes.count - sent, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return }
            sent += count
        }
    }

    /// The next whole request; `nil` when the client has gone.
    private static func readRequest(_ connection: Int32) -> String? {
        var text = ""
        var byte: UInt8 = 0
        while !text.hasSuffix("\r\n\r\n") {
            guard recv(connection, &byte, 1, 0) == 1 else { return nil }
            text.unicodeScalars.append(Unicode.Scalar(byte))
        }
        let length = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        let bodyBytes = length.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
        for _ in 0..<bodyBytes {
            guard recv(connection, &byte, 1, 0) == 1 else { return nil }
            text.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return text
    }

    private static func startThread(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        let result = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        precondition(result == 0, "no thread")
        pthread_detach(thread)
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
