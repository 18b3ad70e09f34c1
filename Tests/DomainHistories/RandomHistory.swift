// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain
import TestSupport

/// A small platform on which random things happen, the same for the same seed, with an audit that looks on.
package struct RandomHistory {
    /// A structure of the history.
    struct Shop {
        let user: Identifier<User>
        let offerer: Identifier<Offerer>
        let venue: Identifier<Venue>
        let virtual: Identifier<Venue>
    }

    /// Which truth it goes by: the even seeds by the documents, the odd ones by what was observed.
    package let profile: Profile
    /// The platform.
    package internal(set) var state: PlatformState
    /// The books that are kept of it.
    package var audit: Audit
    /// Its time.
    package internal(set) var now: Instant
    /// What was asked, and what came of it, if that is to be kept.
    package private(set) var story: [String] = []
    private let isTold: Bool
    var random: SeededRandom
    var shops: [Shop] = []

    /// Begins a history: two structures, four young people, things and dates on sale.
    ///
    /// - Parameters:
    ///   - seed: what is drawn from.
    ///   - profile: by which truth; unset, by the seed's parity.
    ///   - isTold: whether to keep what was asked, for people.
    /// - Throws: the refusal of what has to be there in the beginning: there is none.
    package init(seed: UInt64, profile: Profile? = nil, isTold: Bool = false) throws(Refusal) {
        random = SeededRandom(seed: seed &* 7_919 &+ 13)
        self.profile = profile ?? (seed % 2 == 0 ? .documented : .observed)
        self.isTold = isTold
        // Monday 3 December 2018, 10:00 UTC.
        now = Instant(microseconds: 1_543_831_200_000_000)
        state = PlatformState(profile: self.profile, at: now)
        audit = Audit(rules: state.rules, at: now)
        try settleIn()
    }

    /// Does something, or is refused.
    @discardableResult
    package mutating func attempt(_ command: Command) -> Result<[Event], Refusal> {
        do throws(Refusal) {
            let events = try perform(command)
            if isTold { story.append("\(now) \(command): \(events.count) events") }
            return .success(events)
        } catch {
            audit.note(error, of: command)
            if isTold { story.append("\(now) \(command): refused, \(error)") }
            return .failure(error)
        }
    }

    /// Does something that is not to be refused.
    @discardableResult
    mutating func perform(_ command: Command) throws(Refusal) -> [Event] {
        let events = try state.decide(command, at: now, drawing: &random)
        for event in events { force(event) }
        audit.compare(state)
        return events
    }

    /// Lets something happen, whether or not it may: what shows that the audit sees it.
    package mutating func force(_ event: Event) {
        state.evolve(event)
        audit.note(event, state)
    }

    /// Lets time pass.
    package mutating func advance(by span: Span) {
        now = now + span
        var audit = audit
        state.settle(until: now, drawing: &random) { event, state in audit.note(event, state) }
        audit.compare(state)
        self.audit = audit
        if isTold { story.append("\(now) is reached") }
    }

    /// Goes on to the end: all that is due within two months, and the replay of everything.
    package mutating func end() {
        advance(by: .days(60))
        audit.replay(state, profile: profile)
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }

    mutating func chance(_ oneIn: Int64) -> Bool { number(1...oneIn) == 1 }
}
