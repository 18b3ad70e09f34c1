// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The journeys of one run: each is run once, and each of its steps is a check that reads the result.
actor JourneyMemory {
    private var running: [String: Task<JourneyResult, Never>] = [:]

    /// The result of a journey, which is started when first asked for.
    func result(of journey: some PlayableJourney, in world: World) async -> JourneyResult {
        let task = running[journey.id] ?? Task { await journey.run(world: world, progress: { _ in }) }
        running[journey.id] = task
        return await task.value
    }
}
