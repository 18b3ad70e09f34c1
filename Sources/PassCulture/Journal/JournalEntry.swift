// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One line of a validation's history.
public struct JournalEntry: Hashable, Sendable {
    /// The number that ties the two entries of one validation together; drawn at random.
    public let attempt: UInt64

    /// The countermark that is validated.
    public let countermark: Countermark

    /// What happened.
    public let step: Step

    /// Creates an entry.
    public init(attempt: UInt64, countermark: Countermark, step: Step) {
        self.attempt = attempt
        self.countermark = countermark
        self.step = step
    }
}
