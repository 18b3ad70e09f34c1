// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

extension Attempt {
    /// What happens to an attempt: the only ways from one state to another.
    public enum Event: Hashable, Sendable {
        /// It is about to be sent.
        case sent
        /// It surely never left.
        case notSent
        /// The platform validated it: 204.
        case validated
        /// The platform refused; with the code of the reason.
        case refused(String)
        /// The platform, or what stands before it, refused it for a reason that says nothing about the countermark; with the code of the
        /// reason.
        case returned(String)
        /// The platform refused it as too early, and takes it from a time on, where it said which.
        case deferred(until: Instant?)
        /// The answer was lost; with the code of how.
        case lost(String)
        /// The countermark was read back; or it was read before it is sent, and found to be another venue's, or not to be any more.
        case readBack(Reading)
        /// It was raised to confirmed.
        case promoted(Promotion)
        /// A person, named, asked for its validation to be taken back, or for its booking to be cancelled: that is about to be sent.
        case recalled(Reversal.Kind, String)
        /// What was asked for was not done, and the validation stands as it did.
        case upheld
        /// What was asked for was not done, and what waited goes on waiting.
        case resumed
        /// What was asked for came to no certain end, or to none for what was not confirmed: somebody must look, or ask once more.
        case unsettled
        /// Its validation was taken back at the platform, or never took place; with the name of who asked for that.
        case undone(String)
        /// It was given up; with the code of why, or the name of who did.
        case abandoned(String)
    }

    /// An event that cannot happen in a state: somebody else was quicker, or a mistake.
    public struct WrongState: Error, Hashable, Sendable {
        /// Where the attempt stood.
        public let state: State
    }

    /// Whether the attempt may be the one that validated the countermark: it was sent, and a check before that found it valid.
    ///
    /// Without that check the countermark may have been validated long before, and nothing speaks for this attempt.
    public var hasEvidence: Bool {
        guard let checkedAt, let sentAt else { return false }
        return sends > 0 && checkedAt <= sentAt
    }

    /// Takes an event in.
    ///
    /// - Throws: ``WrongState`` when it cannot happen; the attempt is unchanged then.
    public mutating func apply(_ event: Event, at now: Instant) throws(WrongState) {
        switch (state, event) {
        case (.planned, .sent):
            state = .sent
            sends += 1
            sentAt = now
        case (.sent, .notSent):
            giveBack()
        case (.sent, .returned(let code)):
            note = code
            if sends == 1 { giveBack() } else { becomeUnknown(at: now) }
        // Whoever is too early was not validated before.
        case (.sent, .deferred(let until)):
            note = Refusal.Reason.tooEarly.code
            notBefore = until ?? notBefore
            giveBack()
        // An answer of the platform's own is the truth, however late the process that waited for it comes with it.
        case (.sent, .validated), (.unknown, .validated), (.probable, .validated):
            close(.confirmed, at: now)
        case (.planned, .validated) where sends > 0:
            close(.confirmed, at: now)
        // A no to what was sent once is a no; to what was sent before, it may be the answer to the first sending.
        case (.sent, .refused(let code)) where sends == 1:
            note = code
            close(.refused, at: now)
        case (.sent, .refused(let code)) where !Self.mayBeOurs(code):
            note = code
            close(.refused, at: now)
        case (.sent, .refused(let code)):
            note = code
            becomeUnknown(at: now)
        case (.sent, .lost(let code)):
            note = code
            becomeUnknown(at: now)
        // Whose it is was asked before it is sent, and so it never left.
        case (.sent, .readBack(.wrongVenue)):
            giveBack()
            take(.wrongVenue, at: now)
        // It was compared again, and is the till's own after all: what it was set up for is right now.
        case (.planned, .readBack(.stillValid)) where reading == .wrongVenue:
            take(.stillValid, at: now)
        case (.unknown, .readBack(let reading)), (.probable, .readBack(let reading)):
            take(reading, at: now)
        case (.unknown, .promoted(let promotion)), (.probable, .promoted(let promotion)):
            self.promotion = promotion
            close(.confirmed, at: now)
        case (.planned, .abandoned(let why)), (.unknown, .abandoned(let why)), (.probable, .abandoned(let why)),
            (.recalled, .abandoned(let why)):
            note = why
            close(.abandoned, at: now)
        case (.recalled, _): try applyToRecalled(event, at: now)
        case (.planned, .recalled), (.confirmed, .recalled), (.unknown, .recalled), (.probable, .recalled):
            note = event.name
            state = .recalled
            closedAt = nil
        default:
            throw WrongState(state: state)
        }
    }

