// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCulture

extension pc_validation {
    /// No answer.
    static var none: pc_validation {
        var result = pc_validation()
        result.since = .min
        result.not_before = .min
        return result
    }

    /// What became of a validation without an outbox, as was told at an instant.
    init(_ validation: Validation, at told: Instant) {
        self = .none
        tell(validation.cashier)
        switch validation {
        case .validated:
            outcome = PC_VALIDATED
            http_status = 204
        case .refused(let refusal):
            fill(refusal)
        case .unknown(let unknown):
            fill(unknown, since: told)
        }
    }

    /// What became of a validation with one.
    init(_ found: Outcome) {
        self = .none
        tell(found.cashier)
        switch found {
        case .validated(let validated):
            outcome = PC_VALIDATED
            http_status = validated.isAnswered ? 204 : 0
            write(validated.attempt.promotion?.ground.rawValue ?? "", \.reason)
            write(validated.attempt.number, \.attempt)
        case .refused(let refusal):
            fill(refusal)
        case .provisional(let provisional):
            outcome = PC_PROVISIONAL
            not_before = provisional.attempt.notBefore?.microseconds ?? .min
            write(provisional.cause.rawValue, \.reason)
            write(provisional.attempt.number, \.attempt)
        case .probable(let probable):
            outcome = PC_PROBABLE
            others = probable.others.reduce(0) { $0 | $1.bit }
            since = probable.sentAt.microseconds
            write(probable.attempt.number, \.attempt)
        case .unknown(let unsettled):
            outcome = PC_UNKNOWN
            since = unsettled.since.microseconds
            write(unsettled.attempt.note ?? "", \.reason)
            write(unsettled.attempt.number, \.attempt)
        }
    }

    /// What became of a validation that was to be taken back, or of a booking that was to be cancelled, as was told at an instant.
    init(_ reversal: Reversal, at told: Instant) {
        self = .none
        tell(reversal.cashier)
        switch reversal {
        case .done:
            outcome = PC_REVERSED
            http_status = 204
        case .refused(let refusal):
            fill(refusal)
        case .unknown(let unknown):
            fill(unknown, since: told)
        }
    }

    private mutating func fill(_ refusal: Refusal) {
        outcome = PC_REFUSED
        not_before = refusal.validFrom?.microseconds ?? .min
        http_status = Int32(clamping: refusal.status)
        write(refusal.reason.code, \.reason)
    }

    private mutating func fill(_ unknown: UnknownValidation, since: Instant) {
        outcome = PC_UNKNOWN
        self.since = since.microseconds
        http_status = Int32(clamping: unknown.status ?? 0)
        write(unknown.cause.code, \.reason)
    }

    private mutating func tell(_ sentence: CashierSentence) {
        write(sentence.french, \.cashier_fr)
        write(sentence.english, \.cashier_en)
    }

    /// Empties the caller's struct, does the work, and fills it with what came of it.
    ///
    /// The struct is looked at before the work: a validation whose outcome could not be told must not be sent.
    static func fill(
        _ place: UnsafeMutablePointer<pc_validation>?, _ work: () throws(Trouble) -> pc_validation
    ) throws(Trouble) {
        guard let place else { throw .badArgument("validation is NULL") }
        let size = try size(at: place)
        none.write(to: place, size: size)
        try work().write(to: place, size: size)
    }
}

extension Probable.OtherParty {
    /// The bit that means it in the C interface.
    fileprivate var bit: UInt32 {
        switch self {
        case .anotherTill: PC_OTHER_TILL
        case .portalDesk: PC_OTHER_DESK
        case .service: PC_OTHER_SERVICE
        }
    }
}
