// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

extension Desk {
    /// How a desk works; everything has a default.
    public struct Settings: Sendable {
        /// What happens to a validation that surely never left.
        public enum Offline: Hashable, Sendable {
            /// It is an error, and nothing waits: the default.
            case refuse
            /// It is stored as provisional, as long as the limits allow.
            case store(OfflineLimits)
        }

        /// On what ground an attempt of which the platform only says *validated* is raised to validated.
        public enum PromotionPolicy: Sendable {
            /// Never by itself: a person decides. The default.
            case person
            /// When the outbox, which the vendor declares to be shared by **all** tills of the venue, shows no other attempt of the
            /// countermark. The portal's desk and the service stay possible: the vendor answers for that.
            case ledger
            /// As a rule of the vendor's says, under a name that is recorded.
            case vendor(name: String, rule: @Sendable (Probable) -> Bool)
        }

        /// The name of the till, for the ledger and reports.
        public var till: String
        /// The venue that the till stands in, for reports.
        public var venue: String?
        /// What happens to a validation that surely never left.
        public var offline: Offline
        /// How much may wait to be sent later, by ``Desk/validateLater(_:as:amountCents:)``.
        public var laterLimits: OfflineLimits
        /// Lets ``Desk/validateLater(_:as:amountCents:)`` go against the guide's rules (books, digital offers, a session that has begun);
        /// every attempt that does so is marked, and shows in reports.
        public var allowsLateValidationAgainstTheGuide: Bool
        /// On what ground a probable attempt is raised to validated.
        public var promotion: PromotionPolicy
        /// How long the countermark of a closed attempt is kept.
        public var retention: Span
        /// The time (UTC).
        public var now: @Sendable () -> Instant
        /// Where the numbers of attempts come from.
        public var draw: @Sendable () -> UInt64

        /// Creates settings.
        public init(
            till: String = "caisse", venue: String? = nil, offline: Offline = .refuse,
            laterLimits: OfflineLimits = OfflineLimits(count: 1_000, age: .days(7)),
            allowsLateValidationAgainstTheGuide: Bool = false, promotion: PromotionPolicy = .person,
            retention: Span = .days(30), now: @escaping @Sendable () -> Instant = { SystemClock.now() },
            draw: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }
        ) {
            self.till = till
            self.venue = venue
            self.offline = offline
            self.laterLimits = laterLimits
            self.allowsLateValidationAgainstTheGuide = allowsLateValidationAgainstTheGuide
            self.promotion = promotion
            self.retention = retention
            self.now = now
            self.draw = draw
        }
    }
}
