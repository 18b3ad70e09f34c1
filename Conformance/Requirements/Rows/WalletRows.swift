// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about the credit and its ceilings.
enum WalletRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-WA-001 | MUST | platform | countermark document (23) | Le compte pass Culture de l'utilisateur est décredité du montant de votre offre | - | -
        PC-WA-002 | MUST | platform | contract 2018-12 §7.1 | La limite de 100 € pour les biens culturels ne vous permet pas de réserver | - | -
        PC-WA-003 | MUST | platform | contract 2018-12 §7.1 | La limite de 200 € pour les offres numériques ne vous permet pas de réserver | - | -
        PC-WA-004 | MUST | platform | contract 2018-12 §7.1 | Limits are inclusive (exactly 100 / 200 / exactly the balance is accepted | - | -
        PC-WA-005 | MUST | platform | contract 2018-12 §7.1 | Le solde de votre Pass n'est pas suffisant pour effectuer une réservation. | - | -
        PC-WA-006 | MUST | platform | contract 2018-12 §7.1 | Events: no sub-cap, wallet only. | - | -
        PC-WA-007 | MUST | platform | contract 2018-12 §7.4 | 200 booking JSON, wallet re-credited, mails | - | -
        PC-WA-008 | MUST | platform | contract 2018-12 §4.6 | Events count in neither sub-cap. | - | -
        PC-WA-009 | MUST | platform | contract 2018-12 §7.1 | DB trigger: wallet < 0 | many bookings at once by one person | -
        """#
}
