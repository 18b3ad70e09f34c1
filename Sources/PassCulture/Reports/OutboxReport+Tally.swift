// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension OutboxReport {
    /// How an attempt stands, as a report counts it.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Validated: the platform's answer was seen, or a recorded promotion says so.
        case validated
        /// Stored in the till, and not sent or not applied yet.
        case provisional
        /// Sent, the answer lost, and the countermark is validated: most likely by this attempt.
        case probable
        /// Sent, and nobody knows what became of it; also what is being sent at this moment, and what a person asked to be taken back or
        /// cancelled, until that is known to be done.
        case unknown
        /// The platform said no.
        case refused
        /// Given up.
        case abandoned

        /// How an attempt in a state stands.
        public init(_ state: Attempt.State) {
            self =
                switch state {
                case .confirmed: .validated
                case .planned: .provisional
                case .probable: .probable
                case .sent, .unknown, .recalled: .unknown
                case .refused: .refused
                case .abandoned: .abandoned
                }
        }

        /// The word in French and English.
        public var words: CashierSentence {
            switch self {
            case .validated: CashierSentence(french: "validée", english: "validated")
            case .provisional: CashierSentence(french: "en attente d'envoi", english: "provisional")
            case .probable: CashierSentence(french: "probable", english: "probable")
            case .unknown: CashierSentence(french: "inconnue", english: "unknown")
            case .refused: CashierSentence(french: "refusée", english: "refused")
            case .abandoned: CashierSentence(french: "abandonnée", english: "abandoned")
            }
        }
    }

    /// How many attempts, and what they are worth.
    public struct Tally: Hashable, Sendable {
        /// How many.
        public private(set) var count = 0
        /// What those are worth together whose amount is known, in cents.
        public private(set) var amountCents: Int64 = 0
        /// Of how many the amount is not known.
        public private(set) var withoutAmount = 0

        /// Nothing yet.
        public init() {}

        /// Counts an attempt; a sum beyond what can be represented stays at its end.
        mutating func count(_ attempt: Attempt) {
            count += 1
            guard let cents = attempt.amountCents else {
                withoutAmount += 1
                return
            }
            let (sum, overflow) = amountCents.addingReportingOverflow(cents)
            amountCents = overflow ? (cents < 0 ? .min : .max) : sum
        }
    }

    /// The tallies of a venue, or of all.
    public struct Summary: Hashable, Sendable {
        /// The name of the venue; `nil` for attempts of tills that name none, and for all venues together.
        public let venue: String?
        private var tallies: [Standing: Tally] = [:]

        /// Counts attempts.
        init(venue: String?, _ attempts: [Attempt]) {
            self.venue = venue
            for attempt in attempts { tallies[Standing(attempt.state), default: Tally()].count(attempt) }
        }

        /// How many attempts stand so, and what they are worth.
        public subscript(standing: Standing) -> Tally { tallies[standing] ?? Tally() }
    }
}
