// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient

/// A request as a ``SocketServer`` read it.
struct ReceivedRequest: Sendable {
    var method: String
    var target: String
    var headers: [HTTPHeader]
    var body: [UInt8]
    /// The number of the connection it came by.
    var connection: Int

    func header(_ name: String) -> String? {
        headers.first { $0.isNamed(name) }?.value
    }

    /// The first request in some bytes and how many of them it takes; nil when it is not there in whole.
    static func parse(_ bytes: [UInt8], connection: Int) -> (ReceivedRequest, count: Int)? {
        let blank = Array("\r\n\r\n".utf8)
        guard let headEnd = bytes.indices.first(where: { bytes[$0...].starts(with: blank) }) else { return nil }
        let lines = String(decoding: bytes[..<headEnd], as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        let first = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let headers = lines.dropFirst().map { line in
            let name = line.prefix { $0 != ":" }
            return HTTPHeader(String(name), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
        }
        var request = ReceivedRequest(
            method: first[0], target: first.count > 1 ? first[1] : "", headers: headers, body: [],
            connection: connection)
        let bodyStart = headEnd + blank.count
        let length = request.header("Content-Length").flatMap(Int.init) ?? 0
        guard bytes.count - bodyStart >= length else { return nil }
        request.body = Array(bytes[bodyStart..<bodyStart + length])
        return (request, bodyStart + length)
    }
}
