// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What to do next in a validation at a desk.
enum DeskAction: Sendable {
    /// Write a new attempt down, as sent, and do not go on before that is durable.
    case add(Attempt)
    /// Take events in if something holds, and do not go on before that is durable.
    case advance(UInt64, [Attempt.Event], if: OutboxCondition)
    /// Keep what never left for later, if the limits allow.
    case postpone(UInt64, OfflineLimits)
    /// Look whether the day list shows it as used.
    case dayList(Attempt)
    /// Look at all attempts of the countermark.
    case ledger(Countermark)
    /// Ask whose countermark it is, before anything is validated.
    case compare(Countermark)
    /// Send the validation, once.
    case validate(Countermark)
    /// Read the countermark back.
    case verify(Countermark)
    /// Look whether the till's venue has the booking in a status.
    case look(String, BookingStatus)
    /// Give the caller this.
    case done(Result<Outcome, PassCultureError>)

    /// Whether somebody else was quicker, which is no trouble with the outbox. That what came of what was sent cannot be taken in is.
    func isOvertaken(_ error: OutboxError) -> Bool {
        guard case .advance(_, _, let condition) = self else { return false }
        return condition != .inHand && error.code == .wrongState
    }
}

/// What happened to a validation at a desk.
enum DeskInput: Sendable {
    /// It begins.
    case begin
    /// The attempt was written down, or was not.
    case added(OutboxAddition)
    /// The events were taken in.
    case advanced(Attempt)
    /// The attempts of the countermark.
    case ledger([Attempt])
    /// The outbox could not do it.
    case outboxFailed(OutboxError)
    /// The platform answered the validation, or its answer was lost.
    case validated(Validation)
    /// The platform answered the comparing, or the reading back.
    case verified(Verification)
    /// What was looked for is there, or is not: the booking in a list of the venue's, the countermark among what the day list shows as used.
    case looked(Bool)
    /// Nothing was sent, or no answer to the comparing, to the reading back, or to the looking, came.
    case fault(PassCultureError)

    /// Whether the platform has said something about the countermark: not where a page of something in between may have answered.
    var isAnswer: Bool {
        switch self {
        case .validated(.validated), .verified(.valid): true
        case .validated(.refused(let refusal)), .verified(.refused(let refusal)): refusal.isAboutCountermark
        case .begin, .added, .advanced, .ledger, .outboxFailed, .validated(.unknown), .looked, .fault: false
        }
    }
}

/// How a validation at a desk ended.
struct DeskEnd: Sendable {
    /// What the caller is told.
    let outcome: Outcome
    /// Whether the platform has said anything about the countermark on the way.
    let wasAnswered: Bool
}

extension PassCultureError {
    /// The fault of what was read before something was to be sent: of that, nothing was.
    var sendingNothing: PassCultureError {
        PassCultureError(code, status: status, detail: detail, nothingWasSent: true, retryAfter: retryAfter)
    }
}
