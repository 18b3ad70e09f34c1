// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What an event offers to people with a handicap (provider document (22), "accessibility").
public struct FeedAccess: Hashable, Sendable {
    /// Whom it is for.
    public enum Need: String, Hashable, Sendable, CaseIterable {
        /// Who hears little or nothing (*handicap auditif*).
        case hearing = "hi"
        /// Who moves with difficulty (*handicap moteur*).
        case motor = "mi"
        /// Who has a mental handicap (*handicap psychique*).
        case mental = "pi"
        /// Who sees little or nothing (*handicap visuel*).
        case visual = "vi"
        /// Who speaks by signs (*langage des signes*).
        case signLanguage = "sl"
    }

    /// Whom it is for.
    public let need: Need
    /// What there is, in French.
    public let equipment: String

    /// Takes what there is.
    ///
    /// - Throws: ``FeedError/emptyText`` when nothing is said.
    public init(_ need: Need, _ equipment: String) throws(FeedError) {
        guard !equipment.trimmed().isEmpty else { throw .emptyText }
        self.need = need
        self.equipment = equipment
    }

    /// One element of the documented array: the need is the key, the equipment the value.
    var json: JSONValue { [need.rawValue: .string(equipment)] }
}
