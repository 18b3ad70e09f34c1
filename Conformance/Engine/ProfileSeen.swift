// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The profile that a platform shows, divergence by divergence.
public struct ProfileSeen: Sendable, Hashable {
    /// The sides seen at each divergence that a check met.
    public let sides: [Divergence: Set<ProfileSide>]

    /// What was noted, in any order.
    public init(_ notes: [(Divergence, ProfileSide)]) {
        var sides: [Divergence: Set<ProfileSide>] = [:]
        for (divergence, side) in notes { sides[divergence, default: []].insert(side) }
        self.sides = sides
    }

    /// `documented`, `observed`, `mixed`, or `unknown` when no check met a divergence.
    public var name: String {
        let all = sides.values.reduce(into: Set<ProfileSide>()) { $0.formUnion($1) }
        switch (all.contains(.documented), all.contains(.observed)) {
        case (true, true): return "mixed"
        case (true, false): return "documented"
        case (false, true): return "observed"
        case (false, false): return "unknown"
        }
    }
}
