// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import NIOCore

/// Stands at the very head of a connection and sends one answer in drops; what comes after it waits until the last one is gone.
///
/// Then it takes itself away, and the connection is what it was.
final class DribbleHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private var measure: AnswerBytes
    private let dropSize: Int
    private let pause: TimeAmount
    private var drops = ByteBuffer()
    private var dropPromises: [EventLoopPromise<Void>] = []
    private var later: [(data: IOData, promise: EventLoopPromise<Void>?)] = []
    private var heldClose: (mode: CloseMode, promise: EventLoopPromise<Void>?)?
    private var isFlowing = false
    private var isGone = false

    /// Creates the handler of one answer.
    init(bodyBytes: Int, dropSize: Int, pause: Span) {
        measure = AnswerBytes(bodyBytes: bodyBytes)
        self.dropSize = max(1, dropSize)
        self.pause = .microseconds(pause.microseconds)
    }

    /// Keeps what is written, and sends the first drop at once.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // The last flush can make room for more before the handler is away.
        guard !isGone else { return context.write(data, promise: promise) }
        guard !measure.isOver, case .byteBuffer(var buffer) = unwrapOutboundIn(data) else {
            later.append((unwrapOutboundIn(data), promise))
            return
        }
        let (head, body) = measure.measure(buffer.readableBytesView)
        if var own = buffer.readSlice(length: head + body) { drops.writeBuffer(&own) }
        if buffer.readableBytes > 0 {
            later.append((.byteBuffer(buffer), promise))
        } else if let promise {
            dropPromises.append(promise)
        }
        guard !isFlowing else { return }
        isFlowing = true
        drop(context)
    }

    /// Lets nothing be hurried.
    func flush(context: ChannelHandlerContext) {
        if isGone { context.flush() }
    }

    /// Ends the sending side after the last drop; whoever closes everything means now.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .output, !isGone else { return context.close(mode: mode, promise: promise) }
        heldClose = (mode, promise)
    }

    /// Sends no more.
    func handlerRemoved(context: ChannelHandlerContext) {
        guard !isGone else { return }
        isGone = true
        for promise in dropPromises { promise.fail(ChannelError.ioOnClosedChannel) }
        for (_, promise) in later { promise?.fail(ChannelError.ioOnClosedChannel) }
        heldClose?.promise?.fail(ChannelError.ioOnClosedChannel)
    }

    private func drop(_ context: ChannelHandlerContext) {
        guard !isGone else { return }
        guard let drop = drops.readSlice(length: min(dropSize, drops.readableBytes)), drop.readableBytes > 0 else {
            isFlowing = false
            if measure.isOver { finish(context) }
            return
        }
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(drop)), promise: nil)
        if drops.readableBytes == 0, measure.isOver { return finish(context) }
        context.eventLoop.assumeIsolated().scheduleTask(in: pause) { self.drop(context) }
    }

    private func finish(_ context: ChannelHandlerContext) {
        isGone = true
        for promise in dropPromises { promise.succeed() }
        for (data, promise) in later { context.write(wrapOutboundOut(data), promise: promise) }
        context.flush()
        if let heldClose { context.close(mode: heldClose.mode, promise: heldClose.promise) }
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }
}
