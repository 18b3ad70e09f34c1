// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Stands at the very head of a connection and lets pass an answer's head and the first bytes of its body; then it closes.
final class CutHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private var measure: AnswerBytes
    private var bodyAllowed: Int
    private var isClosing = false

    /// Creates the handler of one answer.
    init(bodyBytes: Int, allowed: Int) {
        measure = AnswerBytes(bodyBytes: bodyBytes)
        bodyAllowed = allowed
    }

    /// Lets through what may go, and ends with it.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isClosing, case .byteBuffer(let buffer) = unwrapOutboundIn(data) else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        let (head, body) = measure.measure(buffer.readableBytesView)
        let passing = min(body, bodyAllowed)
        bodyAllowed -= passing
        isClosing = measure.isOver || passing < body
        let slice = buffer.getSlice(at: buffer.readerIndex, length: head + passing) ?? ByteBuffer()
        guard isClosing else {
            context.write(wrapOutboundOut(.byteBuffer(slice)), promise: promise)
            return
        }
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
            promise?.fail(ChannelError.ioOnClosedChannel)
        }
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(slice)), promise: written)
    }
}
