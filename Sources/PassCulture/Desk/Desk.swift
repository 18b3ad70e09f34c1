// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Synchronization

/// The desk (*guichet*) of a till: checks, validates, keeps what it did, and tells the truth about a lost answer.
///
/// The platform validates a countermark once, answers 410 ever after, and does not say who validated. So every attempt is written into
/// the outbox *before* the request leaves, and after a lost answer the countermark is read back:
///
/// - ``Outcome/validated(_:)``: the platform's answer was seen, or somebody vouched for it and that is recorded;
/// - ``Outcome/refused(_:)``: the platform's no was seen;
/// - ``Outcome/provisional(_:)``: stored, not sent;
/// - ``Outcome/probable(_:)``: sent, a check before it found the countermark valid, and the platform now says that it is validated;
/// - ``Outcome/unknown(_:)``: anything else.
///
/// ```swift
/// let outbox = try SQLiteOutbox(path: "/var/lib/caisse/passculture.db")
/// let desk = try passCulture.desk(email: "caisse@librairie.example", password: password, outbox: outbox)
/// switch try await desk.validate(code) {
/// case .validated(let validated): printReceipt(validated)
/// case let other: show(other.cashier.french)
/// }
/// ```
///
/// Every call exists twice: `async`, and blocking on the caller's thread (`checkBlocking` …). A desk may be used from several threads.
public final class Desk: Sendable {
    /// The check of a countermark, remembered as evidence.
    private struct Memory {
        struct Found {
            let at: Instant
            let booking: String?
            let serviceFrom: Instant?
        }

        var checks: [Countermark: Found] = [:]
        /// Of another venue than the till's.
        var elsewhere: [Countermark: Refusal] = [:]
    }

    /// How many checks are remembered.
    private static let remembered = 1_000

    let loop: DeskLoop
    private let memory = Mutex(Memory())

    /// The settings.
    public var settings: Settings { loop.settings }
    /// Where attempts are kept.
    public var outbox: any OutboxStore { loop.store }

    /// Whether the till's clock shows an earlier time than its outbox has written down: it was set back, and reports have wrong times.
    public var isClockSetBack: Bool { loop.clock.wasSetBack }

    init(loop: DeskLoop) {
        self.loop = loop
    }

    // MARK: - Checking

