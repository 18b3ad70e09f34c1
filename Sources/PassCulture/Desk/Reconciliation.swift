// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What came of going through the attempts that were open.
public struct Reconciliation: Hashable, Sendable {
    /// How far it is.
    public struct Progress: Hashable, Sendable {
        /// How many attempts have been looked at.
        public let done: Int
        /// How many there are in all.
        public let total: Int
    }

    /// One attempt that was looked at.
    public struct Settled: Hashable, Sendable {
        /// The number of the attempt.
        public let id: UInt64
        /// What became of it.
        public let outcome: Outcome
    }

    /// What was looked at, in order, and what became of it.
    public internal(set) var settled: [Settled] = []
    /// How many are closed that a person had asked to have taken back or cancelled: the platform says that it is so.
    public internal(set) var takenBack = 0
    /// How many wait until they may be sent.
    public internal(set) var notDue = 0
    /// How many are in the hands of another till, or were taken by one while this ran.
    public internal(set) var held = 0
    /// Why it stopped before all was looked at: nothing can be sent at the moment, or what is sent is not accepted, whatever it is about. `nil` if it went through.
    public internal(set) var stoppedBy: PassCultureError?
    /// How many countermarks of closed attempts were erased.
    public internal(set) var erased = 0
    /// How many entries of day lists were wiped.
    public internal(set) var wiped = 0

    /// How many ended in each state.
    public var counts: [Attempt.State: Int] {
        settled.reduce(into: [:]) { counts, settled in
            let state: Attempt.State =
                switch settled.outcome {
                case .validated: .confirmed
                case .refused: .refused
                case .provisional: .planned
                case .probable: .probable
                case .unknown: .unknown
                }
            counts[state, default: 0] += 1
        }
    }
}
