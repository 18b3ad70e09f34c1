// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the platform said no to while there was a line: without one, that is better than a day list which was loaded before.
///
/// It lasts as long as the desk does, and until a check, a reversal or a newer list says otherwise.
final class KnownRefusals: Sendable {
    /// How many are remembered.
    private static let remembered = 1_000

    private let refusals = Mutex<[Countermark: Refusal]>([:])

    /// Why a countermark was refused, if it was.
    subscript(countermark: Countermark) -> Refusal? { refusals.withLock { $0[countermark] } }

    /// Remembers a refusal, if it is about the countermark and in the platform's own words.
    func note(_ refusal: Refusal, of countermark: Countermark) {
        guard refusal.basis != .status, Self.ofCountermarks.contains(refusal.reason) else { return }
        refusals.withLock { refusals in
            if refusals.count >= Self.remembered { refusals.removeAll() }
            refusals[countermark] = refusal
        }
    }

    /// Forgets what was said of countermarks.
    func forget(_ countermarks: some Sequence<Countermark>) {
        refusals.withLock { refusals in for countermark in countermarks { refusals[countermark] = nil } }
    }

    private static let ofCountermarks: Set<Refusal.Reason> = [
        .alreadyValidated, .cancelled, .noLongerValid, .reimbursed, .notYours, .wrongVenue,
    ]
}
