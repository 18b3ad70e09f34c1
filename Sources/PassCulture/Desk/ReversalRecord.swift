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
    /// The attempt as it was before, if it was open or confirmed: it is recalled until this has an end, and after it unless nothing was done.
    private let recalled: Attempt?
    /// That the outbox has the countermark as one of another venue: then nothing is written, and nothing may be sent.
    let elsewhere: Refusal?

    /// Whether the attempt tells that the countermark is one of the till's venue: a check of this edition found it valid, or it was validated here.
    var isOurs: Bool {
        recalled.map { $0.serviceFrom != nil && $0.reading != .wrongVenue || $0.state == .confirmed } ?? false
    }

    /// Writes down who asks. An attempt that is open or confirmed is recalled: it is not sent again by itself, unless it waited and it is certain
    /// that nothing was done.
    ///
    /// What waits and was read as another venue's is not taken back: that venue may have validated it since.
    ///
    /// - Parameters:
    ///   - number: What it is noted under where the outbox knows no attempt of the countermark.
    ///   - isChecked: Whether the desk has just found the countermark to be one of its venue: what the outbox knew before is over.
    /// - Throws: ``PassCultureError``: `under-way` when the attempt is being sent or taken back at this moment, `journal-failed`; then
    ///   nothing may be sent.
    init(
        _ kind: Reversal.Kind, of countermark: Countermark, by person: Person, number: UInt64, isChecked: Bool,
        in store: any OutboxStore, at now: Instant
    ) throws(PassCultureError) {
        self.kind = kind
        self.person = person
        do throws(OutboxError) {
            let asked = Attempt.Event.recalled(kind, person.name)
            let (recalled, last) = try Self.recall(
                countermark, by: asked, in: store, at: now, unless: { kind == .undo && !isChecked && $0.isElsewhere })
            self.recalled = recalled
            self.number = recalled?.id ?? last?.id ?? number
            elsewhere = recalled == nil && !isChecked ? last?.elsewhere : nil
            if recalled == nil, elsewhere == nil { try store.note(asked.name, on: self.number, at: now) }
        } catch {
            let isBusy = error.code == .wrongState
            throw isBusy ? PassCultureError(.underWay, detail: error.description) : PassCultureError(notWritten: error)
        }
    }

    /// Recalls the attempt that is open or confirmed, as it was read: who was quicker changed it, and it is read anew.
    ///
    /// What was interrupted is lost. What somebody who still lives has in hand, to send it or to take it back, cannot be recalled, as either may
    /// come first. So one at a time asks about an attempt; where this outbox has none that is open or confirmed, nothing keeps two from asking.
    ///
    /// - Returns: The attempt as it was before, and the last of the countermark, if there are such.
    private static func recall(
        _ countermark: Countermark, by asked: Attempt.Event, in store: any OutboxStore, at now: Instant,
        unless isOut: (Attempt) -> Bool
    ) throws(OutboxError) -> (recalled: Attempt?, last: Attempt?) {
        var seen: Attempt?
        while true {
            let attempts = try store.attempts(of: countermark)
            guard let attempt = attempts.last(where: { $0.state.takesCountermark }) else {
                return (nil, attempts.last)
            }
            if isOut(attempt) { return (nil, attempt) }
            // Nobody changed it, and yet it was not to be had.
            if attempt == seen { throw OutboxError(.wrongState, detail: attempt.state.rawValue) }
            seen = attempt
            let events = attempt.state == .sent ? [.lost("interrupted"), asked] : [asked]
            do throws(OutboxError) {
                _ = try store.advance(attempt.id, by: events, if: .unchanged(attempt), at: now)
                return (attempt, attempts.last)
            } catch {
                guard error.code == .wrongState else { throw error }
            }
        }
    }

    /// Writes down what became of it: first what lets go of the attempt.
    func end(
        _ result: Result<Reversal, PassCultureError>, in store: any OutboxStore, at now: Instant
    ) throws(OutboxError) {
        if let event = event(result) { _ = try store.advance(number, by: [event], if: .inHand, at: now) }
        if let note = note(result) { try store.note("\(kind.rawValue)-\(note)", on: number, at: now) }
    }

    /// What the caller is told. That there is nothing to take back at the platform is no refusal where a validation waited or was lost: it is
    /// given up, and so what was asked for is done. What goes on waiting, as nothing was done, is sent yet, and they are told so; but for another
    /// venue's, which is not.
    ///
    /// - Parameter isWritten: Whether it was written down what became of it: what was not stays recalled.
    func told(
        _ result: Result<Reversal, PassCultureError>, isWritten: Bool
    ) -> Result<Reversal, PassCultureError> {
        switch (event(result), result) {
        case (.undone?, _) where kind == .undo && recalled?.state != .confirmed: .success(.done(.undo))
        case (.resumed?, .success(.refused(let refusal))) where refusal.reason == .wrongVenue: result
        case (.resumed?, _) where isWritten: result.map { $0.ofWhatWaits }.mapError { $0.ofWhatWaits }
        default: result
        }
    }

    /// What the history says beside the events of an attempt.
    private func note(_ result: Result<Reversal, PassCultureError>) -> String? {
        switch result {
        case .success(.done): recalled == nil ? "done by \(person.name)" : nil
        case .success(.refused(let refusal)): "refused \(refusal.reason.code)"
        case .success(.unknown(let unknown)): "lost \(unknown.cause.code)"
        case .failure(let error): "not-done \(error.code.code)"
        }
    }

    /// What becomes of the attempt, if there is one.
    private func event(_ result: Result<Reversal, PassCultureError>) -> Attempt.Event? {
        guard let recalled else { return nil }
        switch result {
        case .success(.done):
            return kind == .undo ? .undone(person.name) : .abandoned("booking cancelled by \(person.name)")
        case .success(.refused(let refusal)):
            switch refusal.reason {
            case .notUsed: return .undone(person.name)
            case .cancelled, .alreadyCancelled: return .readBack(.cancelled)
            case .wrongVenue where recalled.state != .confirmed && recalled.state != .planned:
                return .readBack(.wrongVenue)
            default: break
            }
        case .success(.unknown): return .unsettled
        case .failure: break
        }
        // Nothing was done: what was certain is so as before, and what was lost a person must look at.
        return switch recalled.state {
        case .confirmed: .upheld
        case .planned: .resumed
        default: .unsettled
        }
    }
}

extension Attempt {
    /// The refusal with which it was closed, where that was of another venue's countermark, or for which it is not sent.
    fileprivate var elsewhere: Refusal? {
        guard isElsewhere || state == .refused && note == Refusal.Reason.wrongVenue.code else { return nil }
        return Refusal(reason: .wrongVenue, status: 200, basis: .sentence, serverSentences: [])
    }
}
