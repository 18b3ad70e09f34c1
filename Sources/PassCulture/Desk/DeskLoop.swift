// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Does what a desk's machine says until it is done: once blocking, once async, and nothing else differs.
struct DeskLoop: Sendable {
    let exchanges: ExchangeLoop
    let dialect: any Dialect
    let store: any OutboxStore
    let settings: Desk.Settings
    let worker = WorkerThread()
    let clock = ClockWatch()
    let refusals = KnownRefusals()
    let unwritten = UnwrittenAnswers()

    /// A machine that begins with an attempt, or goes on with one.
    func machine(_ attempt: Attempt, isNew: Bool) -> DeskMachine {
        DeskMachine(
            attempt, isNew: isNew, settings, looks: dialect.hasLists, compares: dialect.comparesVenues)
    }

    /// Drives a machine without holding a thread of Swift's pool: what waits for the disk, and what comes between, is on the worker's.
    func run(_ start: DeskMachine, deadline: Duration? = nil) async throws(PassCultureError) -> DeskEnd {
        try await worker.run(task: { () async throws(PassCultureError) in try await drive(start, deadline) })
    }

    private func drive(_ start: DeskMachine, _ deadline: Duration?) async throws(PassCultureError) -> DeskEnd {
        var machine = start
        var budget = DeskBudget(deadline ?? exchanges.options.totalDeadline, exchanges.options.time)
        var input = DeskInput.begin
        while true {
            let action = machine.next(input)
            switch action {
            case .validate(let countermark):
                do throws(PassCultureError) {
                    input = .validated(
                        try await exchanges.validate(call(.validate, countermark, budget.left(for: action))))
                } catch {
                    input = .fault(error)
                }
            case .compare(let countermark), .verify(let countermark):
                do throws(PassCultureError) {
                    input = .verified(try await exchanges.verify(call(.verify, countermark, budget.left(for: action))))
                } catch {
                    input = .fault(error)
                }
            case .look(let booking, let status):
                do throws(PassCultureError) {
                    input = .looked(
                        holds(try await exchanges.run(search(booking, status, budget.left(for: action))), booking))
                } catch {
                    input = .fault(error)
                }
            case .done(let outcome): return DeskEnd(outcome: try outcome.get(), wasAnswered: machine.wasAnswered)
            case .add, .advance, .postpone, .dayList, .ledger:
                input = write(action, machine.beingClosed)
            }
        }
    }

    /// Drives a machine on the caller's thread.
    func runBlocking(_ start: DeskMachine, deadline: Duration? = nil) throws(PassCultureError) -> DeskEnd {
        var machine = start
        var budget = DeskBudget(deadline ?? exchanges.options.totalDeadline, exchanges.options.time)
        var input = DeskInput.begin
        while true {
            let action = machine.next(input)
            switch action {
            case .validate(let countermark):
                do throws(PassCultureError) {
                    input = .validated(
                        try exchanges.validateBlocking(call(.validate, countermark, budget.left(for: action))))
                } catch {
                    input = .fault(error)
                }
            case .compare(let countermark), .verify(let countermark):
                do throws(PassCultureError) {
                    input = .verified(
                        try exchanges.verifyBlocking(call(.verify, countermark, budget.left(for: action))))
                } catch {
                    input = .fault(error)
                }
            case .look(let booking, let status):
                do throws(PassCultureError) {
                    input = .looked(
                        holds(try exchanges.runBlocking(search(booking, status, budget.left(for: action))), booking))
                } catch {
                    input = .fault(error)
                }
            case .done(let outcome): return DeskEnd(outcome: try outcome.get(), wasAnswered: machine.wasAnswered)
            case .add, .advance, .postpone, .dayList, .ledger: input = write(action, machine.beingClosed)
            }
        }
    }

    /// - Throws: ``PassCultureError``, having sent nothing, when a booking of another edition cannot be looked up in this one.
    func search(
        _ booking: String, _ status: BookingStatus, _ deadline: Duration
    ) throws(PassCultureError) -> BookingsMachine {
        guard let question = dialect.search(for: booking, in: status) else {
            throw PassCultureError(.notInThisEdition)
        }
        return BookingsMachine(question, in: dialect, on: exchanges, deadline: deadline)
    }

    func holds(_ page: [BookingDetails], _ booking: String) -> Bool { page.contains { $0.bookingID == booking } }

    func call(
        _ operation: CountermarkCall.Operation, _ countermark: Countermark, _ deadline: Duration? = nil
    ) -> CountermarkCall {
        CountermarkCall(operation: operation, countermark: countermark, dialect: dialect, deadline: deadline)
    }

    /// Whether the day list shows a countermark as used, or the platform refused it, and no check speaks for it.
    func isKnownAsUsed(_ attempt: Attempt) throws(OutboxError) -> Bool {
        guard attempt.checkedAt == nil, let countermark = attempt.countermark else { return false }
        if refusals[countermark] != nil { return true }
        return try store.entry(of: countermark)?.isUsed ?? false
    }

    /// Asks the outbox, on this thread.
    ///
    /// - Parameter answer: The platform's yes or no, where it is that which is written down.
    private func write(_ action: DeskAction, _ answer: Outcome?) -> DeskInput {
        let now = settings.now()
        if clock.note(now, store) { exchanges.tell(.clockSetBack) }
        do throws(OutboxError) {
            switch action {
            case .add(let attempt): return .added(try store.add(attempt, isSent: true, within: nil, at: now))
            case .advance(let id, let events, let condition):
                return .advanced(try store.advance(id, by: events, if: condition, at: now))
            case .postpone(let id, let limits): return .advanced(try store.postpone(id, within: limits, at: now))
            case .dayList(let attempt): return .looked(try isKnownAsUsed(attempt))
            case .ledger(let countermark): return .ledger(try store.attempts(of: countermark))
            case .compare, .validate, .verify, .look, .done: preconditionFailure("nothing of this is written")
            }
        } catch {
            if !action.isOvertaken(error) { exchanges.tell(.journalFailed) }
            if case .advance(let id, _, .inHand) = action, let answer { unwritten.keep(answer, of: id, at: now) }
            return .outboxFailed(error)
        }
    }
}
