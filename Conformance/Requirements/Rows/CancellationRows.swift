// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about cancelling.
enum CancellationRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-CA-001 | MUST | platform | contract 2018-12 §7.4 | 200 booking JSON, wallet re-credited, mails | - | -
        PC-CA-002 | SHOULD | platform | contract 2018-12 §7.4 | Already-cancelled booking → 200 again. | - | -
        PC-CA-003 | MUST | platform | contract 2018-12 §7.4 | Impossible d'annuler une réservation consommée | - | -
        PC-CA-004 | MUST | platform | contract 2018-12 §7.4 | Vous n'avez pas le droit d'annuler cette réservation | - | -
        PC-CA-005 | MUST | platform | contract 2018-12 §7.4 | Vous pouvez seulement changer l'état isCancelled à vrai | - | -
        PC-CA-006 | MUST | platform | guide (text), cinema | annuler jusqu'à 72h avant la séance | the observed service lets the user cancel until used | -
        PC-CA-007 | MUST | platform | guide (text), show | un utilisateur a la possibilité d'annuler sa réservation jusqu'à 72 heures avant le début de la première séance | - | -
        PC-CA-008 | MUST | platform | contract 2018-12 §7.4 | neither owner nor editor of the offerer/admin | the structure cancels | -
        PC-CA-009 | MUST | platform | guide (text), books | Un utilisateur a la possibilité d'annuler sa réservation dans un délai d'une semaine. | - | -
        PC-CA-010 | MUST | platform | guide (text), books | S'il ne se présente pas, la transaction est annulée | the observed service never cancels; needs a clock that can be moved | -
        PC-CA-011 | SHOULD | platform | contract 2018-12 §10 | `Annulation de votre commande pour <thing>` | needs the mails (control API) | -
        PC-CA-012 | SHOULD | platform | contract 2018-12 §10 | a été annulée par l'offreur | needs the mails (control API) | -
        PC-CA-013 | MUST | platform | guide (text), practice | un utilisateur a la possibilité d'annuler sa réservation jusqu'à 72 heures avant le début de la première séance | a course of several sessions; the observed service lets the user cancel until used | -
        """#
}
