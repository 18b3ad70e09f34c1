// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// One connection to a ``SocketServer``, used by the thread of its handler.
package final class SocketConnection: Sendable {
    /// Which connection of the server this is, counted from 0.
    package let number: Int

    private let socket: Int32
    private let core: SocketServer.Core
    /// Bytes read beyond the last request.
    private let rest = Mutex<[UInt8]>([])

    init(_ socket: Int32, number: Int, _ core: SocketServer.Core) {
        self.socket = socket
        self.number = number
        self.core = core
    }

    /// Reads one request, its body included; nil when the client closes before.
    package func readRequest() -> ReceivedRequest? {
        rest.withLock { bytes in
            while true {
                if let (request, count) = ReceivedRequest.parse(bytes, connection: number) {
                    bytes.removeFirst(count)
                    core.note(request)
                    return request
                }
                guard let more = readSome() else { return nil }
                bytes += more
            }
        }
    }

    /// Waits until the client closes, whatever it may still send.
    package func waitUntilClosed() {
        while readSome() != nil {}
    }

    /// Sends a text as it is; false when the client is gone.
    @discardableResult
    package func write(_ text: String) -> Bool {
        var left = Array(text.utf8)[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            left = left.dropFirst(count)
        }
        return true
    }

    /// Waits until the client's system has acknowledged all that was written.
    package func waitUntilAcknowledged() {
        var left: Int32 = 1
        while ioctl(socket, UInt(TIOCOUTQ), &left) == 0, left > 0 { sched_yield() }
    }

    /// Closes the connection; what was written still arrives.
    package func close() {
        core.close(socket)
    }

    /// Closes the connection with a reset.
    package func reset() {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        core.close(socket, withReset: true)
    }

    private func readSome() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }
}
