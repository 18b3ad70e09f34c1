// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What the outbox writes down of a validation that is taken back, or of a booking that is cancelled: who asked for it before it is sent, and
/// what became of it.
struct ReversalRecord: Sendable {
    private let kind: Reversal.Kind
    private let person: Person
    /// The attempt that it is about, or a number of its own where this outbox has none.
    private let number: UInt64
    /// The attempt as it was before, if it was open or confirmed: it is recalled from then on.
    private let recalled: Attempt?

    /// Writes down who asks. An attempt that is open or confirmed is recalled: whatever becomes of this, it is not sent again by itself.
    ///
    /// - Parameter number: What it is noted under where the outbox knows no attempt of the countermark.
    /// - Throws: ``PassCultureError``: `already-taken` when the attempt is being sent at this moment, `journal-failed`; then nothing may be
    ///   sent.
    init(
        _ kind: Reversal.Kind, of countermark: Countermark, by person: Person, number: UInt64,
        in store: any OutboxStore, at now: Instant
    ) throws(PassCultureError) {
        self.kind = kind
        self.person = person
        do throws(OutboxError) {
            let attempts = try store.attempts(of: countermark)
            recalled = attempts.last { !$0.state.isClosed || $0.state == .confirmed }
            self.number = recalled?.id ?? attempts.last?.id ?? number
            let asked = Attempt.Event.recalled(kind, person.name)
            if let recalled {
                _ = try store.advance(recalled.id, by: try Self.loss(of: recalled, in: store) + [asked], at: now)
            } else {
                try store.note(asked.name, on: self.number, at: now)
            }
        } catch {
            let isBusy = error.code == .wrongState
            throw PassCultureError(isBusy ? .alreadyTaken : .journalFailed, detail: error.description)
        }
    }

    /// What was interrupted is lost; what somebody who still lives is sending cannot be recalled, as either may come first.
    private static func loss(of attempt: Attempt, in store: any OutboxStore) throws(OutboxError) -> [Attempt.Event] {
        guard attempt.state == .sent else { return [] }
        let isHeld = try store.openAttempts().contains { $0.attempt.id == attempt.id && $0.isHeld }
        if isHeld { throw OutboxError(.wrongState, detail: attempt.state.rawValue) }
        return [.lost("interrupted")]
    }

    /// Writes down what became of it.
    func end(
        _ result: Result<Reversal, PassCultureError>, in store: any OutboxStore, at now: Instant
    ) throws(OutboxError) {
        if let told = told(result) { try store.note("\(kind.rawValue)-\(told)", on: number, at: now) }
        if let event = event(result) { _ = try store.advance(number, by: [event], at: now) }
    }

    /// What the history says beside the events of an attempt.
    private func told(_ result: Result<Reversal, PassCultureError>) -> String? {
        switch result {
        case .success(.done): recalled == nil ? "done by \(person.name)" : nil
        case .success(.refused(let refusal)): "refused \(refusal.reason.code)"
        case .success(.unknown(let unknown)): "lost \(unknown.cause.code)"
        case .failure(let error): "not-done \(error.code.code)"
        }
    }

    /// What becomes of the attempt: nothing, while it is not certain.
    private func event(_ result: Result<Reversal, PassCultureError>) -> Attempt.Event? {
        guard let recalled else { return nil }
        switch result {
        case .success(.done):
            return kind == .undo ? .undone(person.name) : .abandoned("booking cancelled by \(person.name)")
        case .success(.refused(let refusal)):
            switch refusal.reason {
            case .notUsed: return .undone(person.name)
            case .cancelled, .alreadyCancelled: return .readBack(.cancelled)
            default: break
            }
        case .success(.unknown): return nil
        case .failure: break
        }
        return recalled.state == .confirmed ? .upheld : nil
    }
}
