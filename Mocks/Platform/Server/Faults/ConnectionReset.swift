// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore

/// Breaks a connection off: the client gets a reset (RST) in the place of an end, and what was not sent yet never is.
enum ConnectionReset {
    /// Resets a connection; the future is there once it is closed.
    @discardableResult
    static func reset(_ channel: any Channel) -> EventLoopFuture<Void> {
        guard let options = channel as? any SocketOptionProvider else { return channel.close() }
        // With nothing to linger for, closing throws away what is left and tells the other side so.
        return options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).flatMapError { _ in
            channel.eventLoop.makeSucceededVoidFuture()
        }.flatMap { channel.close() }
    }
}
