// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

// Structures, venues and rights (`contract 2018-12 §5`), and the causes that a technical error does not name (`§1.3`).
extension Hint {
    /// Somebody without rights.
    static let noRights = Hint(
        "Only people whose attachment to the structure is validated may: its own people attach others with POST /userOfferers."
    )
    /// An editor who wants to enter bank details.
    static let administratorOnly = Hint(
        "Bank details are for the structure's administrator, whom the team names: here with POST /_control/administrators."
    )
    /// A venue that lacks something, or has too much.
    static let incompleteVenue = Hint(
        "A physical venue needs exactly one of siret and comment, and address, postalCode and city; the virtual one has neither."
    )
    /// Rights that are none.
    static let unknownRights = Hint("rights must be admin or editor.")

    /// The hints of this page.
    static let structures = [noRights, administratorOnly, incompleteVenue, unknownRights]

    /// The cause of a refusal that has no sentence of its own; nothing if there is no more to say.
    static func cause(_ refusal: Refusal) -> Hint? {
        switch refusal {
        case .incompleteVenue: incompleteVenue
        case .endIsBegin: endIsBegin
        case .invalidAmount: amountOutOfRange
        case .administratorOnly: administratorOnly
        default: nil
        }
    }
}
