// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// Which part of a list the pass Culture asks for.
public struct FeedQuery: Hashable, Sendable {
    /// The reference of the last entry that it has; nothing at the beginning.
    public let after: String?
    /// The most entries that it takes: what it asked for, or the feed's own maximum where that is less.
    public let limit: Int
    /// Since when changes are asked for; nothing for all. Events are always asked for whole.
    public let modifiedSince: Instant?

    /// Asks for a part; a limit below 1 counts as 1.
    public init(after: String? = nil, limit: Int, modifiedSince: Instant? = nil) {
        self.after = after
        self.limit = max(1, limit)
        self.modifiedSince = modifiedSince
    }
}

/// That ``FeedQuery/after`` names nothing that the source knows, which is the caller's mistake: it is answered with
/// 400, "Entrée non trouvée".
///
/// A source that finds its pages by itself throws it; ``FeedPage/init(of:for:)`` does.
public struct UnknownFeedEntry: Error, Hashable, Sendable {
    /// Creates the error.
    public init() {}
}
