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

        /// What to tell the person who settles the till. The good may have left long ago: of a refusal it says what that means, where
        /// ``Outcome/cashier`` says to hand nothing over.
        public var cashier: CashierSentence {
            if case .refused(let refusal) = outcome { refusal.afterwards } else { outcome.cashier }
        }
    }

    /// One attempt that was passed over: what was answered says nothing about it, and may be so of its countermark alone.
    public struct PassedOver: Hashable, Sendable {
        /// The number of the attempt. It goes on as it was, and the next call asks again.
        public let id: UInt64
        /// What was answered.
        public let fault: PassCultureError
    }

    /// What became of what was answered before and is written down only now, and of what was looked at, in order.
    public internal(set) var settled: [Settled] = []
    /// How many are closed that a person had asked to have taken back or cancelled: the platform says that it is so.
    public internal(set) var takenBack = 0
    /// How many wait until they may be sent.
    public internal(set) var notDue = 0
    /// How many are in the hands of another till, or were taken by one while this ran.
    public internal(set) var held = 0
    /// Why it stopped before all was looked at: nothing can be sent at the moment, or what is sent is not accepted, whatever it is about. `nil` if it went through.
    public internal(set) var stoppedBy: PassCultureError?
    /// What was passed over, in order: no answer about it came, and the next one was asked about, as others may fare better.
    public internal(set) var passedOver: [PassedOver] = []
    /// Whether the platform told what it knows of anything.
    package private(set) var wasAnswered = false
    /// How many were passed over since it last did.
    private var passedInARow = 0

    /// How many in a row are taken for each one's own; the next one stops it.
    static let mostInARow = 4

    /// - Parameter written: What was answered before, and is written down only now.
    init(_ written: [Settled] = []) {
        settled = written
    }

    /// Takes down why an attempt was not settled: passes it over, or stops.
    mutating func note(_ fault: PassCultureError, on id: UInt64) {
        guard fault.mayBeOfOneCountermark, passedInARow < Self.mostInARow else { return stoppedBy = fault }
        passedInARow += 1
        passedOver.append(PassedOver(id: id, fault: fault))
    }

    /// Takes down what became of an attempt.
    mutating func note(_ end: DeskEnd, on id: UInt64) {
        settled.append(Settled(id: id, outcome: end.outcome))
        if case .provisional(let provisional) = end.outcome, let fault = provisional.fault {
            note(fault, on: id)
        } else if end.wasAnswered {
            noteAnswer()
        }
    }

    /// Takes down that the platform says that what was to be taken back is.
    mutating func noteTakenBack() {
        takenBack += 1
        noteAnswer()
    }

    private mutating func noteAnswer() {
        wasAnswered = true
        passedInARow = 0
    }

    /// How many countermarks of closed attempts were erased.
    public internal(set) var erased = 0
    /// How many entries of day lists were wiped.
    public internal(set) var wiped = 0

    /// What was not sent, as it is another venue's than the till is set up for: it waits (``Provisional/Cause-swift.enum/wrongVenue``).
    public var elsewhere: [Settled] { waiting(for: .wrongVenue) }

    /// What was kept for that reason, in order.
    package func waiting(for cause: Provisional.Cause) -> [Settled] {
        settled.filter { if case .provisional(let waits) = $0.outcome { waits.cause == cause } else { false } }
    }

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

extension Outcome {
    /// Whether the platform surely answered something.
    package var tellsOfAnAnswer: Bool {
        switch self {
        case .validated, .refused: true
        case .provisional(let provisional): provisional.fault == nil
        // What got no answer is told as it stood.
        case .probable, .unknown: false
        }
    }
}

extension PassCultureError {
    /// Whether it may be so of the one countermark that was asked about: neither the line nor the log-in is at fault, and nobody said to come
    /// back later.
    fileprivate var mayBeOfOneCountermark: Bool {
        guard retryAfter == nil, status != 429 else { return false }
        return switch code {
        case .notAccepted: !Refusal.Reason.logIns.contains { $0.code == detail }
        case .unexpectedStatus, .unreadableAnswer: true
        default: false
        }
    }
}
