// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A point on which the documents and the service of December 2018 differed.
///
/// The table of them (``Choices``) is the only place where the two profiles differ: rules and sentences ask ``Rules``, which is
/// read from it; nothing asks for the profile itself.
package struct Divergence: Sendable, Hashable {
    /// Stable name, such as `credit`.
    package let id: String
    /// What the documents say.
    package let documented: String
    /// What the service did.
    package let observed: String
    /// Where it shows on the wire: a request, and what its answer is under the documents.
    package let example: String
    /// Where both are read.
    package let source: String

    /// Every divergence that the platform knows.
    package static let all: [Divergence] =
        Choices.accounts + Choices.offers + Choices.bookings + Choices.money + Choices.countermarks
        + Choices.guide
}
