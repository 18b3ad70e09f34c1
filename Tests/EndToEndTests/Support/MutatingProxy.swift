// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON
import Synchronization
import TestSupport

/// A platform that is broken in one way: a sound one behind a proxy that changes some of its answers, its copies included.
final class MutatingProxy: Sendable {
    typealias Mutation = @Sendable (ForwardedCall) -> ForwardedCall.Reply

    private let client: HTTPClient
    private let servers = Mutex<[SocketServer]>([])
    private let mutation: Mutation

    init(_ mutation: @escaping Mutation) {
        self.mutation = mutation
        var settings = HTTPClientConfiguration()
        settings.proxy = .none
        client = HTTPClient(settings)
    }

    /// Starts to answer for a platform; gives the address to use instead of its own.
    func stand(before platform: String) throws -> String {
        let server = try SocketServer.answering { [self] request in
            let reply = mutation(
                ForwardedCall(request: request) { target in self.forward(request, to: platform + target) })
            let isFork = request.method == "POST" && request.target == "/_control/forks"
            return Self.text(isFork ? (try? withProxy(reply)) ?? reply : reply)
        }
        servers.withLock { $0.append(server) }
        return server.url
    }

    /// Ends all of it.
    func stop() {
        for server in servers.withLock({ $0 }) { server.stop() }
    }

    /// The answer about a copy, with the address of a proxy before it.
    private func withProxy(_ reply: ForwardedCall.Reply) throws -> ForwardedCall.Reply {
        guard var object = reply.json?.objectValue, let base = object["base"]?.stringValue else { return reply }
        object["base"] = .string(try stand(before: base))
        return ForwardedCall.Reply(reply.status, JSONValue.object(object).text, cookies: reply.cookies)
    }

    private func forward(_ request: ReceivedRequest, to url: String) -> ForwardedCall.Reply {
        let kept = ["authorization", "content-type", "origin", "cookie"]
        let headers = request.headers.filter { kept.contains($0.name.lowercased()) }.map {
            HTTPHeader($0.name, $0.value)
        }
        do {
            let answer = try client.sendBlocking(
                HTTPRequest(
                    method: request.method, url: url, headers: headers,
                    body: request.body.isEmpty ? nil : request.body))
            return ForwardedCall.Reply(
                answer.status, String(decoding: answer.body, as: UTF8.self),
                cookies: answer.headers(named: "Set-Cookie"))
        } catch {
            return ForwardedCall.Reply(502, "\(error)")
        }
    }

    private static func text(_ reply: ForwardedCall.Reply) -> String {
        "HTTP/1.1 \(reply.status) Answered\r\nContent-Type: application/json\r\n"
            + reply.cookies.map { "Set-Cookie: \($0)\r\n" }.joined()
            + "Content-Length: \(reply.body.utf8.count)\r\n\r\n\(reply.body)"
    }
}