    /// Checks (*vérifier*) a countermark; changes nothing at the platform. Without a line, the day list, the outbox and what the platform said
    /// no to before answer as well as they can; with one, the outbox has a word too: what it has open or confirmed is not handed over again, however valid the platform finds it.
    ///
    /// - Parameters:
    ///   - countermark: What the young person shows.
    ///   - deadline: How long the call may take in all; what the options say unless given.
    /// - Throws: ``PassCultureError`` when no answer of the platform came and the day list does not have the countermark.
    public func check(
        _ countermark: Countermark, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Check {
        let kept = await loop.worker.run { [loop] in CheckedAttempts(of: countermark, loop) }
        do throws(PassCultureError) {
            let verification = try await loop.exchanges.verify(loop.call(.verify, countermark, deadline))
            guard case .valid = verification else { return found(verification, countermark) }
            let taken = await loop.worker.run { kept.takenThoughValid() }
            return found(verification, countermark, taken: taken)
        } catch {
            let local = await loop.worker.run { [loop] in Self.local(countermark, loop) }
            guard let local else { throw error }
            return local
        }
    }

    /// Checks (*vérifier*) a countermark on the caller's thread; as ``check(_:deadline:)`` in all else.
    public func checkBlocking(
        _ countermark: Countermark, deadline: Duration? = nil
    ) throws(PassCultureError) -> Check {
        let kept = CheckedAttempts(of: countermark, loop)
        do throws(PassCultureError) {
            let verification = try loop.exchanges.verifyBlocking(loop.call(.verify, countermark, deadline))
            guard case .valid = verification else { return found(verification, countermark) }
            return found(verification, countermark, taken: kept.takenThoughValid())
        } catch {
            guard let local = Self.local(countermark, loop) else { throw error }
            return local
        }
    }

    private func found(
        _ verification: Verification, _ countermark: Countermark, taken: Attempt? = nil
    ) -> Check {
        switch verification {
        case .refused(let refusal):
            forget(countermark)
            remember(refusal, of: countermark)
            return .refused(refusal)
        case .valid(let booking):
            let now = settings.now()
            loop.refusals.forget(CollectionOfOne(countermark))
            memory.withLock { memory in
                if memory.checks.count >= Self.remembered { memory.checks.removeAll() }
                memory.elsewhere[countermark] = nil
                memory.checks[countermark] = Memory.Found(
                    at: now, booking: booking?.bookingID, serviceFrom: booking?.serviceFrom)
            }
            return taken.map { .taken($0) } ?? .valid(booking)
        }
    }

    /// Forgets what a check found of a countermark.
    func forget(_ countermark: Countermark) {
        memory.withLock { $0.checks[countermark] = nil }
        loop.refusals.forget(CollectionOfOne(countermark))
    }

    /// Whether a check found a countermark valid, and no attempt was sent or kept since: then it is one of the till's own venue.
    func isChecked(_ countermark: Countermark) -> Bool { memory.withLock { $0.checks[countermark] != nil } }

    /// Remembers a refusal, for when there is no line. One of another venue is so for good, also when a later no does not tell it any more.
    func remember(_ refusal: Refusal, of countermark: Countermark) {
        loop.refusals.note(refusal, of: countermark)
        guard refusal.reason == .wrongVenue else { return }
        memory.withLock { memory in
            if memory.elsewhere.count >= Self.remembered { memory.elsewhere.removeAll() }
            memory.elsewhere[countermark] = refusal
        }
    }

    /// What is remembered of a countermark of another venue, which neither its validation nor what takes it back or cancels would notice.
    func refusal(of countermark: Countermark) -> Refusal? { memory.withLock { $0.elsewhere[countermark] } }

    /// What is known without the platform; nothing if that is nothing.
    private static func local(_ countermark: Countermark, _ loop: DeskLoop) -> Check? {
        if let attempts = try? loop.store.attempts(of: countermark),
            let taken = attempts.first(where: { $0.state.takesCountermark })
        {
            return .taken(taken)
        }
        if let refusal = loop.refusals[countermark] { return .refused(refusal) }
        guard let entry = try? loop.store.entry(of: countermark) else { return nil }
        return entry.isUsed ? .taken(nil) : .provisional(entry)
    }

    // MARK: - Validating

    /// Validates (*valider*) a countermark: written down first, sent once, and read back once if the answer is lost.
    ///
    /// In today's edition the vendor's key opens other venues too. What this desk has found to be another venue's is refused without
    /// asking; of what it has not checked, it asks first whose it is: one request more, within the same time.
    ///
    /// - Parameters:
    ///   - countermark: What the young person shows.
    ///   - amountCents: What it is worth, in cents, for the limits and the reports.
    ///   - kind: What is sold, if that is known, for who reads the outbox; no rule of the guide is held by it.
    ///   - deadline: How long sending may take in all, and all the reading back as long again; what the options say unless given.
    /// - Throws: ``PassCultureError`` only when no validation was sent: `already-taken` when the outbox has an open or confirmed attempt of this
    ///   countermark or, without a line, the day list shows it as used or the platform refused it before, `journal-failed` when the attempt could not be written down, `never-sent` when there is no line, or what kept a
    ///   check from being answered (`no-answer` …), and ``Settings-swift.struct/offline-swift.property`` says to refuse, `offline-limit` when it says to store and too much waits.
    public func validate(
        _ countermark: Countermark, amountCents: Int64? = nil, kind: OfferKind? = nil, deadline: Duration? = nil
    ) async throws(PassCultureError) -> Outcome {
        guard !Task.isCancelled else { throw PassCultureError(.cancelled, nothingWasSent: true) }
        if let refusal = refusal(of: countermark) { return .refused(refusal) }
        let outcome = try await loop.run(machine(countermark, amountCents, kind), deadline: deadline).outcome
        forget(countermark)
        if case .refused(let refusal) = outcome { remember(refusal, of: countermark) }
        return outcome
    }

    /// Validates (*valider*) a countermark on the caller's thread; as ``validate(_:amountCents:kind:deadline:)`` in all else.
    public func validateBlocking(
        _ countermark: Countermark, amountCents: Int64? = nil, kind: OfferKind? = nil, deadline: Duration? = nil
    ) throws(PassCultureError) -> Outcome {
        if let refusal = refusal(of: countermark) { return .refused(refusal) }
        let outcome = try loop.runBlocking(machine(countermark, amountCents, kind), deadline: deadline).outcome
        forget(countermark)
        if case .refused(let refusal) = outcome { remember(refusal, of: countermark) }
        return outcome
    }

    private func machine(_ countermark: Countermark, _ amountCents: Int64?, _ kind: OfferKind?) -> DeskMachine {
        loop.machine(attempt(countermark, amountCents, kind), isNew: true)
    }

    /// A new attempt, with the check that speaks for it: remembered until an attempt is sent or kept.
    private func attempt(
        _ countermark: Countermark, _ amountCents: Int64?, _ kind: OfferKind?, _ late: LateValidation? = nil
    ) -> Attempt {
        let now = settings.now()
        let found = memory.withLock { $0.checks[countermark] }
        return Attempt(
            id: settings.draw(), till: settings.till, venue: settings.venue, countermark: countermark,
            amountCents: amountCents, kind: kind, plannedAt: now,
            notBefore: late?.kind == .cinema ? late?.begins : nil,
            overridesRule: late.map { !$0.isAllowed(at: now) } ?? false,
            checkedAt: found?.at, bookingID: found?.booking, serviceFrom: found?.serviceFrom)
    }

    // MARK: - Later

    /// Stores a validation that is sent by ``reconcile(progress:)``: a cinema's after the show, a show's or a practice's before the session
    /// (`guide G22`, `G24`, `G25`). Books and digital offers are validated when they are handed over (`G23`, `G26`).
    ///
    /// - Parameters:
    ///   - countermark: What the young person showed.
    ///   - late: What is sold, and when it begins.
    ///   - amountCents: What it is worth, in cents.
    /// - Throws: ``PassCultureError``: `late-not-allowed` by the guide, and `time-needed` where a show's or a practice's beginning is not given,
    ///   unless ``Settings-swift.struct`` overrides it; `already-taken`, `offline-limit`, `journal-failed`.
    public func validateLater(
        _ countermark: Countermark, as late: LateValidation, amountCents: Int64? = nil
    ) async throws(PassCultureError) -> Provisional {
        let attempt = try later(countermark, late, amountCents)
        let kept = try await loop.worker.run { [loop] in Self.keep(attempt, loop) }.get()
        forget(countermark)
        return kept
    }

    /// Stores a validation on the caller's thread; as ``validateLater(_:as:amountCents:)`` in all else.
    public func validateLaterBlocking(
        _ countermark: Countermark, as late: LateValidation, amountCents: Int64? = nil
    ) throws(PassCultureError) -> Provisional {
        let kept = try Self.keep(try later(countermark, late, amountCents), loop).get()
        forget(countermark)
        return kept
    }

    private func later(
        _ countermark: Countermark, _ late: LateValidation, _ amountCents: Int64?
    ) throws(PassCultureError) -> Attempt {
        guard late.isAllowed(at: settings.now()) || settings.allowsLateValidationAgainstTheGuide else {
            throw PassCultureError(late.lacksItsTime ? .timeNeeded : .lateNotAllowed, detail: late.kind.rawValue)
        }
        return attempt(countermark, amountCents, late.kind, late)
    }

    private static func keep(_ attempt: Attempt, _ loop: DeskLoop) -> Result<Provisional, PassCultureError> {
        do throws(OutboxError) {
            let now = loop.settings.now()
            if try loop.isKnownAsUsed(attempt) {
                return .failure(PassCultureError(.alreadyTaken, detail: "refused before, or used on the day list"))
            }
            switch try loop.store.add(attempt, isSent: false, within: loop.settings.laterLimits, at: now) {
            case .added(let attempt): return .success(Provisional(attempt, .later))
            case .taken(let taken):
                return .failure(PassCultureError(.alreadyTaken, detail: "attempt \(taken.number)"))
            case .limit(let code): return .failure(PassCultureError(.offlineLimit, detail: code))
            }
        } catch {
            return .failure(PassCultureError(notWritten: error))
        }
    }
}
