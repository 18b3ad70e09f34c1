// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Stands first on each connection: answers what is no HTTP with a 400 in the contract's form, where the framework would answer
/// with an empty one or hang up, and tells clients that ask first (`Expect: 100-continue`) to go on.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let longestAwaitedBody = 10 << 20
    private var unanswered = 0
    private var isBroken = false

    /// Looks at what comes in.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        unanswered += 1
        // The framework closes only for the word in lower case, standing alone.
        if let connection = head.headerFields[.connection], connection != "close",
            connection.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }).contains("close")
        {
            head.headerFields[.connection] = "close"
        }
        if let expect = head.headerFields[.expect], expect.lowercased() == "100-continue",
            Int(head.headerFields[.contentLength] ?? "0").map({ $0 <= Self.longestAwaitedBody }) ?? false
        {
            context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    /// Looks at what goes out.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    /// Answers what the parser could not read.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isBroken else { return }
        // While an answer is under way, the server has to end that one: it is told, and closes.
        guard unanswered == 0, error is HTTPParserError || error is HTTP1TypeConversionError else {
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