    /// The attempt after an event, at whatever time that is.
    func applied(_ event: Event) throws(WrongState) -> Attempt {
        var attempt = self
        try attempt.apply(event, at: sentAt ?? plannedAt)
        return attempt
    }

    private mutating func applyToRecalled(_ event: Event, at now: Instant) throws(WrongState) {
        switch event {
        case .recalled:
            note = event.name
        case .promoted(let promotion) where sends > 0:
            self.promotion = promotion
            close(.confirmed, at: now)
        case .upheld where sends > 0:
            note = nil
            close(.confirmed, at: now)
        // What was lost is never sent again, nor what somebody vouched for.
        case .resumed where unknownSince == nil && promotion == nil:
            note = nil
            state = .planned
        case .unsettled: break
        case .undone(let person):
            note = "undone by \(person)"
            close(.abandoned, at: now)
        case .readBack(let reading):
            if reading != self.reading { readAt = now }
            self.reading = reading
            // What was asked for is so: not validated, or cancelled. A cancellation that is not done is a person's to look at.
            let isUnused = reading == .stillValid || reading == .wrongVenue
            if reading == .cancelled || isUnused && recall == .undo { close(.abandoned, at: now) }
        default:
            throw WrongState(state: state)
        }
    }

    private mutating func take(_ reading: Reading, at now: Instant) {
        if reading != self.reading { readAt = now }
        self.reading = reading
        switch reading {
        // Another venue's waits too: it is that venue's to be sent, or it is the till's, set up for the wrong one.
        case .stillValid, .wrongVenue:
            state = .planned
            unknownSince = nil
        case .validated:
            state = hasEvidence ? .probable : .unknown
        case .cancelled, .other:
            state = .unknown
        }
    }

    /// Takes a sending back that surely did nothing.
    private mutating func giveBack() {
        sends -= 1
        if sends == 0 { sentAt = nil }
        state = .planned
    }

    private mutating func becomeUnknown(at now: Instant) {
        state = .unknown
        unknownSince = unknownSince ?? now
    }

    private mutating func close(_ end: State, at now: Instant) {
        state = end
        closedAt = now
        unknownSince = nil
        // What was validated here in the end is no other venue's.
        if end == .confirmed, reading == .wrongVenue { (reading, readAt) = (nil, nil) }
    }

    /// Whether a refusal of a second sending can come from the first one having been applied.
    private static func mayBeOurs(_ code: String) -> Bool {
        [Refusal.Reason.alreadyValidated, .noLongerValid, .reimbursed].contains { $0.code == code }
    }
}

extension Attempt.Event {
    /// Whether a request leaves as soon as this is written down: until the next event the attempt is in the hands of whoever wrote it.
    public var isUnderWay: Bool {
        switch self {
        case .sent, .recalled: true
        default: false
        }
    }

    /// The event as the history of an outbox keeps it, such as `lost no-answer`.
    public var name: String {
        switch self {
        case .sent: "sent"
        case .notSent: "not-sent"
        case .validated: "validated"
        case .refused(let code): "refused \(code)"
        case .returned(let code): "returned \(code)"
        case .deferred(let until): until.map { "deferred \($0.iso8601)" } ?? "deferred"
        case .lost(let code): "lost \(code)"
        case .readBack(let reading): "read-back \(reading.rawValue)"
        case .promoted(let promotion): "promoted \(promotion.ground.rawValue) \(promotion.name)"
        case .recalled(let kind, let person): "\(kind.rawValue)-asked by \(person)"
        case .upheld: "upheld"
        case .resumed: "resumed"
        case .unsettled: "unsettled"
        case .undone(let person): "undone \(person)"
        case .abandoned(let why): "abandoned \(why)"
        }
    }
}
