// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1

/// Tells the framework which request is the last of its connection, where it looks for one word in lower case alone: whichever way
/// `Connection: close` is spelled, and a request of HTTP/1.0 that does not ask to keep the connection.
///
/// It stands before the request becomes one of no version. The parser knows already: nothing is looked up for requests of today.
final class LastRequest: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private var isTold = false

    /// Looks at each head.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        guard head.isKeepAlive else {
            head.headers.replaceOrAdd(name: "connection", value: "close")
            return context.fireChannelRead(wrapInboundOut(.head(head)))
        }
        if !isTold, head.version != .http1_1 {
            isTold = true
            try? context.pipeline.syncOperations.addHandler(KeptWord(), position: .before(self))
        }
        context.fireChannelRead(data)
    }
}

/// Tells a client of HTTP/1.0 that its connection is kept, as it asked: without that word it would wait for the end.
final class KeptWord: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Adds the word to each answer.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.status.code >= 200 else {
            return context.write(data, promise: promise)
        }
        head.headers.replaceOrAdd(name: "connection", value: "keep-alive")
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
