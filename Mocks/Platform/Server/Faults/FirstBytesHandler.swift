// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Stands at the very head of a connection until its first bytes have come in, and resets it then if a rule says so.
///
/// It waits until it can tell whether the control of the platform is asked for, which no fault ever strikes.
final class FirstBytesHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let strikes: () -> Bool
    private var held = ByteBuffer()

    /// Creates the handler of a connection; asked once, when it is known that no control is asked for.
    init(strikes: @escaping () -> Bool) {
        self.strikes = strikes
    }

    /// Holds the first bytes until they tell enough.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        held.writeBuffer(&buffer)
        guard let isControl = Self.isControl(held.readableBytesView) else { return }
        if !isControl, strikes() {
            ConnectionReset.reset(context.channel)
            return
        }
        goOn(context)
    }

    /// Passes on what was held when the client sends no more.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent, held.readableBytes > 0 { goOn(context) }
        context.fireUserInboundEventTriggered(event)
    }

    private func goOn(_ context: ChannelHandlerContext) {
        let bytes = held
        held = ByteBuffer()
        context.fireChannelRead(wrapInboundOut(bytes))
        context.fireChannelReadComplete()
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    /// Whether a request line that begins like this asks for the control; nothing if that cannot be told yet.
    static func isControl(_ bytes: some Collection<UInt8>) -> Bool? {
        let control = "/_control".utf8
        guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else {
            // The longest method has seven letters: without a space by now this is no HTTP, and certainly no control.
            return bytes.count > 16 || bytes.contains(UInt8(ascii: "\n")) ? false : nil
        }
        var target = bytes[bytes.index(after: space)...]
        let scheme = "http://".utf8
        if target.count < scheme.count, scheme.starts(with: target) { return nil }
        if target.starts(with: scheme) {
            // A proxy's form: the path begins at the third slash.
            guard let slash = target.dropFirst(scheme.count).firstIndex(of: UInt8(ascii: "/")) else {
                return target.count > 4_096 ? false : nil
            }
            target = target[slash...]
        }
        guard target.count > control.count || !control.starts(with: target) else { return nil }
        guard target.starts(with: control) else { return false }
        guard let next = target.dropFirst(control.count).first else { return nil }
        return [UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: "?")].contains(next)
    }
}
