// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Which checks to run: evaluated on names alone, before anything connects.
public struct Selection: Sendable, Hashable {
    /// Patterns of check ids or requirement ids, `*` for any characters; empty: all. One match is enough.
    public var only: [String]
    /// Levels of requirements wanted; empty: all.
    public var levels: Set<RequirementLevel>

    /// Everything, unless narrowed.
    public init(only: [String] = [], levels: Set<RequirementLevel> = []) {
        self.only = only
        self.levels = levels
    }

    /// Whether nothing is narrowed.
    public var isEverything: Bool { only.isEmpty && levels.isEmpty }
}
