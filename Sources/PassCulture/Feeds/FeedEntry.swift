// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// What a page holds: a ``FeedStock`` or a ``FeedEvent``.
///
/// Entries are served in their own order, whatever order a source has them in, so that it does not vary between two
/// requests: by their reference first.
public protocol FeedEntry: Comparable, Sendable {
    /// What the pass Culture names as `after`: an EAN, or the identifier of an occurrence or of an event. Several
    /// entries may share it.
    var reference: String { get }

    /// When it was last changed; nothing where the source does not know, which counts as changed.
    var modifiedAt: Instant? { get }

    /// Whether both are told as one: of a reference that stands twice, prices or dates differ.
    func isTwin(of other: Self) -> Bool
}
