// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A rule about one file, judged from its path and its text alone.
///
/// A rule reads no disk and knows no other file, so that a test can show it a violation in three lines.
package protocol SourceRule: Sendable {
    /// The name that `house-rules list` prints.
    var name: String { get }
    /// What the rule asks for and why, in one sentence.
    var summary: String { get }
    /// Whether the rule has anything to say about the file at `path`.
    func applies(to path: String) -> Bool
    /// Every place in `file` that breaks the rule, in the order of the lines.
    func violations(in file: SourceFile) -> [Violation]
}
