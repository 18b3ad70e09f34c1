// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The seeds that come with the platform: the five journeys of the guide, each at a moment worth looking at, and a demonstration.
package enum BuiltInSeed: String, Sendable, CaseIterable {
    /// A cinema, two days before a session (`guide G22`).
    case cinema
    /// A bookshop with books put aside (`guide G23`).
    case books
    /// A theatre, past the delay of cancellation (`guide G24`).
    case show
    /// A workshop at its first session (`guide G25`).
    case practice
    /// An online platform (`guide G26`).
    case digital
    /// A bookshop and countermarks in every state, in the present.
    case demo
    /// A bookshop of today's edition: a provider's key, and countermarks in ten states.
    case till

    /// The seed as its author wrote it, JSON: what a seed of one's own may start from.
    package var text: String {
        switch self {
        case .cinema: Self.cinemaText
        case .books: Self.booksText
        case .show: Self.showText
        case .practice: Self.practiceText
        case .digital: Self.digitalText
        case .demo: Self.demoText
        case .till: Self.tillText
        }
    }

    /// The seed.
    ///
    /// - Throws: never, for the seeds as they are shipped.
    package func seed() throws(SeedError) -> Seed { try Seed(parsing: text.utf8) }
}
