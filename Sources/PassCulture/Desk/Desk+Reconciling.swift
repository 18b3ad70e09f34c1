// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Desk {
    /// The attempts that are not closed, oldest first.
    ///
    /// - Throws: ``OutboxError``.
    public func pending() async throws(OutboxError) -> [Attempt] {
        try await loop.worker.run { [loop] in Self.open(loop.store) }.get().map(\.attempt)
    }

    /// The attempts that are not closed, read on the caller's thread.
    ///
    /// - Throws: ``OutboxError``.
    public func pendingBlocking() throws(OutboxError) -> [Attempt] {
        try Self.open(loop.store).get().map(\.attempt)
    }

    /// Goes through the attempts that are not closed, oldest first: sends what waits and may be sent, reads back what is unknown, recalled
    /// or was interrupted, erases countermarks and day lists whose time is over. Call it at start, when the line is back, and in the evening.
    ///
    /// It stops at the first attempt that cannot be sent, as there is no line, and at the first for which the log-in or the key is refused
    /// (`not-accepted`). What is answered with a fault of the service, with a no in words that nobody knows or with no answer of the contract is
    /// passed over (``Reconciliation/passedOver``), as that may be so of its countermark alone; the fifth in a row stops it, as then it
    /// is a page of something in between that answers to everything. All of these go on as they were, and the next call asks again. Cancelling the
    /// task stops it after the attempt under way.
    ///
    /// What waits and is another venue's than the till's is neither sent nor closed (``Provisional/Cause-swift.enum/wrongVenue``), as the till may be set
    /// up for the wrong one; it is asked about last. What was answered before, and could not be written down as the disk was full, is written first, and
    /// told as settled.
    ///
    /// - Parameter progress: Told after each attempt.
    /// - Throws: ``OutboxError`` when the outbox cannot be read; what was settled before is written down.
    public func reconcile(
        progress: (@Sendable (Reconciliation.Progress) -> Void)? = nil
    ) async throws(OutboxError) -> Reconciliation {
        let (written, open) = try await loop.worker.run { [loop] in Self.openWithAnswers(loop) }.get()
        var result = Reconciliation(written)
        for (index, entry) in open.enumerated() {
            if Task.isCancelled { result.stoppedBy = PassCultureError(.cancelled, nothingWasSent: true) }
            guard result.stoppedBy == nil else { break }
            if isToBeSettled(entry, &result) {
                do throws(PassCultureError) {
                    let end = try await loop.run(loop.machine(entry.attempt, isNew: false))
                    note(end, entry, &result)
                } catch {
                    note(error, entry, &result)
                }
            }
            progress?(Reconciliation.Progress(done: index + 1, total: open.count))
        }
        (result.erased, result.wiped) = try await loop.worker.run { [loop] in Self.tidy(loop) }.get()
        return result
    }

    /// Goes through the attempts that are not closed on the caller's thread; as ``reconcile(progress:)`` in all else.
    public func reconcileBlocking(
        progress: ((Reconciliation.Progress) -> Void)? = nil
    ) throws(OutboxError) -> Reconciliation {
        let (written, open) = try Self.openWithAnswers(loop).get()
        var result = Reconciliation(written)
        for (index, entry) in open.enumerated() {
            guard result.stoppedBy == nil else { break }
            if isToBeSettled(entry, &result) {
                do throws(PassCultureError) {
                    let end = try loop.runBlocking(loop.machine(entry.attempt, isNew: false))
                    note(end, entry, &result)
                } catch {
                    note(error, entry, &result)
                }
            }
            progress?(Reconciliation.Progress(done: index + 1, total: open.count))
        }
        (result.erased, result.wiped) = try Self.tidy(loop).get()
        return result
    }

    private func isToBeSettled(_ entry: OpenAttempt, _ result: inout Reconciliation) -> Bool {
        guard !entry.isHeld else {
            result.held += 1
            return false
        }
        guard entry.attempt.state != .planned || entry.attempt.notBefore.map({ $0 <= settings.now() }) ?? true else {
            result.notDue += 1
            return false
        }
        return true
    }

    private func note(_ end: DeskEnd, _ entry: OpenAttempt, _ result: inout Reconciliation) {
        if case .unknown(let unsettled) = end.outcome, unsettled.attempt.state == .abandoned {
            return result.noteTakenBack()
        }
        result.note(end, on: entry.attempt.id)
    }

    private func note(_ error: PassCultureError, _ entry: OpenAttempt, _ result: inout Reconciliation) {
        if error.code == .alreadyTaken { result.held += 1 } else { result.note(error, on: entry.attempt.id) }
    }

    /// What was answered before and could not be written down until now, and then what is open, oldest first: what was read as another venue's
    /// last, as it is asked about each time and must not use up the calls of what can be sent.
    private static func openWithAnswers(
        _ loop: DeskLoop
    ) -> Result<([Reconciliation.Settled], [OpenAttempt]), OutboxError> {
        let written = loop.unwritten.write(to: loop.store)
        return open(loop.store).map { entries in
            (written, entries.filter { !$0.attempt.isElsewhere } + entries.filter { $0.attempt.isElsewhere })
        }
    }

    private static func open(_ store: any OutboxStore) -> Result<[OpenAttempt], OutboxError> {
        do throws(OutboxError) { return .success(try store.openAttempts()) } catch { return .failure(error) }
    }

    /// Erases what was kept long enough.
    private static func tidy(_ loop: DeskLoop) -> Result<(Int, Int), OutboxError> {
        do throws(OutboxError) {
            let now = loop.settings.now()
            let erased = try loop.store.erase(closedBefore: now - loop.settings.retention)
            return .success((erased, try loop.store.wipeDayLists(begunBefore: now - DayList.keeping)))
        } catch {
            return .failure(error)
        }
    }
}
