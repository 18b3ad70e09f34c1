// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One thing to try on a platform, and the requirements that it judges.
public struct Check: Sendable {
    /// A path-like name: `countermark/get/unknown`.
    public let id: String
    /// Ids of the register; at least one.
    public let requirements: [String]
    /// What it tries, in a line.
    public let title: Sentence
    /// What it needs beyond the contract.
    public let needs: CheckNeeds
    /// Tries it: returns when all holds, throws an ``Interruption`` otherwise.
    let run: @Sendable (Probe) async throws -> Void

    init(
        _ id: String, _ requirements: [String], _ title: Sentence, needs: CheckNeeds = [],
        run: @escaping @Sendable (Probe) async throws -> Void
    ) {
        self.id = id
        self.requirements = requirements
        self.title = title
        self.needs = needs
        self.run = run
    }
}
