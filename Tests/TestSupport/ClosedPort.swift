// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A port of this machine on which nobody listens, kept so that nobody else gets it: connecting to it is refused.
package final class ClosedPort: Sendable {
    /// Its number.
    package let port: UInt16
    private let socket: Int32

    /// Takes a free port.
    package init() throws {
        (socket, port) = try Loopback.bound()
    }

    deinit {
        close(socket)
    }
}
