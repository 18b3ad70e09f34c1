// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about bookings and the mails about them.
enum BookingRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-BK-001 | MUST | platform | countermark document (23) | Il reçoit en contrepartie un code contremarque | - | -
        PC-BK-002 | MUST | platform | contract 2018-12 §7.1 | Vous devez préciser un identifiant d'offre | - | -
        PC-BK-003 | MUST | platform | contract 2018-12 §7.1 | Vous devez préciser une quantité pour la réservation | - | -
        PC-BK-004 | MUST | platform | contract 2018-12 §7.1 | stockId ne correspond à aucun stock | - | -
        PC-BK-005 | MUST | platform | integration document (24) | Les utilisateurs "pro" peuvent voir mais pas réserver les offres. | - | -
        PC-BK-006 | MUST | platform | contract 2018-12 §7.1 | la quantité disponible pour cette offre est atteinte | - | -
        PC-BK-007 | MUST | platform | contract 2018-12 §7.1 | DB trigger: available < Σ quantity of non-cancelled | 200 bookings at once of a stock of 20 | -
        PC-BK-008 | MUST | platform | contract 2018-12 §7.1 | La date limite de réservation de cette offre est dépassée | - | -
        PC-BK-009 | MUST | platform | contract 2018-12 §7.1 | Cette offre a été retirée. Elle n'est plus valable. | - | -
        PC-BK-010 | MUST | platform | contract 2018-12 §7.1 | Vous ne pouvez pas encore réserver cette offre, son lieu est en attente de validation | - | -
        PC-BK-011 | MUST | platform | contract 2018-12 §7.1 | Cette date a été retirée. Elle n'est plus disponible. | - | -
        PC-BK-012 | MUST | platform | guide (text), cinema | Un mail de confirmation est envoyé à l'utilisateur | needs the mails (control API) | -
        PC-BK-013 | MUST | platform | guide (text), show | Un mail de confirmation est envoyé à votre structure. | needs the mails (control API) | -
        PC-BK-014 | SHOULD | platform | contract 2018-12 §10 | **countermark validated** | needs the mails (control API) | -
        PC-BK-015 | MUST | platform | guide (text), show | Vous avez accès aux nom, prénom, mail et contremarque des utilisateurs. | the observed service hides the countermark until it is used | -
        PC-BK-016 | MUST | platform | contract 2018-12 §7.1 | `amount` = stock price at booking time (frozen) | - | -
        PC-BK-017 | MUST | platform | contract 2018-12 §7.3 | own bookings, **cancelled ones included** | - | -
        PC-BK-018 | MUST | platform | guide (text), cinema | Le cinéma peut donc imprimer, dans les 72 heures précédant la séance, un récapitulatif des noms, prénoms, mails et contremarques des inscrits. | the observed service has no such list; needs a clock that can be moved | -
        PC-BK-019 | SHOULD | platform | guide (text), bookings screen | Date limite d'annulation | the observed service shows none of the columns | -
        """#
}
