// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What must hold of an attempt for events to be taken in: the store looks and writes in one step, so that nobody comes between what somebody
/// has read, and decided by it, and what is written.
public enum OutboxCondition: Hashable, Sendable {
    /// Nothing: whoever has it in hand says what came of what was sent. Nobody else may say so.
    case inHand
    /// It is in nobody's hands.
    case free
    /// It is in nobody's hands, and in every field as it was read.
    case unchanged(Attempt)

    /// Whether an attempt meets it, as the store has it at this moment.
    public func isMet(by kept: OpenAttempt) -> Bool {
        switch self {
        case .inHand: true
        case .free: !kept.isHeld
        case .unchanged(let attempt): !kept.isHeld && kept.attempt == attempt
        }
    }
}
