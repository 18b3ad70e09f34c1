// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a platform is not tried.
public struct WorldRefusal: Error, Sendable, Hashable {
    /// 3 when the address may not be tried, 2 when nothing can be judged there.
    public let exitCode: Int32
    /// What to tell the person who asked, and what to do.
    public let sentence: Sentence
}
