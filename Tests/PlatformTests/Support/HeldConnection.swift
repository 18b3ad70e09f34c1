// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A connection that a client opened and does not close.
struct HeldConnection: Sendable {
    private let socket: Int32

    /// Opens a connection and sends the beginning of something.
    init(to base: String, sending text: String) {
        socket = RawExchange.open(port: UInt16(base.split(separator: ":").last ?? "") ?? 0) ?? -1
        let bytes = Array(text.utf8)
        if isOpen { _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Whether it was opened.
    var isOpen: Bool { socket >= 0 }

    /// Closes it.
    func end() {
        if isOpen { close(socket) }
    }
}
