// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture

/// One thing that somebody does at a desk with an outbox.
struct DeskHand: Sendable {
    /// What is done.
    enum Errand: CaseIterable, Sendable {
        case check, validate, validateLater, undo, pending, reconcile, confirm, abandon, report

        /// Each as often as it comes up.
        static let weighted: [Errand] = allCases + [.check, .check, .validate, .validate, .validate, .validate, .check]
    }

    /// Who decides.
    private static let person = "Camille"

    let desk: Desk
    let errand: Errand
    let countermark: Countermark
    let deadline: Duration?

    /// Does it without holding a thread.
    func work() async -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            do throws(OutboxError) {
                switch errand {
                case .pending: tally.tell("pending \(try await desk.pending().isEmpty)")
                case .reconcile: tally.take(try await desk.reconcile())
                case .confirm:
                    guard let id = try await open()?.id else { break }
                    _ = try await desk.confirm(id, by: Self.person)
                    tally.tell("confirmed")
                case .abandon:
                    guard let id = try await open()?.id else { break }
                    _ = try await desk.abandon(id, by: Self.person)
                    tally.tell("abandoned")
                case .report: tally.tell("report \(try report())")
                case .check, .validate, .validateLater, .undo: break
                }
            } catch {
                tally.fail(error)
            }
            switch errand {
            case .check: tally.take(try await desk.check(countermark, deadline: deadline))
            case .validate: tally.take(try await desk.validate(countermark, deadline: deadline))
            case .validateLater:
                _ = try await desk.validateLater(countermark, as: LateValidation(.cinema))
                tally.tell("later")
            case .undo:
                let person = try Person(whoConfirmed: Self.person)
                tally.take(try await desk.undo(countermark, confirmedBy: person, deadline: deadline), countermark)
            case .pending, .reconcile, .confirm, .abandon, .report: break
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }

    /// Does it on this thread.
    func workBlocking() -> Tally {
        var tally = Tally()
        do throws(PassCultureError) {
            do throws(OutboxError) {
                switch errand {
                case .pending: tally.tell("pending \(try desk.pendingBlocking().isEmpty)")
                case .reconcile: tally.take(try desk.reconcileBlocking())
                case .confirm:
                    guard let id = try openBlocking()?.id else { break }
                    _ = try desk.confirmBlocking(id, by: Self.person)
                    tally.tell("confirmed")
                case .abandon:
                    guard let id = try openBlocking()?.id else { break }
                    _ = try desk.abandonBlocking(id, by: Self.person)
                    tally.tell("abandoned")
                case .report: tally.tell("report \(try report())")
                case .check, .validate, .validateLater, .undo: break
                }
            } catch {
                tally.fail(error)
            }
            switch errand {
            case .check: tally.take(try desk.checkBlocking(countermark, deadline: deadline))
            case .validate: tally.take(try desk.validateBlocking(countermark, deadline: deadline))
            case .validateLater:
                _ = try desk.validateLaterBlocking(countermark, as: LateValidation(.cinema))
                tally.tell("later")
            case .undo:
                let person = try Person(whoConfirmed: Self.person)
                tally.take(try desk.undoBlocking(countermark, confirmedBy: person, deadline: deadline), countermark)
            case .pending, .reconcile, .confirm, .abandon, .report: break
            }
        } catch {
            tally.fail(error)
        }
        return tally
    }

    /// What a person could decide about.
    private func open() async throws(OutboxError) -> Attempt? { try await desk.pending().first(where: Self.isDoubtful) }

    private func openBlocking() throws(OutboxError) -> Attempt? {
        try desk.pendingBlocking().first(where: Self.isDoubtful)
    }

    private static func isDoubtful(_ attempt: Attempt) -> Bool {
        attempt.state == .unknown || attempt.state == .probable
    }

    private func report() throws(OutboxError) -> Bool {
        try desk.outbox.attempts(from: .epoch, to: .latest).isEmpty || desk.isClockSetBack
    }
}

extension Tally {
    /// Counts a check at a desk.
    mutating func take(_ check: Check) {
        switch check {
        case .refused(let refusal): tell("refused \(refusal.reason.code)")
        case .valid: tell("valid")
        default: tell("checked without the platform")
        }
    }

    /// Counts what became of a validation at a desk; what a person vouched for was not answered.
    mutating func take(_ outcome: Outcome) {
        switch outcome {
        case .validated(let validated):
            guard validated.isAnswered, let countermark = validated.attempt.countermark else {
                return tell("vouched for")
            }
            validate(countermark)
        case .refused(let refusal): tell("refused \(refusal.reason.code)")
        case .provisional: tell("provisional")
        case .probable: tell("probable")
        case .unknown: tell("unknown")
        }
    }

    /// Counts what was settled afterwards.
    mutating func take(_ reconciliation: Reconciliation) {
        tell("reconciled")
        for settled in reconciliation.settled { take(settled.outcome) }
    }

    /// Counts what was to be taken back.
    mutating func take(_ reversal: Reversal, _ countermark: Countermark) {
        switch reversal {
        case .done, .unknown: takeBack(countermark)
        case .refused(let refusal): tell("refused \(refusal.reason.code)")
        }
    }
}
