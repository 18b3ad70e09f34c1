// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A partner's life with the pass Culture in one category, from account to reimbursement.
///
/// The same steps are told by the command line and judged by the platform suite.
public struct Journey: PlayableJourney {
    /// Its name: `books`.
    public let id: String
    /// Its category.
    public let category: Category
    /// What it tells.
    public let title: Sentence
    /// The requirements that it judges as a whole, when every step is done.
    public var requirements: [String] = []
    /// Its steps, in order.
    public let steps: [JourneyStep]

    /// The contract that it goes by.
    public var edition: ContractEdition { .prototype2018 }

    /// The five journeys, in the order of the guide.
    public static let all: [Journey] = [.cinema, .books, .show, .practice, .digital]

    /// Runs it; see ``PlayableJourney/run(world:progress:)``.
    public func run(
        world: World, progress: @escaping @Sendable (StepReport) -> Void = { _ in }
    ) async -> JourneyResult {
        await play(steps, world: world, progress: progress)
    }
}
