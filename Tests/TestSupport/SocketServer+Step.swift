// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

extension SocketServer {
    /// What a scripted server does with one request.
    package enum Step: Sendable {
        /// Writes the bytes and keeps the connection.
        case answer(String)
        /// Writes the bytes (perhaps none) and closes the connection.
        case close(after: String)
        /// Writes nothing, and waits until the client goes away.
        case hold
    }

    /// Starts a server that takes one step a request, whatever connection it comes by, and answers nobody after the
    /// last: it closes.
    package static func playing(_ script: [Step]) throws -> SocketServer {
        let rest = Mutex(script[...])
        return try SocketServer { connection in
            while connection.readRequest() != nil {
                switch rest.withLock({ $0.popFirst() }) ?? .close(after: "") {
                case .answer(let text): connection.write(text)
                case .close(let text):
                    connection.write(text)
                    return
                case .hold:
                    connection.waitUntilClosed()
                    return
                }
            }
        }
    }
}
