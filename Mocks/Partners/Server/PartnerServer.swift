// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HummingbirdCore
import JSON
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A partner double that listens, on a free port of this machine: for the platform to call.
package final class PartnerServer: Sendable {
    /// Why it does not listen.
    package struct StartFailure: Error {}

    /// How much of a request is read; calls of the pass Culture are far shorter.
    private static let bodyLimit = 1 << 20

    /// The base URL, without a slash at its end.
    package let baseURL: String
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    private init(baseURL: String, group: ServiceGroup, running: Task<Void, any Error>) {
        self.baseURL = baseURL
        self.group = group
        self.running = running
    }

    /// Starts a partner; it answers when this returns.
    package static func start(_ partner: some PartnerDouble) async throws -> PartnerServer {
        var logger = Logger(label: "passculture.partner")
        logger.logLevel = .error
        let (ports, port) = AsyncStream.makeStream(of: Int?.self)
        let channel = HTTP1Channel(responder: { request, writer, _ in
            let answer = try await answer(of: partner, to: request)
            try await writer.write(response: answer.head, body: answer.body)
        })
        let server = channel.server(
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in port.yield(channel.localAddress?.port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [server], logger: logger))
        let running = Task {
            defer { port.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        guard let bound = await iterator.next() ?? nil else { throw StartFailure() }
        return PartnerServer(baseURL: "http://127.0.0.1:\(bound)", group: group, running: running)
    }

    /// Stops listening.
    package func stop() async {
        await group.triggerGracefulShutdown()
        _ = await running.result
    }

    private static func answer(of partner: some PartnerDouble, to request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: bodyLimit)
        let signature = HTTPField.Name("PassCulture-Signature").flatMap { request.headers[$0] }
        let answer = partner.answer(
            PartnerRequest(
                method: request.method.rawValue, target: request.head.path ?? "/", signature: signature,
                body: Array(body.readableBytesView)))
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: [.contentType: answer.type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body.text)))
    }
}
