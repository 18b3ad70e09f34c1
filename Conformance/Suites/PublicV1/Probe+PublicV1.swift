// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Probe {
    /// A countermark that no booking can have, by its letters (today §2.3): what is asked of it is done to nobody, whoever's key
    /// asks.
    static let noCountermark = MadeUp.countermark

    /// Somebody who has no key.
    var nobody: PublicProvider { PublicProvider(wire: wire, key: nil) }

    /// A provider whose calls are answered: one of the check's own where there is a control API, else the one whose key was
    /// given.
    ///
    /// - Throws: ``Interruption/notJudged(_:)`` when there is neither.
    func anyProvider() async throws -> PublicProvider {
        if world.hasControl { return try await ownWorld().provider }
        guard let key = world.apiKey else {
            throw Interruption.notJudged(
                Sentence("Demande la clé d'un fournisseur : --key-file.", "Needs the key of a provider: --key-file."))
        }
        return PublicProvider(wire: wire, key: key)
    }

    /// A provider with a venue of its own, which nobody else uses; takes the control API.
    func ownWorld() async throws -> PublicWorld {
        try await PublicWorld.make(wire)
    }
}
