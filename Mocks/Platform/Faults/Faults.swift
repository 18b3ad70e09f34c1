// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// The faults of a running platform: its rules behind a lock, which nobody takes as long as there are none.
package final class Faults: Sendable {
    private let book = Mutex(FaultBook())
    private let concernsRequests = Atomic(false)
    private let concernsNewConnections = Atomic(false)
    private let concernsFirstBytes = Atomic(false)

    /// Creates a platform's faults: none.
    package init() {}

    /// Reads or changes the rules.
    func withBook<Value: Sendable>(_ body: (inout FaultBook) -> Value) -> Value {
        book.withLock { book in
            defer {
                concernsRequests.store(book.concernsRequests, ordering: .relaxed)
                concernsNewConnections.store(book.concernsConnections(.refuse), ordering: .relaxed)
                concernsFirstBytes.store(book.concernsConnections(.reset), ordering: .relaxed)
            }
            return body(&book)
        }
    }

    /// Whether connections that have just been made are looked at.
    var watchesConnections: Bool {
        concernsNewConnections.load(ordering: .relaxed) || concernsFirstBytes.load(ordering: .relaxed)
    }

    /// Whether the first bytes of connections are looked at.
    var watchesFirstBytes: Bool { concernsFirstBytes.load(ordering: .relaxed) }

    /// What strikes a request.
    func strike(method: String, path: String, at instant: @autoclosure () -> Instant) -> FaultStrike? {
        guard concernsRequests.load(ordering: .relaxed) else { return nil }
        let instant = instant()
        return withBook { $0.strike(method: method, path: path, at: instant) }
    }

    /// What strikes a connection.
    func strike(connection kind: Fault.Kind, at instant: Instant, isFrozen: Bool) -> FaultStrike? {
        withBook { $0.strike(connection: kind, at: instant, isFrozen: isFrozen) }
    }

    /// Takes the rules of another platform over, as they stand.
    func take(over other: Faults) {
        let rules = other.withBook { $0 }
        withBook { $0.take(over: rules) }
    }

    /// Takes all rules out.
    func removeAll() {
        withBook { $0.removeAll() }
    }
}
