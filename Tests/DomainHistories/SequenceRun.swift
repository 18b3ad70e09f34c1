// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

/// Many random histories, one after the other, until one breaks an invariant.
package struct SequenceRun: Sendable {
    /// A history that broke an invariant.
    package struct Failure: Sendable, CustomStringConvertible {
        /// The seed that gives it again.
        package let seed: UInt64
        /// Which truth it went by.
        package let profile: Profile
        /// What is wrong with it.
        package let violations: [Violation]

        /// What people need to look at it again.
        package var description: String {
            let lines = violations.prefix(5).map { "\n  \($0)" }.joined()
            return
                "sequence \(seed) (\(profile.rawValue)):\(lines)\n  again: make sequences ARGS=\"--seed \(seed) --count 1 --told\""
        }
    }

    /// How many things happen, or are refused, in each history, before it goes on to its end.
    package static let steps = 60

    /// The first seed, and the stride to the next one.
    private let seeds: StrideTo<UInt64>

    /// Takes a share of so many seeds from a first one on: one in so many.
    package init(from first: UInt64, count: UInt64, share: UInt64 = 0, of shares: UInt64 = 1) {
        seeds = stride(from: first + share, to: first + count, by: Int(shares))
    }

    /// Plays them all.
    ///
    /// - Returns: the first history that broke an invariant, and how many events there were.
    package func failure() -> (failure: Failure?, events: Int) {
        var events = 0
        for seed in seeds {
            guard var history = try? RandomHistory(seed: seed) else {
                let refused = Violation(invariant: .replayIsEqual, detail: "the beginning was refused")
                return (Failure(seed: seed, profile: .documented, violations: [refused]), events)
            }
            for _ in 0..<Self.steps where history.audit.violations.isEmpty { history.step() }
            history.end()
            events += history.audit.log.count
            guard history.audit.violations.isEmpty else {
                return (
                    Failure(seed: seed, profile: history.profile, violations: history.audit.violations), events
                )
            }
        }
        return (nil, events)
    }
}
