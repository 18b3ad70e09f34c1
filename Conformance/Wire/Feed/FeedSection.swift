// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What a provider may serve; each section stands alone (provider document (22)).
public enum FeedSection: String, Sendable, CaseIterable {
    /// Stocks and prices: `/stocks/{siret}`.
    case stocks
    /// An agenda: `/events/{siret}`.
    case events

    /// The key that names an entry, and that `after` speaks of.
    var name: String { self == .stocks ? "ref" : "uid" }
}
