// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The decisions of a validation at a desk, without any input or output: write down, send once, write down what came, and after a lost
/// answer read back, look the booking up where there are lists, weigh the evidence and perhaps promote. Where a key opens other venues too, it
/// asks first whose countermark it is, unless a check at the same desk has told.
///
/// It begins with a new attempt, or goes on with one that the outbox holds. What it decides by what it has read is written only if that is
/// so still; what came of what it sent, whatever is so.
struct DeskMachine: Sendable {
    private enum State {
        case ready
        case adding
        case claiming
        case comparing
        case sending
        case closing(Outcome?)
        case lookingUp(PassCultureError)
        case postponing(PassCultureError)
        case failing(PassCultureError)
        case deferring
        case leaving
        case losing(readsBack: Bool)
        case readingBack
        case looking(BookingStatus, else: Attempt.Reading)
        case weighing
        case askingLedger
        case promoting
        case overtaken
        case finished
    }

    private let settings: Desk.Settings
    private let isNew: Bool
    private let looks: Bool
    private let compares: Bool
    private(set) var attempt: Attempt
    private var state = State.ready
    /// Whether this very run sent it: then nobody may be told that nothing was.
    private var hasSent = false
    /// Whether the platform has said anything about the countermark in this run.
    private(set) var wasAnswered = false
    /// Whether what had been read as another venue's was found to be the till's own in this run.
    private var isFoundOwn = false
    /// The platform's yes or no, while it is written down.
    var beingClosed: Outcome? { if case .closing(let outcome) = state { outcome } else { nil } }

    /// Begins with a new attempt, or goes on with an old one.
    ///
    /// - Parameters:
    ///   - looks: Whether bookings can be looked up, which says *that* one was validated where reading back leaves it open.
    ///   - compares: Whether the countermark may be one of another venue, which a validation would not notice.
    init(_ attempt: Attempt, isNew: Bool, _ settings: Desk.Settings, looks: Bool = false, compares: Bool = false) {
        self.looks = looks
        self.compares = compares
        self.attempt = attempt
        self.isNew = isNew
        self.settings = settings
    }

    /// Takes what happened and says what to do next.
    mutating func next(_ input: DeskInput) -> DeskAction {
        if case .advanced(let advanced) = input { attempt = advanced }
        if input.isAnswer { wasAnswered = true }
        switch (state, input) {
        case (.ready, .begin): return isNew ? add() : goOn(with: attempt)
        case (.adding, .added(let addition)): return go(from: addition)
        case (.claiming, .advanced(let attempt)): return attempt.state == .sent ? compareOrSend() : readBack()
        case (.comparing, .verified(.valid)):
            isFoundOwn = attempt.reading == .wrongVenue
            return validate()
        case (.comparing, .verified(.refused(let refusal))):
            return !isNew && refusal.reason == .wrongVenue ? leave() : close(.refused(refusal))
        case (.comparing, .fault(let error)): return keepOrFail(error.sendingNothing)
        case (.sending, .validated(let validation)): return close(validation)
        case (.sending, .fault(let error)): return keepOrFail(error)
        case (.closing(let outcome?), .advanced): return finish(.success(outcome))
        case (.closing(nil), .advanced), (.weighing, .advanced): return judge()
        case (.lookingUp(let error), .looked(let isUsed)):
            return isUsed
                ? fail(PassCultureError(.alreadyTaken, detail: "refused before, or used on the day list"))
                : keep(for: error)
        case (.postponing(let error), .advanced(let attempt)):
            return attempt.state == .planned
                ? finish(.success(.provisional(Provisional(attempt, keptBy: error))))
                : finish(.failure(PassCultureError(.offlineLimit, detail: attempt.note ?? error.code.code)))
        case (.failing(let error), .advanced): return finish(.failure(error))
        case (.deferring, .advanced): return finish(.success(.provisional(Provisional(attempt, .tooEarly))))
        case (.leaving, .advanced): return finish(waiting)
        case (.losing(let readsBack), .advanced): return readsBack ? readBack() : finish(unsettled)
        case (.readingBack, .verified(let verification)): return weigh(verification)
        // Nothing can be asked at the moment: the next one would not be answered either.
        case (.readingBack, .fault(let error)) where !isNew && !hasSent && error.nothingWasSent:
            return finish(.failure(error))
        case (.readingBack, .fault): return finish(asItStands)
        case (.looking(let status, let reading), .looked(let isFound)):
            return look(after: status, isFound: isFound, reading)
        case (.looking(_, let reading), .fault): return take(reading)
        case (.askingLedger, .ledger(let attempts)): return judge(attempts)
        case (.overtaken, .ledger(let attempts)): return finish(with: attempts)
        case (.promoting, .advanced(let attempt)): return finish(.success(.validated(Validated(attempt))))
        case (let state, .outboxFailed(let error)): return fail(error, in: state)
        default:
            preconditionFailure("a validation at a desk was told something that cannot happen there")
        }
    }

    // MARK: - Sending

