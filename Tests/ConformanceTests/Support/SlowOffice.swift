// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Synchronization
import TestSupport

/// A ticketing system that needs nine seconds for the tickets of one stock and learns only from the closed connection that nobody
/// waits any more.
///
/// It verifies nothing; `/count` tells how many seats of the slow stock are left.
final class SlowOffice: Sendable {
    /// The stock whose tickets take so long.
    static let slowStock = 99

    private struct State {
        var left = 8
        var slowCalls = 0
    }

    private let state = Mutex(State())
    private let time: HeldTime
    private let hungUpCall: Int
    private let frees: Bool
    /// Fired when the connection of the call that is hung up on was closed.
    private let closed = Signal()

    /// A system of whose slow calls one waits until it is hung up on, counted from 1; its seat is freed then, or not.
    init(hungUpCall: Int, frees: Bool, time: HeldTime) {
        self.hungUpCall = hungUpCall
        self.frees = frees
        self.time = time
    }

    /// Starts to serve it.
    func serve() throws -> SocketServer {
        try SocketServer { [self] connection in
            while let request = connection.readRequest() {
                let isSlow = Self.stock(of: request) == Self.slowStock
                if isSlow, sell() == hungUpCall {
                    connection.waitUntilClosed()
                    if frees { state.withLock { $0.left += 1 } }
                    closed.fire()
                    return
                }
                // Whoever comes after the one that was hung up on sees what became of its seat.
                if state.withLock({ $0.slowCalls }) >= hungUpCall { closed.block(until: 1) }
                let left = state.withLock { $0.left }
                let ticket = request.target == "/book" ? ",\"tickets\":[{\"barcode\":\"\(left)\",\"seat\":null}]" : ""
                let body = "{\"remainingQuantity\":\(left)\(ticket)}"
                connection.write("HTTP/1.1 200 Sold\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            }
        }
    }

    /// Sells a slow seat, and says which of them it is.
    private func sell() -> Int {
        time.pass(.seconds(9))
        return state.withLock { state in
            state.left -= 1
            state.slowCalls += 1
            return state.slowCalls
        }
    }

    private static func stock(of request: ReceivedRequest) -> Int? {
        guard let inner = (try? JSONValue(parsing: request.body))?.stringValue else { return nil }
        return (try? JSONValue(parsing: inner))?["stock_id"]?.intValue
    }
}
