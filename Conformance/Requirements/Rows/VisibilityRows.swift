// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a young person sees.
enum VisibilityRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-VI-001 | MUST | platform | guide (text), offer | sans date ou horaire enregistré, votre offre ne pourra pas être affichée côté jeunes. | - | -
        PC-VI-002 | MUST | platform | guide (text), offer | sans image d'accroche, l'offre ne sera pas visible sur l'écran principal. | - | -
        PC-VI-003 | MUST | platform | integration document (24) | pour la retrouver coté "jeune", il faut que l'offre ait : | - | -
        PC-VI-004 | MUST | platform | contract 2018-12 §6.1 | Deactivation expires current recommendations at once | - | -
        PC-VI-005 | MUST | platform | integration document (24) | une date limite de réservation dans le futur ou pas de date limite de réservation | - | -
        PC-VI-006 | MUST | platform | integration document (24) | des places disponibles | - | -
        PC-VI-007 | MUST | platform | integration document (24) | un prix (même égal à 0) | - | -
        PC-VI-008 | MUST | platform | contract 2018-12 §6.7 | 3. venue validated | - | -
        PC-VI-009 | MUST | platform | guide (text), account | vous pourrez consulter les offres qui y sont proposées (incluant les vôtres) mais vous ne pourrez réserver aucune offre. | - | -
        PC-VI-010 | SHOULD | platform | contract 2018-12 §6.7 | = search: only needs `isActive` offer with ≥1 not-deleted stock | - | -
        PC-VI-011 | MUST | platform | contract 2018-12 §6.7 | 2. offerer `isActive` and validated | - | -
        """#
}
