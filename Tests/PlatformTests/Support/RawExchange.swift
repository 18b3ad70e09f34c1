// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport

/// One HTTP exchange over a plain socket, so that a test can send what no client library would.
struct RawExchange: Sendable {
    /// The status of the answer; 0 if there was none.
    let status: Int
    /// The headers of the answer, names in lower case.
    let headers: [(name: String, value: String)]
    /// The body of the answer.
    let body: [UInt8]

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The first header of that name.
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// All headers of that name.
    func headers(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }

    /// Sends a request and reads the answer; a connection of its own, which it closes. What the control API answers must be as the
    /// OpenAPI document says.
    static func send(
        _ method: String, _ target: String, to base: String, headers: [(String, String)] = [], body: [UInt8]? = nil
    ) async -> RawExchange {
        let host = base.dropFirst("http://".count)
        var head = "\(method) \(target) HTTP/1.1\r\nConnection: close\r\n"
        if !headers.contains(where: { $0.0 == "Host" }) { head += "Host: \(host)\r\n" }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        let answer = await send(Array((head + "\r\n").utf8) + (body ?? []), to: base)
        // Faults may have struck any other answer; those of the contract's routes are looked at where no fault can.
        guard target.hasPrefix("/_control") || target == "/openapi.json" else { return answer }
        DocumentedAnswers.check(
            method, target, status: answer.status, contentType: answer.header("content-type"), body: answer.body)
        return answer
    }

    /// Sends a JSON body.
    static func send(
        _ method: String, _ target: String, to base: String, headers: [(String, String)] = [], json: String
    ) async -> RawExchange {
        await send(
            method, target, to: base, headers: headers + [("Content-Type", "application/json")], body: Array(json.utf8))
    }

    /// Sends bytes as they are, ends the sending side, and reads what comes.
    static func send(_ bytes: [UInt8], to base: String) async -> RawExchange {
        let port = UInt16(base.split(separator: ":").last ?? "") ?? 0
        return RawExchange(await Thread.run { exchange(bytes, port: port) })
    }

    private init(_ bytes: [UInt8]) {
        let end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }
        let head = String(decoding: bytes[..<(end ?? 0)], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
        headers = lines.dropFirst().map { line in
            let halves = line.split(separator: ":", maxSplits: 1)
            let value = halves.count > 1 ? halves[1].drop { $0 == " " } : ""
            return (halves[0].lowercased(), String(value))
        }
        body = end.map { Array(bytes[($0 + 4)...]) } ?? []
    }

    /// A connected socket.
    static func open(port: UInt16) -> Int32? {
        guard let socket = try? Loopback.socket() else { return nil }
        var timeout = timeval(tv_sec: 120, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, size)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, size)
        guard Loopback.connect(socket, to: port) else {
            close(socket)
            return nil
        }
        return socket
    }

    private static func exchange(_ bytes: [UInt8], port: UInt16) -> [UInt8] {
        guard let socket = open(port: port) else { return [] }
        defer { close(socket) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // The platform may answer and close before it has read everything: then there is an answer to read.
            guard count > 0 else { break }
            sent += count
        }
        shutdown(socket, Int32(SHUT_WR))
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return received
    }
}
