// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
import Synchronization

/// What the platform remembers of the magic countermarks: when the one whose answer is lost was last validated.
///
/// It forgets by itself, so that a till's tests can run again against a platform that goes on.
package final class MagicMemory: Sendable {
    /// How long it remembers, in the platform's time.
    package static let span = Span.minutes(2)

    private let losses = Mutex<[String: Instant]>([:])

    /// Creates an empty memory.
    package init() {}

    /// Whether a code was validated a short while ago; time that went back (a restored snapshot) forgets too.
    func remembers(_ code: String, at instant: Instant) -> Bool {
        losses.withLock { losses in
            guard let loss = losses[code] else { return false }
            return instant >= loss && instant < loss + Self.span
        }
    }

    /// Notes a validation unless one is remembered; says whether it was.
    func validates(_ code: String, at instant: Instant) -> Bool {
        losses.withLock { losses in
            if let loss = losses[code], instant >= loss, instant < loss + Self.span { return false }
            losses[code] = instant
            return true
        }
    }

    /// Forgets a validation; says whether one was remembered.
    func takesBack(_ code: String, at instant: Instant) -> Bool {
        losses.withLock { losses in
            guard let loss = losses.removeValue(forKey: code) else { return false }
            return instant >= loss && instant < loss + Self.span
        }
    }

    /// Forgets everything.
    func forget() {
        losses.withLock { $0 = [:] }
    }
}
