// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Desk {
    /// Takes a validation back (today's edition): the countermark is valid again. For the good that was not handed over after all.
    ///
    /// Who confirmed it is written into the outbox before it is sent; it is sent once. An attempt of the countermark that is open or confirmed
    /// is *recalled* from then on: it is never sent again by itself, and it is open until the platform says what is so, or a person decides; but
    /// where the platform says no or nothing left, what was confirmed is so again, and what waited waits as before, which ``Reversal/cashier`` and
    /// ``PassCultureError/cashier`` say: unless the no is that it is so already. One at a time asks about such an attempt: whoever asks while the answer to somebody else is awaited is told
    /// so, and nothing more is sent. Of a countermark that this outbox has no such attempt of, validated elsewhere or taken back before, each who
    /// asks sends. The SDK never asks for this by itself, and never to find something out.
    ///
    /// What this desk or its outbox has found to be another venue's is refused as ``Refusal/Reason/wrongVenue``, and nothing is sent. The platform
    /// itself takes back whatever the vendor's key opens, and reading tells no venue of what is validated: so an undo of what neither this desk has
    /// checked nor its outbox holds **cannot be checked**. Give it only what was validated at this till.
    ///
    /// - Parameters:
    ///   - countermark: What was validated, here or elsewhere.
    ///   - person: Who was asked at the till, and said yes.
    ///   - deadline: How long the call may take in all; what the options say unless given.
    /// - Throws: ``PassCultureError`` when nothing was done: `not-in-this-edition`, `journal-failed`, `under-way` when the validation is
    ///   being sent or taken back at this moment, `never-sent`, `too-many-requests` …
    public func undo(
        _ countermark: Countermark, confirmedBy person: Person, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Reversal {
        try await reverse(.undo, .undo, countermark, person, deadline)
    }

    /// Takes a validation back on the caller's thread; as ``undo(_:confirmedBy:deadline:)`` in all else.
    public func undoBlocking(
        _ countermark: Countermark, confirmedBy person: Person, deadline: Duration? = nil
    ) throws(PassCultureError) -> Reversal {
        try reverseBlocking(.undo, .undo, countermark, person, deadline)
    }

    /// Cancels a booking that is not validated (today's edition): the young person gets the credit back. It cannot be taken back; of an event
    /// it is possible only until the window of cancellation ends.
    ///
    /// Of a countermark that neither a check at this desk nor the outbox tells to be the till's own, it asks first whose it is: another venue's is
    /// refused as ``Refusal/Reason/wrongVenue``, and without an answer of the platform's own to that nothing is cancelled. Where a refusal tells no venue, as of an event that
    /// can still be cancelled, it cannot be checked, and the cancellation is sent.
    ///
    /// - Parameters:
    ///   - countermark: What was booked.
    ///   - person: Who was asked at the till, and said yes.
    ///   - deadline: How long cancelling may take in all, and asking whose it is as long again; what the options say unless given.
    /// - Throws: ``PassCultureError`` when nothing was done, as for ``undo(_:confirmedBy:deadline:)``.
    public func cancel(
        _ countermark: Countermark, confirmedBy person: Person, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Reversal {
        try await reverse(.cancel, .cancel, countermark, person, deadline)
    }

    /// Cancels a booking on the caller's thread; as ``cancel(_:confirmedBy:deadline:)`` in all else.
    public func cancelBlocking(
        _ countermark: Countermark, confirmedBy person: Person, deadline: Duration? = nil
    ) throws(PassCultureError) -> Reversal {
        try reverseBlocking(.cancel, .cancel, countermark, person, deadline)
    }

    private func reverse(
        _ kind: Reversal.Kind, _ operation: CountermarkCall.Operation, _ countermark: Countermark, _ person: Person,
        _ deadline: Duration?
    ) async throws(PassCultureError) -> Reversal {
        guard loop.dialect.operations.contains(operation) else { throw PassCultureError(.notInThisEdition) }
        guard !Task.isCancelled else { throw PassCultureError(.cancelled, nothingWasSent: true) }
        if let refusal = refusal(of: countermark) { return .refused(refusal) }
        let isChecked = isChecked(countermark)
        forget(countermark)
        let record = try await loop.worker.run { [loop] in
            Self.record(kind, countermark, person, isChecked: isChecked, loop)
        }.get()
        if let refusal = record.elsewhere { return .refused(refusal) }
        let result: Result<Reversal, PassCultureError>
        do throws(PassCultureError) {
            var refusal: Refusal?
            if kind == .cancel, loop.dialect.comparesVenues, !isChecked, !record.isOurs {
                refusal = try await elsewhere(countermark, deadline)
            }
            if let refusal {
                result = .success(.refused(refusal))
            } else {
                result = .success(try await loop.exchanges.run(machine(kind, operation, countermark, deadline)))
            }
        } catch {
            result = .failure(error)
        }
        let isWritten = await loop.worker.run { [loop] in Self.write(result, record, loop) }
        return try record.told(result, isWritten: isWritten).get()
    }

    private func reverseBlocking(
        _ kind: Reversal.Kind, _ operation: CountermarkCall.Operation, _ countermark: Countermark, _ person: Person,
        _ deadline: Duration?
    ) throws(PassCultureError) -> Reversal {
        guard loop.dialect.operations.contains(operation) else { throw PassCultureError(.notInThisEdition) }
        if let refusal = refusal(of: countermark) { return .refused(refusal) }
        let isChecked = isChecked(countermark)
        forget(countermark)
        let record = try Self.record(kind, countermark, person, isChecked: isChecked, loop).get()
        if let refusal = record.elsewhere { return .refused(refusal) }
        let result = Result { () throws(PassCultureError) -> Reversal in
            if kind == .cancel, loop.dialect.comparesVenues, !isChecked, !record.isOurs,
                let refusal = try elsewhereBlocking(countermark, deadline)
            {
                return .refused(refusal)
            }
            return try loop.exchanges.runBlocking(machine(kind, operation, countermark, deadline))
        }
        let isWritten = Self.write(result, record, loop)
        return try record.told(result, isWritten: isWritten).get()
    }

    /// Reads the countermark before its booking is cancelled, as the platform cancels another venue's as well; nothing where that tells no
    /// venue, as a no does not.
    ///
    /// - Throws: ``PassCultureError`` when nothing was read: then nothing is cancelled.
    private func elsewhere(
        _ countermark: Countermark, _ deadline: Duration?
    ) async throws(PassCultureError) -> Refusal? {
        do throws(PassCultureError) {
            return try refusal(
                in: try await loop.exchanges.verify(loop.call(.verify, countermark, deadline)), countermark)
        } catch {
            throw Task.isCancelled ? PassCultureError(.cancelled, nothingWasSent: true) : error.sendingNothing
        }
    }

    /// Reads the countermark on the caller's thread.
    private func elsewhereBlocking(
        _ countermark: Countermark, _ deadline: Duration?
    ) throws(PassCultureError) -> Refusal? {
        do throws(PassCultureError) {
            return try refusal(
                in: try loop.exchanges.verifyBlocking(loop.call(.verify, countermark, deadline)), countermark)
        } catch {
            throw error.sendingNothing
        }
    }

    /// What speaks against cancelling: another venue, or a log-in that is refused.
    ///
    /// - Throws: ``PassCultureError`` where it was not the platform that answered.
    private func refusal(
        in verification: Verification, _ countermark: Countermark
    ) throws(PassCultureError) -> Refusal? {
        guard case .refused(let refusal) = verification else { return nil }
        if refusal.reason.isLogIn { return refusal }
        guard refusal.isThePlatforms else { throw PassCultureError(.unexpectedStatus, status: refusal.status) }
        guard refusal.reason == .wrongVenue else { return nil }
        remember(refusal, of: countermark)
        return refusal
    }

    private func machine(
        _ kind: Reversal.Kind, _ operation: CountermarkCall.Operation, _ countermark: Countermark, _ deadline: Duration?
    ) -> ReversalMachine {
        let call = loop.call(operation, countermark, deadline)
        return ReversalMachine(
            kind, call, request: call.request(on: loop.exchanges.letterhead))
    }

    private static func record(
        _ kind: Reversal.Kind, _ countermark: Countermark, _ person: Person, isChecked: Bool, _ loop: DeskLoop
    ) -> Result<ReversalRecord, PassCultureError> {
        // What was answered, and could not be written down, is so before somebody wants it back.
        loop.unwritten.write(to: loop.store)
        return Result { () throws(PassCultureError) in
            try ReversalRecord(
                kind, of: countermark, by: person, number: loop.settings.draw(), isChecked: isChecked,
                in: loop.store, at: loop.settings.now())
        }
    }

    /// Writes down what became of it, and says whether that is written. What cannot be is told all the same: it is what happened.
    private static func write(
        _ result: Result<Reversal, PassCultureError>, _ record: ReversalRecord, _ loop: DeskLoop
    ) -> Bool {
        do throws(OutboxError) {
            try record.end(result, in: loop.store, at: loop.settings.now())
            return true
        } catch {
            loop.exchanges.tell(.journalFailed)
            return false
        }
    }
}
