// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A rule: a fault, what it lies in wait for, and how far it has come.
///
/// A value with a generator of its own, so that the same requests in the same order are struck in the same way again.
package struct FaultRule: Sendable {
    /// How a rule stands.
    package enum Standing: String, Sendable {
        /// Its time has not come.
        case waiting
        /// It strikes what it matches.
        case active
        /// Its strikes are used up, or its time is over.
        case expired
    }

    /// Its name, never given twice.
    package let id: String
    /// What goes wrong.
    package let fault: Fault
    /// When.
    package let match: FaultMatch
    /// Where its random numbers start.
    package let seed: UInt64
    /// How many requests or connections fitted so far.
    package private(set) var seen = 0
    /// How many of them it struck.
    package private(set) var hits = 0
    private var drawing: Drawing

    /// Creates a rule that has seen nothing.
    init(id: String, fault: Fault, match: FaultMatch, seed: UInt64) {
        self.id = id
        self.fault = fault
        self.match = match
        self.seed = seed
        drawing = .seeded(seed)
    }

    /// How many strikes are left; nothing if there is no end of them.
    package var remaining: Int? { match.times.map { max(0, $0 - hits) } }

    /// Whether it can never strike again, whatever the time: its strikes are used up, or its one number is past.
    var isUsedUp: Bool {
        remaining == 0 || match.nth.map { seen >= $0 } ?? false
    }

    /// How it stands at an instant.
    package func standing(at instant: Instant) -> Standing {
        if isUsedUp { return .expired }
        if let until = match.until, instant >= until { return .expired }
        if let from = match.from, instant < from { return .waiting }
        return .active
    }

    /// Counts a request or a connection if it fits, and says whether it is struck.
    mutating func strikes(method: String?, path: String?, at instant: Instant) -> Bool {
        guard !isUsedUp, match.fits(method: method, path: path, at: instant) else { return false }
        seen += 1
        if let nth = match.nth, seen != nth { return false }
        if let every = match.every, !seen.isMultiple(of: every) { return false }
        if let millionths = match.millionths, drawing.next() % 1_000_000 >= millionths { return false }
        hits += 1
        return true
    }

    /// Counts and draws from the beginning; its times stay.
    mutating func rearm() {
        seen = 0
        hits = 0
        drawing = .seeded(seed)
    }
}
