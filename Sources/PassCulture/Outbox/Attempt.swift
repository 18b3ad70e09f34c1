// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// One attempt to validate a countermark, from the decision at the counter to what became of it: a row of the outbox.
///
/// Where it goes is said by ``apply(_:at:)`` alone; its fields can be set so that a store of your own can bring it back as it was.
///
/// It prints neither its countermark nor the till's venue; what is left of it after erasure still says when it was planned, sent and
/// closed, for how much, and how.
public struct Attempt: Hashable, Sendable, Identifiable, CustomStringConvertible, CustomReflectable {
    /// Its number, drawn at random: what to write on a receipt.
    public let id: UInt64
    /// The name of the till, as its ``Desk/Settings`` give it.
    public let till: String
    /// The venue that the till stands in, as its settings name it.
    public let venue: String?
    /// What is validated; `nil` once it was erased.
    public var countermark: Countermark?
    /// What the booking is worth, in cents, where the caller said so.
    public let amountCents: Int64?
    /// What kind of offer it is for, where the caller said so.
    public let kind: OfferKind?
    /// When it was planned (UTC).
    public let plannedAt: Instant
    /// When it may be sent, if not at once (UTC): a cinema's, after the show; or what the platform said to what was too early.
    public var notBefore: Instant?
    /// Whether a rule of the guide about late validation was overridden by the vendor's setting.
    public let overridesRule: Bool
    /// When a check at the same till found the countermark valid, before it was sent.
    public let checkedAt: Instant?
    /// The identifier of the booking that the check found, by which it is found in a list; `nil` once the countermark was erased.
    public var bookingID: String?
    /// From when the service itself may validate the booking, as far as the check told: never for `Instant.latest`, and `nil` when it did
    /// not tell.
    public let serviceFrom: Instant?

    /// Where it stands.
    public var state: State = .planned
    /// How often it was sent.
    public var sends = 0
    /// When it was last sent.
    public var sentAt: Instant?
    /// When it was closed: confirmed, refused or abandoned.
    public var closedAt: Instant?
    /// Since when nobody knows what became of it.
    public var unknownSince: Instant?
    /// The code of the refusal, of how the answer was lost, or of why it was abandoned; of what is recalled, who asked for what.
    public var note: String?
    /// What the platform said when the countermark was read back, last; or when it was read before it was sent, where that was
    /// ``Reading/wrongVenue``, or had been. Of what is confirmed it is not ``Reading/wrongVenue``.
    public var reading: Reading?
    /// When that was read back first.
    public var readAt: Instant?
    /// Who raised it to confirmed without an answer of the platform's own, if somebody did.
    public var promotion: Promotion?

    /// Plans an attempt.
    public init(
        id: UInt64, till: String, venue: String? = nil, countermark: Countermark?, amountCents: Int64? = nil,
        kind: OfferKind? = nil, plannedAt: Instant, notBefore: Instant? = nil, overridesRule: Bool = false,
        checkedAt: Instant? = nil, bookingID: String? = nil, serviceFrom: Instant? = nil
    ) {
        self.id = id
        self.till = till
        self.venue = venue
        self.countermark = countermark
        self.amountCents = amountCents
        self.kind = kind
        self.plannedAt = plannedAt
        self.notBefore = notBefore
        self.overridesRule = overridesRule
        self.checkedAt = checkedAt
        self.bookingID = bookingID
        self.serviceFrom = serviceFrom
    }

    /// What a person asked for and what is not known to be done; `nil` for what is not ``State-swift.enum/recalled``.
    public var recall: Reversal.Kind? {
        guard state == .recalled else { return nil }
        return note?.split(separator: "-", maxSplits: 1).first.flatMap { Reversal.Kind(rawValue: String($0)) }
    }

    /// Whether it waits, and was read as another venue's.
    package var isElsewhere: Bool { state == .planned && reading == .wrongVenue }

    /// The number as it is written on a receipt: sixteen hexadecimal digits.
    public var number: String {
        let digits = String(id, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The number and the state.
    public var description: String { "Attempt(\(number), \(state.rawValue))" }

    /// A mirror of the number and the state.
    public var customMirror: Mirror {
        Mirror(self, children: ["number": number, "state": state.rawValue], displayStyle: .struct)
    }
}
