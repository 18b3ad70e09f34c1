// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// What the platform answered to validations and the outbox could not take in, as its disk was full: the caller was told, and the outbox is
/// once it can be written again.
///
/// It lasts as long as the desk does. In another process nobody knows the answer any more, and the countermark is read back.
final class UnwrittenAnswers: Sendable {
    private let answers = Mutex<[UInt64: Attempt.Event]>([:])

    /// Keeps what could not be written of an attempt, if it is the platform's own yes or no.
    func keep(_ events: [Attempt.Event], of id: UInt64) {
        guard events.count == 1, let event = events.first else { return }
        switch event {
        case .validated, .refused: answers.withLock { $0[id] = event }
        default: break
        }
    }

    /// Writes down what is kept. What somebody has decided about meanwhile stays as they decided; what cannot be written still is kept.
    func write(to store: any OutboxStore, at now: Instant) {
        for (id, event) in answers.withLock({ $0 }) {
            do throws(OutboxError) {
                _ = try store.advance(id, by: [event], if: .free, at: now)
            } catch {
                guard error.code == .wrongState || error.code == .unknownAttempt else { continue }
            }
            answers.withLock { $0[id] = nil }
        }
    }
}
