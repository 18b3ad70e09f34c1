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

    /// What tells a client of HTTP/1.0, from its first such request on.
    private var word: KeptWord?

    /// Looks at each head.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let isKept = head.isKeepAlive
        if word == nil, isKept, head.version != .http1_1 {
            let word = KeptWord()
            try? context.pipeline.syncOperations.addHandler(word, position: .before(self))
            self.word = word
        }
        word?.expected.append(isKept && head.version != .http1_1)
        guard !isKept else { return context.fireChannelRead(data) }
        head.headers.replaceOrAdd(name: "connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}

/// Tells a client of HTTP/1.0 that its connection is kept, as it asked: without that word it would wait for the end.
final class KeptWord: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// For each request that is not answered, in their order, whether its answer says so.
    fileprivate var expected = CircularBuffer<Bool>()

    /// Adds the word to the answers that are to have it.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.status.code >= 200, expected.popFirst() == true else {
            return context.write(data, promise: promise)
        }
        head.headers.replaceOrAdd(name: "connection", value: "keep-alive")
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
