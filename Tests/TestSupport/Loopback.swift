// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Sockets of this machine, on 127.0.0.1; no program that a test starts inherits one.
package enum Loopback {
    /// A socket for a connection, not connected yet.
    package static func socket() throws -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw SystemCallError(call: "socket") }
        return socket
    }

    /// A socket that has a free port, on which it does not listen: who connects to it is refused.
    package static func bound() throws -> (socket: Int32, port: UInt16) {
        let socket = try socket()
        var address = address(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else {
            defer { close(socket) }
            throw SystemCallError(call: "bind")
        }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    /// A socket that listens on a free port.
    package static func listening(backlog: Int32) throws -> (socket: Int32, port: UInt16) {
        let (socket, port) = try bound()
        guard listen(socket, backlog) == 0 else {
            defer { close(socket) }
            throw SystemCallError(call: "listen")
        }
        return (socket, port)
    }

    /// Connects a socket; false when that fails, or has only begun because the socket does not wait.
    package static func connect(_ socket: Int32, to port: UInt16) -> Bool {
        var address = address(port: port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return address
    }
}
