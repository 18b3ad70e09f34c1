// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// What became of a validation at a ``Desk``. Each kind is a type of its own, so that a till which prints final receipts from
/// ``Validated`` alone cannot print one by mistake.
public enum Outcome: Hashable, Sendable {
    /// The platform validated the countermark for this attempt, or the attempt was raised to that by a recorded promotion.
    case validated(Validated)
    /// The platform said no, and nothing was changed.
    case refused(Refusal)
    /// Stored, and not sent or not applied yet: ``Desk/reconcile(progress:)`` sends it.
    case provisional(Provisional)
    /// Sent, the answer lost, and the countermark is validated: most likely by this attempt.
    case probable(Probable)
    /// Sent, and nobody knows what became of it.
    case unknown(Unsettled)

    /// What to tell the person at the till.
    public var cashier: CashierSentence {
        switch self {
        case .validated:
            CashierSentence(french: "Contremarque validée.", english: "Countermark validated.")
        case .refused(let refusal): refusal.cashier
        case .provisional(let provisional): provisional.cause.cashier
        case .probable:
            CashierSentence(
                french: "Réponse non reçue, mais la contremarque est validée, très probablement par cette caisse. "
                    + "Ne validez pas une seconde fois.",
                english: "No answer received, but the countermark is validated, most likely by this till. "
                    + "Do not validate a second time.")
        case .unknown(let unsettled) where unsettled.attempt.state == .recalled:
            CashierSentence(
                french: "Annulation demandée, non confirmée : rien n'est envoyé à nouveau. Contrôlez l'écran "
                    + "Réservations du pass Culture Pro.",
                english:
                    "Asked to be taken back, not known to be: nothing is sent again. Check the Réservations screen "
                    + "of pass Culture Pro.")
        case .unknown: UnknownValidation(cause: .noAnswer).cashier
        }
    }
}

/// A validation that is certain: what a final receipt is printed from. Only the SDK makes one.
public struct Validated: Hashable, Sendable {
    /// The attempt.
    public let attempt: Attempt

    /// Whether the platform's own answer was seen; otherwise ``Attempt/promotion`` says who raised it, and on what ground.
    public var isAnswered: Bool { attempt.promotion == nil }

    init(_ attempt: Attempt) { self.attempt = attempt }
}

/// A validation that is stored and will be sent.
public struct Provisional: Hashable, Sendable {
    /// Why it was not sent, or not applied.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// It was asked for later.
        case later
        /// Nothing can be sent at the moment.
        case offline
        /// The key was used too often: nothing was done, and nothing is sent for a while.
        case tooManyRequests = "too-many-requests"
        /// The answer was lost, and the platform then said that the countermark can still be validated.
        case notApplied = "not-applied"
        /// The platform takes it later: from ``Attempt/notBefore`` on, where it said when.
        case tooEarly = "too-early"
        /// The countermark is another venue's than the till's, by what it is set up for: it is not sent while that is so.
        case wrongVenue = "wrong-venue"

        /// What to tell the person at the till: what was sent is not called unsent.
        var cashier: CashierSentence {
            switch self {
            case .later, .offline, .tooManyRequests:
                CashierSentence(
                    french: "Validation enregistrée dans la caisse, pas encore envoyée au pass Culture.",
                    english: "Validation stored in the till, not sent to the pass Culture yet.")
            case .notApplied, .tooEarly:
                CashierSentence(
                    french: "Validation enregistrée dans la caisse, pas encore prise en compte par le pass Culture.",
                    english: "Validation stored in the till, not taken into account by the pass Culture yet.")
            case .wrongVenue:
                CashierSentence(
                    french: "Contremarque d'un autre lieu : rien n'a été validé, la validation reste dans la caisse. "
                        + "Vérifiez le lieu réglé dans la caisse ; notez le numéro et prévenez votre responsable.",
                    english: "Countermark of another venue: nothing was validated; the validation stays in the till. "
                        + "Check which venue the till is set up for; note the number and tell your manager.")
            }
        }
    }

    /// The attempt.
    public let attempt: Attempt
    /// Why.
    public let cause: Cause
    /// What kept it from being sent; `nil` where nothing was to be sent, and where the platform said itself that it is not applied.
    public let fault: PassCultureError?

    init(_ attempt: Attempt, _ cause: Cause) {
        self.attempt = attempt
        self.cause = cause
        fault = nil
    }

    /// What waits because it could not be sent.
    init(_ attempt: Attempt, keptBy fault: PassCultureError) {
        self.attempt = attempt
        cause = fault.code == .tooManyRequests ? .tooManyRequests : .offline
        self.fault = fault
    }
}

/// A validation that most likely took place: what speaks for it, and who else could have done it.
public struct Probable: Hashable, Sendable {
    /// Who else could have validated the countermark.
    public enum OtherParty: String, Hashable, Sendable, CaseIterable {
        /// Another till of the partner.
        case anotherTill = "another-till"
        /// Somebody at the portal's desk (*guichet*).
        case portalDesk = "portal-desk"
        /// The service itself: it may settle bookings without anybody. Today it validates what is an event, 48 hours after it, and nothing
        /// else; where the check told enough to know that it cannot have, it is left out.
        case service
    }

    /// The attempt.
    public let attempt: Attempt
    /// When a check found the countermark valid (UTC).
    public let checkedAt: Instant
    /// When the validation was sent (UTC).
    public let sentAt: Instant
    /// Who else could have done it: everybody whom nothing excludes.
    public let others: [OtherParty]

    /// Gathers the evidence of an attempt; `nil` if it has none.
    init?(_ attempt: Attempt) {
        guard attempt.state == .probable, let checkedAt = attempt.checkedAt, let sentAt = attempt.sentAt else {
            return nil
        }
        self.attempt = attempt
        self.checkedAt = checkedAt
        self.sentAt = sentAt
        // What the service does by itself it does no earlier than the booking allows.
        let isServiceOut = attempt.serviceFrom.map { from in attempt.readAt.map { $0 < from } ?? false } ?? false
        others = isServiceOut ? [.anotherTill, .portalDesk] : OtherParty.allCases
    }
}

/// A validation of which nobody knows what became.
public struct Unsettled: Hashable, Sendable {
    /// The attempt.
    public let attempt: Attempt
    /// Since when (UTC).
    public let since: Instant

    init(_ attempt: Attempt) {
        self.attempt = attempt
        since = attempt.unknownSince ?? attempt.sentAt ?? attempt.plannedAt
    }
}
