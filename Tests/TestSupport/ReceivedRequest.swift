// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A request as a ``SocketServer`` read it.
package struct ReceivedRequest: Sendable {
    /// The method, to the letter.
    package let method: String
    /// What follows the method in the request line.
    package let target: String
    /// The header fields, in the order received, spaces before a value left out.
    package let headers: [(name: String, value: String)]
    /// The body.
    package let body: [UInt8]
    /// The number of the connection it came by.
    package let connection: Int
    /// All of it as it came.
    package let text: String

    /// The value of the first field of that name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Reads the first request in some bytes; nil when it is not there in whole.
    ///
    /// - Returns: the request and how many of the bytes it takes.
    static func parse(_ bytes: [UInt8], connection: Int) -> (ReceivedRequest, count: Int)? {
        let blank = Array("\r\n\r\n".utf8)
        guard let headEnd = bytes.indices.first(where: { bytes[$0...].starts(with: blank) }) else { return nil }
        let lines = String(decoding: bytes[..<headEnd], as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        let headers = lines.dropFirst().map { line in
            let name = line.prefix { $0 != ":" }
            return (name: String(name), value: String(line.dropFirst(name.count + 1).drop { $0 == " " }))
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        let bodyStart = headEnd + blank.count
        guard length >= 0, bytes.count - bodyStart >= length else { return nil }
        let first = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let request = ReceivedRequest(
            method: first[0], target: first.count > 1 ? first[1] : "", headers: headers,
            body: Array(bytes[bodyStart..<bodyStart + length]), connection: connection,
            text: String(decoding: bytes[..<(bodyStart + length)], as: UTF8.self))
        return (request, bodyStart + length)
    }
}
