// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import JSON

/// Notifications that a receiver has answered and books later, from a queue.
package struct Backlog: Sendable {
    private let lag: Lag
    private var waiting: [(due: Span, payload: JSONValue)] = []

    /// How a receiver works through its queue.
    package struct Lag: Sendable {
        /// How long a booking takes.
        package let span: Span
        /// Whether one is begun when the one before is done.
        package let isOneByOne: Bool

        /// A way to work.
        package init(_ span: Span, isOneByOne: Bool) {
            self.span = span
            self.isOneByOne = isOneByOne
        }

        /// A receiver that books before it answers.
        package static let none = Lag(.zero, isOneByOne: false)
    }

    init(_ lag: Lag) {
        self.lag = lag
    }

    /// Takes one more.
    mutating func add(_ payload: JSONValue, at now: Span) {
        let start = lag.isOneByOne ? max(now, waiting.last?.due ?? now) : now
        waiting.append((start + lag.span, payload))
    }

    /// Those whose time has come, in their order; they wait no more.
    mutating func due(at now: Span) -> [JSONValue] {
        let count = waiting.prefix { $0.due <= now }.count
        defer { waiting.removeFirst(count) }
        return waiting.prefix(count).map(\.payload)
    }
}
