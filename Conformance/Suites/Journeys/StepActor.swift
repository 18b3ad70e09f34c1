// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Who acts in a step of a journey.
public enum StepActor: String, Sendable, CaseIterable {
    /// The professional.
    case partner
    /// A young person.
    case young
    /// The pass Culture team.
    case team
    /// Nobody: time passes.
    case time

    /// The word for it.
    public var name: Sentence {
        switch self {
        case .partner: Sentence("Partenaire", "Partner")
        case .young: Sentence("Jeune", "Young person")
        case .team: Sentence("Équipe pass Culture", "pass Culture team")
        case .time: Sentence("Temps", "Time")
        }
    }
}
