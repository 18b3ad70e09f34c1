// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What the outbox writes down of a validation that is taken back, or of a booking that is cancelled: who asked for it before it is sent, and
/// what became of it.
struct ReversalRecord: Sendable {
    private let kind: Reversal.Kind
    private let person: Person
    /// The attempt that it is about, or a number of its own where this outbox has none.
    private let attempt: UInt64
    /// What becomes of that attempt when it is done; nothing where there is none.
    private let event: Attempt.Event?

    /// Writes down who asks.
    ///
    /// - Parameter number: What it is noted under where the outbox knows no attempt of the countermark.
    /// - Throws: ``OutboxError``; then nothing may be sent.
    init(
        _ kind: Reversal.Kind, of countermark: Countermark, by person: Person, number: UInt64,
        in store: any OutboxStore, at now: Instant
    ) throws(OutboxError) {
        self.kind = kind
        self.person = person
        let attempts = try store.attempts(of: countermark)
        let states: [Attempt.State] = kind == .undo ? [.confirmed, .probable, .unknown] : [.planned]
        let last = attempts.last { states.contains($0.state) }
        attempt = last?.id ?? attempts.last?.id ?? number
        event =
            last == nil ? nil : kind == .undo ? .undone(person.name) : .abandoned("booking cancelled by \(person.name)")
        try store.note("\(kind.rawValue)-asked by \(person.name)", on: attempt, at: now)
    }

    /// Writes down what became of it.
    func end(
        _ result: Result<Reversal, PassCultureError>, in store: any OutboxStore, at now: Instant
    ) throws(OutboxError) {
        switch result {
        case .success(.done):
            if let event {
                _ = try store.advance(attempt, by: [event], at: now)
            } else {
                try store.note("\(kind.rawValue)-done by \(person.name)", on: attempt, at: now)
            }
        case .success(.refused(let refusal)):
            try store.note("\(kind.rawValue)-refused \(refusal.reason.code)", on: attempt, at: now)
        case .success(.unknown(let unknown)):
            try store.note("\(kind.rawValue)-lost \(unknown.cause.code)", on: attempt, at: now)
        case .failure(let error):
            try store.note("\(kind.rawValue)-not-done \(error.code.code)", on: attempt, at: now)
        }
    }
}
