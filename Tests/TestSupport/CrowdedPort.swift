// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A port whose queue of connections is full and never emptied: connecting to it hangs.
package final class CrowdedPort: Sendable {
    /// Its number.
    package let port: UInt16
    private let sockets: [Int32]

    /// Takes a free port and fills its queue.
    package init() throws {
        let (listener, port) = try Loopback.listening(backlog: 0)
        self.port = port
        var sockets = [listener]
        for _ in 0..<4 {
            let client = try Loopback.socket()
            guard fcntl(client, F_SETFL, O_NONBLOCK) == 0 else { throw SystemCallError(call: "fcntl") }
            _ = Loopback.connect(client, to: port)
            sockets.append(client)
        }
        self.sockets = sockets
    }

    deinit {
        for socket in sockets { close(socket) }
    }
}