    private mutating func add() -> DeskAction {
        state = .adding
        return .add(attempt)
    }

    private mutating func go(from addition: OutboxAddition) -> DeskAction {
        switch addition {
        case .added(let added):
            attempt = added
            return compareOrSend()
        case .taken(let taken):
            // Whoever showed it before may have the good already, whatever became of the attempt.
            return finish(.failure(PassCultureError(.alreadyTaken, detail: "attempt \(taken.number)")))
        case .limit(let code):
            return finish(.failure(PassCultureError(.offlineLimit, detail: code)))
        }
    }

    private mutating func goOn(with open: Attempt) -> DeskAction {
        switch open.state {
        case .planned:
            state = .claiming
            return .advance(open.id, [.sent], if: .unchanged(open))
        case .unknown, .probable, .recalled: return readBack()
        case .sent:
            state = .claiming
            return .advance(open.id, [.lost("interrupted")], if: .unchanged(open))
        case .confirmed, .refused, .abandoned:
            return finish(.failure(PassCultureError(.alreadyTaken, detail: "attempt \(open.number)")))
        }
    }

    /// Sends, at once where it is known whose countermark it is: a check of this edition has told, or it was read back. What was read as another
    /// venue's since is compared again.
    private mutating func compareOrSend() -> DeskAction {
        let isKnown = attempt.reading == .stillValid || attempt.reading != .wrongVenue && attempt.serviceFrom != nil
        guard compares, !isKnown else { return validate() }
        guard let countermark = attempt.countermark else { return finish(unsettled) }
        state = .comparing
        return .compare(countermark)
    }

    private mutating func validate() -> DeskAction {
        guard let countermark = attempt.countermark else { return finish(unsettled) }
        state = .sending
        hasSent = true
        return .validate(countermark)
    }

    private mutating func close(_ validation: Validation) -> DeskAction {
        switch validation {
        case .validated:
            state = .closing(.validated(Validated(attempt)))
            return .advance(attempt.id, [.validated], if: .inHand)
        // A page's no may stand in the place of the platform's yes.
        case .refused(let refusal) where isNew && hasSent && !refusal.isThePlatforms:
            return lose(.unexpectedStatus)
        case .refused(let refusal) where !isNew && !refusal.isAboutCountermark:
            state = .failing(PassCultureError(refusal))
            return .advance(attempt.id, givingBack(.returned(refusal.reason.code)), if: .inHand)
        case .refused(let refusal) where !isNew && refusal.reason == .tooEarly:
            state = .deferring
            return .advance(attempt.id, givingBack(.deferred(until: refusal.validFrom)), if: .inHand)
        case .refused(let refusal):
            let isFinal = (try? attempt.applied(.refused(refusal.reason.code)))?.state == .refused
            if isFinal {
                state = .closing(.refused(refusal))
                return .advance(attempt.id, [.refused(refusal.reason.code)], if: .inHand)
            }
            // A no to what was sent before is the same as reading it back.
            state = .closing(nil)
            return .advance(
                attempt.id, [.refused(refusal.reason.code), .readBack(Attempt.Reading(refusal))], if: .inHand)
        case .unknown(let unknown): return lose(unknown.cause)
        }
    }

    private mutating func lose(_ cause: UnknownValidation.Cause) -> DeskAction {
        state = .losing(readsBack: cause != .cancelled)
        return .advance(attempt.id, [.lost(cause.code)], if: .inHand)
    }

    private mutating func keepOrFail(_ error: PassCultureError) -> DeskAction {
        if case .store = settings.offline, error.code != .cancelled {
            guard isNew else { return giveBack(for: error) }
            state = .lookingUp(error)
            return .dayList(attempt)
        }
        return fail(error)
    }

    /// Leaves what waited and is another venue's as it was: the till may be set up for the wrong one.
    private mutating func leave() -> DeskAction {
        state = .leaving
        return .advance(attempt.id, [.readBack(.wrongVenue)], if: .inHand)
    }

    /// Puts back what waited before: the limits are for new sales, and what is stored is never dropped.
    private mutating func giveBack(for error: PassCultureError) -> DeskAction {
        state = .postponing(error)
        return .advance(attempt.id, givingBack(.notSent), if: .inHand)
    }

    /// What gives back what waited before; with it, that it is the till's own, where that was found out since.
    private func givingBack(_ event: Attempt.Event) -> [Attempt.Event] {
        isFoundOwn && (try? attempt.applied(event))?.state == .planned ? [event, .readBack(.stillValid)] : [event]
    }

    /// Stores a new sale for later, if the limits allow.
    private mutating func keep(for error: PassCultureError) -> DeskAction {
        guard case .store(let limits) = settings.offline else { return fail(error) }
        state = .postponing(error)
        return .postpone(attempt.id, limits)
    }

    private mutating func fail(_ error: PassCultureError) -> DeskAction {
        state = .failing(error)
        // What the till was asked to do later goes on waiting.
        let events: [Attempt.Event] = isNew ? [.notSent, .abandoned(error.code.code)] : givingBack(.notSent)
        return .advance(attempt.id, events, if: .inHand)
    }

