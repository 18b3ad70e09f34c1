// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// A vendor's answer and how long it took.
struct TimedExchange: Sendable {
    /// The exchange.
    let exchange: Exchange
    /// How long the answer took.
    let elapsed: Span

    /// Some success: 2xx.
    @discardableResult
    func expectSuccess() throws -> TimedExchange {
        guard isSuccess else { throw exchange.failure("2xx") }
        return self
    }

    /// Whether it is a success.
    var isSuccess: Bool { (200..<300).contains(exchange.status) }

    /// An answer in time.
    @discardableResult
    func expect(within limit: Span) throws -> TimedExchange {
        guard elapsed <= limit else {
            throw Interruption.failed(
                Evidence(
                    expected: "an answer within \(limit.inSeconds) s",
                    seen: "\(exchange.summary) after \(elapsed.inSeconds) s", curl: exchange.curl))
        }
        return self
    }
}
