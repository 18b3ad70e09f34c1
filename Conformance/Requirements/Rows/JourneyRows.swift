// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about the five journeys as wholes.
enum JourneyRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-JO-001 | MUST | platform | guide (text), cinema | soit dès que le jeune se présente | the whole journey of a cinema | -
        PC-JO-002 | MUST | platform | guide (text), books | L'utilisateur présente sa contremarque au libraire, qui vérifie son identité. | the whole journey of a bookshop | -
        PC-JO-003 | MUST | platform | guide (text), show | Avant le spectacle, vous contrôlez et validez la contremarque du jeune présent | the whole journey of a theatre | -
        PC-JO-004 | MUST | platform | guide (text), practice | Lors de la première séance, vous contrôlez et validez la contremarque du jeune présent | the whole journey of an art workshop | -
        PC-JO-005 | MUST | platform | guide (text), digital | La contremarque, l'adresse de l'utilisateur et l'offre doivent être validées | the whole journey of an online platform | -
        """#
}