    // MARK: - After a lost answer

    private mutating func readBack() -> DeskAction {
        guard let countermark = attempt.countermark else { return finish(unsettled) }
        state = .readingBack
        return .verify(countermark)
    }

    private mutating func weigh(_ verification: Verification) -> DeskAction {
        let reading: Attempt.Reading =
            switch verification {
            case .valid: .stillValid
            case .refused(let refusal): Attempt.Reading(refusal)
            }
        if case .refused(let refusal) = verification {
            // A log-in that is refused now says nothing about the countermark.
            if refusal.reason.isLogIn {
                return finish(isNew || hasSent ? unsettled : .failure(PassCultureError(refusal)))
            }
            let isSpent = [.alreadyValidated, .noLongerValid, .reimbursed].contains(refusal.reason)
            if isSpent, looks, let booking = attempt.bookingID {
                state = .looking(.used, else: reading)
                return .look(booking, .used)
            }
        }
        return take(reading)
    }

    /// Weighs what the lists say: found among the used or the paid it was validated, found in neither it was not.
    private mutating func look(
        after status: BookingStatus, isFound: Bool, _ reading: Attempt.Reading
    ) -> DeskAction {
        if isFound { return take(.validated) }
        guard status == .used, let booking = attempt.bookingID else { return take(.other) }
        state = .looking(.reimbursed, else: reading)
        return .look(booking, .reimbursed)
    }

    private mutating func take(_ reading: Attempt.Reading) -> DeskAction {
        state = .weighing
        return .advance(attempt.id, [.readBack(reading)], if: .unchanged(attempt))
    }

    private mutating func judge(_ ledger: [Attempt]? = nil) -> DeskAction {
        if attempt.state == .planned { return finish(waiting) }
        guard let probable = Probable(attempt) else { return finish(unsettled) }
        switch settings.promotion {
        case .person: break
        case .ledger:
            guard let ledger else {
                guard let countermark = attempt.countermark else { break }
                state = .askingLedger
                return .ledger(countermark)
            }
            let others = ledger.filter { $0.id != attempt.id && ($0.sends > 0 || $0.state == .sent) }
            if others.isEmpty { return promote(.ledger, "") }
        case .vendor(let name, let rule):
            if rule(probable) { return promote(.policy, name) }
        }
        return finish(.success(.probable(probable)))
    }

    private mutating func promote(_ ground: Attempt.Promotion.Ground, _ name: String) -> DeskAction {
        state = .promoting
        let promotion = Attempt.Promotion(ground, name: name, at: settings.now())
        return .advance(attempt.id, [.promoted(promotion)], if: .unchanged(attempt))
    }

    // MARK: - Ends

    /// The outbox failed: before anything left it is an error; afterwards the caller is told what happened all the same.
    private mutating func fail(_ error: OutboxError, in state: State) -> DeskAction {
        // Somebody was quicker, who has it in hand or has found out what became of it.
        let isTaken = error.code == .wrongState
        return switch state {
        case .weighing where isTaken && isNew, .promoting where isTaken && isNew: askWhatBecame()
        case .claiming where isTaken && !isNew, .weighing where isTaken && !isNew, .promoting where isTaken && !isNew:
            finish(.failure(PassCultureError(.alreadyTaken, detail: "attempt \(attempt.number)")))
        case .claiming where attempt.state == .sent: finish(unsettled)
        case .closing(.some(let outcome)): finish(.success(outcome))
        case .closing, .deferring, .leaving, .losing, .weighing, .askingLedger: finish(unsettled)
        case .promoting, .overtaken: finish(asItStands)
        case .lookingUp(let fault), .postponing(let fault), .failing(let fault): finish(.failure(fault))
        default: finish(.failure(PassCultureError(notWritten: error)))
        }
    }

    private mutating func askWhatBecame() -> DeskAction {
        guard let countermark = attempt.countermark else { return finish(unsettled) }
        state = .overtaken
        return .ledger(countermark)
    }

    /// Tells what somebody who was quicker has written down of a new attempt.
    private mutating func finish(with ledger: [Attempt]) -> DeskAction {
        attempt = ledger.first { $0.id == attempt.id } ?? attempt
        return switch attempt.state {
        case .confirmed: finish(.success(.validated(Validated(attempt))))
        case .planned: finish(waiting)
        case .sent, .unknown, .probable, .refused, .abandoned, .recalled:
            finish(asItStands)
        }
    }

    private mutating func finish(_ outcome: Result<Outcome, PassCultureError>) -> DeskAction {
        state = .finished
        return .done(outcome.map { settled($0) })
    }
}

extension PassCultureError {
    /// What stops the sending of what waits: the next one would be refused alike.
    fileprivate init(_ refusal: Refusal) {
        self.init(.notAccepted, status: refusal.status, detail: refusal.reason.code)
    }
}
