// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A server of a few lines on a free port of this machine: just enough to be, or not to be, a pass Culture.
final class TinyServer: Sendable {
    /// How it answers.
    enum Manner: Sendable {
        /// As a pass Culture without control API answers the first questions.
        case passCulture
        /// As a pass Culture answers the first questions, and yes to everything else.
        case agreeable
        /// As a pass Culture that does not know the Origin.
        case originRefused
        /// With a page that says "not found", whatever is asked.
        case notFound
        /// Not at all.
        case silent
        /// As a script says; as a pass Culture without control API where it says nothing.
        case scripted(@Sendable (_ method: String, _ path: String, _ body: [UInt8]) -> Reply?)
    }

    /// What a script answers: JSON unless it says otherwise.
    struct Reply: Sendable {
        let status: Int
        var type = "application/json"
        let body: String
    }

    struct Failure: Error {}

    /// Its address.
    let base: String
    private let listener: Int32
    private let open = Mutex<Set<Int32>>([])
    private let count = Mutex(0)
    private let isStopped = Mutex(false)

    /// How many connections it took.
    var connections: Int { count.withLock { $0 } }

    init(_ manner: Manner) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
                bind(descriptor, general, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, general, &size) == 0
            }
        }
        guard listener >= 0, bound else { throw Failure() }
        base = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
        let thread = TinyThread { [self] in accept(manner) }
        thread.start()
    }

    /// Closes the port and every connection.
    ///
    /// Only shut down here: whoever waits on a socket closes it, so that its number is not given to another meanwhile.
    func stop() {
        guard
            isStopped.withLock({ was in
                defer { was = true }
                return !was
            })
        else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        open.withLock { sockets in sockets.forEach { _ = shutdown($0, Int32(SHUT_RDWR)) } }
    }

    private func accept(_ manner: Manner) {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else {
                close(listener)
                return
            }
            count.withLock { $0 += 1 }
            open.withLock { _ = $0.insert(client) }
            TinyThread { [self] in
                TinyServer.serve(client, manner)
                open.withLock { sockets in
                    sockets.remove(client)
                    close(client)
                }
            }.start()
        }
    }

    private static func serve(_ client: Int32, _ manner: Manner) {
        var pending: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 8_192)
        while true {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            pending += buffer[..<count]
            while let end = pending.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: pending[..<end.lowerBound], as: UTF8.self)
                let length =
                    head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
                while pending.count < end.upperBound + length {
                    let more = recv(client, &buffer, buffer.count, 0)
                    guard more > 0 else { break }
                    pending += buffer[..<more]
                }
                let body = Array(pending[end.upperBound...].prefix(length))
                pending.removeSubrange(..<(end.upperBound + body.count))
                guard let answer = answer(to: head, body, manner) else { continue }
                _ = answer.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            }
        }
    }

    private static func answer(to head: String, _ body: [UInt8], _ manner: Manner) -> [UInt8]? {
        let words = head.split(separator: " ")
        let path = words.dropFirst().first ?? ""
        switch manner {
        case .silent: return nil
        case .notFound: return text("404 Not Found", "text/html", "<h1>It works elsewhere</h1>")
        case .originRefused:
            if path.hasPrefix("/bookings/token") { break }
            return text("400 Bad Request", "application/json", "{\"global\":[\"Header non autoris\\u00e9\"]}\n")
        case .scripted(let script):
            if let reply = script(String(words.first ?? ""), String(path), body) {
                return text("\(reply.status) Scripted", reply.type, reply.body)
            }
        case .passCulture, .agreeable: break
        }
        if path.hasPrefix("/bookings/token") {
            return text("400 Bad Request", "application/json", "{\"email\":[\"Vous devez préciser l'email\"]}\n")
        }
        if path.hasPrefix("/users/current") {
            return text("401 Unauthorized", "application/json", "{\"global\":[\"Authentification nécessaire\"]}\n")
        }
        if case .agreeable = manner { return Array("HTTP/1.1 204 No Content\r\n\r\n".utf8) }
        return text("404 Not Found", "text/html", "<h1>Not Found</h1>")
    }

    private static func text(_ status: String, _ type: String, _ body: String) -> [UInt8] {
        Array(
            "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
    }
}
