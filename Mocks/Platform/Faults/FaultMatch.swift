// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What a rule lies in wait for: which requests, when, and which of those that fit.
package struct FaultMatch: Sendable {
    /// The method, in capitals; any unless set.
    var method: String?
    /// The paths; any unless set.
    var path: PathPattern?
    /// From when on, in the platform's time.
    var from: Instant?
    /// Until when, in the platform's time; that instant no longer.
    var until: Instant?
    /// Only the one of that number, counted from 1, among those that fit.
    var nth: Int?
    /// Only each one whose number is a multiple of that.
    var every: Int?
    /// How often, in millionths; always unless set.
    var millionths: UInt64?
    /// How many strikes there are in all; without end unless set.
    var times: Int?

    /// Creates a match of everything.
    package init() {}

    /// Whether a request or a connection at that instant fits, before it is counted.
    func fits(method: String?, path: String?, at instant: Instant) -> Bool {
        if let from, instant < from { return false }
        if let until, instant >= until { return false }
        if let wanted = self.method, wanted != method { return false }
        if let pattern = self.path { return path.map(pattern.matches) ?? false }
        return true
    }
}
