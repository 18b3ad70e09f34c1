// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Stands first on each connection: answers what is no HTTP with a 400 in the contract's form, where the framework would answer
/// with an empty one or hang up, and tells clients that ask first (`Expect: 100-continue`) to go on.
///
/// What cannot be read later on a connection is left to the framework, which alone knows what it still has to answer there.
final class ConnectionGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    private static let longestAwaitedBody = 10 << 20
    private let service: Service
    private var hasReadHead = false
    private var isBroken = false

    /// Creates the guard of a connection to that platform.
    init(_ service: Service) {
        self.service = service
    }

    /// Has the version of each request looked at, while it has one.
    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        guard let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
        try? pipeline.addHandler(LastRequest(), position: .before(codec))
    }

    /// Lets the faults have the connection before anything is read.
    func channelActive(context: ChannelHandlerContext) {
        if service.faults.watchesConnections {
            guard !service.isStruck(connection: .refuse) else {
                ConnectionReset.reset(context.channel)
                return
            }
            if service.faults.watchesFirstBytes {
                let handler = FirstBytesHandler { [service] in service.isStruck(connection: .reset) }
                try? context.pipeline.syncOperations.addHandler(handler, position: .first)
            }
        }
        context.fireChannelActive()
    }

    /// Looks at what comes in.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        hasReadHead = true
        if let expect = head.headerFields[.expect], expect.lowercased() == "100-continue",
            Int(head.headerFields[.contentLength] ?? "0").map({ $0 <= Self.longestAwaitedBody }) ?? false
        {
            context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
        }
        context.fireChannelRead(data)
    }

    /// Answers what the parser could not read.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isBroken else { return }
        guard !hasReadHead, error is HTTPParserError || error is HTTP1TypeConversionError else {
            return context.fireErrorCaught(error)
        }
        isBroken = true
        let page = Answer.html(400)
        let fields: HTTPFields = [
            .contentType: page.contentType ?? "text/html", .contentLength: String(page.body.count),
            .connection: "close",
        ]
        context.write(wrapOutboundOut(.head(HTTPResponse(status: .badRequest, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: page.body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
    }
}
