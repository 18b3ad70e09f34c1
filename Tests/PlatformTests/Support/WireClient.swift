// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport

/// A client on a plain socket that tells an end from a reset, and keeps its connection between requests.
struct WireClient: Sendable {
    /// How a connection ended.
    enum Ending: Sendable, Hashable {
        /// The platform closed it.
        case closed
        /// The platform reset it.
        case reset
        /// It is open still.
        case open
    }

    /// What came, and how it ended.
    struct Received: Sendable {
        /// The bytes as text.
        var text: String
        /// How it ended.
        var ending: Ending
    }

    private let socket: Int32
    private let host: String

    /// Connects to a platform.
    init(to base: String) throws {
        let port = UInt16(base.split(separator: ":").last ?? "") ?? 0
        guard let socket = RawExchange.open(port: port) else { throw SystemCallError(call: "connect") }
        self.socket = socket
        host = String(base.dropFirst("http://".count))
    }

    /// Sends a request with a head only; the connection stays.
    func send(_ method: String, _ target: String, _ headers: [(String, String)] = []) {
        let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        send("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n\(lines)\r\n")
    }

    /// Sends bytes.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads until the text holds that, or the connection ends.
    func read(until end: String? = nil) async -> Received {
        let socket = socket
        return await Thread.run {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(socket, &buffer, buffer.count, 0)
                let text = { String(decoding: bytes, as: UTF8.self) }
                if count == 0 { return Received(text: text(), ending: .closed) }
                if count < 0 {
                    return Received(text: text(), ending: errno == ECONNRESET ? .reset : .open)
                }
                bytes += buffer[..<count]
                if let end, text().hasSuffix(end) { return Received(text: text(), ending: .open) }
            }
        }
    }

    /// Closes the connection.
    func end() {
        close(socket)
    }
}
