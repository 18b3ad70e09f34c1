// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A partner's life with the pass Culture of today's edition, from offer to reimbursement, at the API of providers.
///
/// The same steps are told by the command line and judged by the platform suite of today's edition.
public struct PublicJourney: PlayableJourney {
    /// Its name: `event`.
    public let id: String
    /// What it tells.
    public let title: Sentence
    /// The requirements that it judges as a whole, when every step is done.
    public let requirements: [String]
    /// Its steps, in order.
    public let steps: [PublicStep]

    /// The contract that it goes by.
    public var edition: ContractEdition { .publicV1 }

    /// The four journeys.
    public static let all: [PublicJourney] = [.event, .ticketedEvent, .bookByEAN, .digitalProduct]

    /// Runs it; see ``PlayableJourney/run(world:progress:)``.
    public func run(
        world: World, progress: @escaping @Sendable (StepReport) -> Void = { _ in }
    ) async -> JourneyResult {
        await play(steps, world: world, progress: progress)
    }
}
