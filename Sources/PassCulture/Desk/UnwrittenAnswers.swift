// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// What the platform answered to validations and the outbox could not take in, as its disk was full: the caller was told, and the outbox is
/// once it can be written again.
///
/// It lasts as long as the desk does. In another process nobody knows the answer any more, and the countermark is read back.
final class UnwrittenAnswers: Sendable {
    private struct Kept: Sendable {
        let outcome: Outcome
        let at: Instant
    }

    private let answers = Mutex<[UInt64: Kept]>([:])

    /// Keeps the platform's yes or no to an attempt, with when it came.
    func keep(_ outcome: Outcome, of id: UInt64, at now: Instant) {
        answers.withLock { $0[id] = Kept(outcome: outcome, at: now) }
    }

    /// Writes down what is kept, as of when it was answered. What somebody has decided about meanwhile stays as they decided; what cannot be
    /// written still is kept.
    ///
    /// - Returns: What was written, in the order in which it was answered.
    @discardableResult
    func write(to store: any OutboxStore) -> [Reconciliation.Settled] {
        var written: [Reconciliation.Settled] = []
        let kept = answers.withLock { $0 }
        for (id, answer) in kept.sorted(by: { $0.value.at < $1.value.at }) {
            guard let event = answer.outcome.answer else { continue }
            do throws(OutboxError) {
                let attempt = try store.advance(id, by: [event], if: .free, at: answer.at)
                let outcome: Outcome = event == .validated ? .validated(Validated(attempt)) : answer.outcome
                written.append(Reconciliation.Settled(id: id, outcome: outcome))
            } catch {
                guard error.code == .wrongState || error.code == .unknownAttempt else { continue }
            }
            answers.withLock { $0[id] = nil }
        }
        return written
    }
}

extension Outcome {
    /// What happened to the attempt, where the platform said yes or no.
    fileprivate var answer: Attempt.Event? {
        switch self {
        case .validated: .validated
        case .refused(let refusal): .refused(refusal.reason.code)
        case .provisional, .probable, .unknown: nil
        }
    }
}
