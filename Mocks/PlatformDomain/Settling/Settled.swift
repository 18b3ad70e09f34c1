// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// One thing that came due, and what followed from it.
package struct Settled: Sendable, Hashable {
    /// When it was due.
    package let at: Instant
    /// What it was.
    package let what: DueWhat
    /// What followed, in order; all of it has been applied.
    package let events: [Event]
}
