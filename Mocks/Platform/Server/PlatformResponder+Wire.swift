// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1

/// What the responder reads from the wire and writes to it.
extension PlatformResponder {
    /// The client broke off while it was being answered: no second answer may follow.
    private struct BrokenOff: Error {}

    /// What answers connections: the framework's own HTTP/1, without its application, whose log and metrics nobody reads here.
    var channel: HTTP1Channel {
        let date = DateHeader()
        return HTTP1Channel(
            responder: { request, writer, channel in
                var response = await respond(to: request, on: channel)
                response.headers[.date] = date.current()
                do {
                    try await writer.write(response: response.head, body: response.body)
                } catch is HTTPParserError {
                    throw BrokenOff()
                }
            },
            configuration: HTTP1Channel.Configuration(additionalChannelHandlers: [ConnectionGuard(service)]))
    }

    /// How much of a body is read only to be thrown away.
    private static let drainLimit = 256 << 20

    /// The body, or nothing if it is longer than allowed.
    ///
    /// A body that is too long is read to its end all the same, and thrown away: many clients read no answer before they have sent
    /// everything. Only one that asked first is told at once, and one of absurd length is cut off.
    static func read(_ request: Request, _ incoming: Incoming, limit: Int) async throws -> [UInt8]? {
        guard incoming.hasBody else { return [] }
        if incoming.asksFirst, incoming.contentLength ?? 0 > limit { return nil }
        var bytes: [UInt8] = []
        var count = 0
        var iterator = request.body.makeAsyncIterator()
        while let buffer = try await iterator.next() {
            count += buffer.readableBytes
            if count <= limit {
                bytes.append(contentsOf: buffer.readableBytesView)
            } else {
                bytes = []
                if count > drainLimit { return nil }
            }
        }
        return count <= limit ? bytes : nil
    }

    /// The answer to a body that is longer than allowed.
    static let tooLarge = WireError.global(
        "La requête est trop volumineuse : 1 Mo au plus, 10 Mo pour un envoi de fichier.", status: 413
    ).answer

    /// The headers that let pages of other origins read the answer (`contract 2018-12 §1.6`).
    static func addCORS(to answer: inout Answer, _ incoming: Incoming) {
        guard let origin = incoming.origin else { return }
        answer.headers.append(("Access-Control-Allow-Origin", origin))
        answer.headers.append(("Access-Control-Allow-Credentials", "true"))
        answer.headers.append(("Vary", "Origin"))
        if answer.status >= 400, answer.headers.contains(where: { $0.name == Hint.header }) {
            answer.headers.append(("Access-Control-Expose-Headers", Hint.header))
        }
        guard incoming.method == "OPTIONS" else { return }
        answer.headers.append(("Access-Control-Allow-Methods", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"))
        if let headers = incoming.requestedHeaders {
            answer.headers.append(("Access-Control-Allow-Headers", headers))
        }
    }

    /// An answer as the framework sends it.
    static func response(_ answer: Answer, isHead: Bool) -> Response {
        var fields = HTTPFields()
        fields.reserveCapacity(answer.headers.count + 3)
        if let type = answer.contentType { fields.append(HTTPField(name: .contentType, value: type)) }
        for (name, value) in answer.headers {
            // The one header that most answers to tills have is not looked up by its spelling each time.
            let name = name == "Set-Cookie" ? HTTPField.Name.setCookie : HTTPField.Name(name)
            if let name { fields.append(HTTPField(name: name, value: value)) }
        }
        // To a HEAD too: how long the body would be.
        if !fields.contains(.contentLength) {
            fields.append(HTTPField(name: .contentLength, value: String(answer.body.count)))
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: fields,
            body: answer.body.isEmpty || isHead
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
