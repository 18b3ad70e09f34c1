// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what is paid, how much and where to.
enum ReimbursementRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-RE-001 | MUST | platform | guide (text), reimbursement | Toutes les deux semaines, un virement sera émis pour rembourser les réservations et les achats validés sur le pass Culture | needs clock and payments (control API) | -
        PC-RE-002 | MUST | platform | guide (text), cinema | Passé ce délai, le cinéma est remboursé même si l'utilisateur ne se présente pas. | needs clock and payments (control API) | -
        PC-RE-003 | MUST | platform | contract 2018-12 §8 | payable only when `isUsed` | needs clock and payments (control API) | -
        PC-RE-004 | MUST | platform | contract 2018-12 §9.1 | not cancelled AND (`isUsed` OR now > event `beginningDatetime` + 48 h) | needs clock and payments (control API) | -
        PC-RE-005 | MUST | platform | guide (text), digital | Le montant de la subvention est alors égal au tarif de l'offre réservée ou achetée par l'utilisateur sur le pass Culture. | an eligible digital offer; the observed service pays nothing for any | -
        PC-RE-006 | MUST | platform | guide (text), digital | Les offres éligibles au remboursement sont déterminées par les Conditions Générales d'Utilisation du pass Culture Pro | a digital offer that is not eligible | -
        PC-RE-007 | MUST | platform | guide (text), reimbursement | vers l'IBAN renseigné pour le lieu associé à chaque offre validée | needs payments (control API) | -
        PC-RE-008 | MUST | platform | guide (text), reimbursement | à défaut, vers l'IBAN renseigné pour la structure associée à l'offre | needs payments (control API) | -
        PC-RE-009 | MUST | platform | guide (text), bank details | L'équipe du pass Culture valide la conformité des coordonnées bancaires et des RIB saisis | the observed service has no such step; needs payments (control API) | -
        PC-RE-010 | MUST | platform | contract 2018-12 §9.1 | skip bookings already having *any* payment row | the batch is run twice; needs payments (control API) | -
        PC-RE-011 | MUST | platform | contract 2018-12 §9.6 | booking JSON + `reimbursed_amount` (number), `reimbursement_rule` (text), `user{email,firstName,lastName}` | - | -
        PC-RE-012 | MUST | platform | guide (text), cinema | jours (remboursement à 100% de la | amount and quantity; needs payments (control API) | -
        PC-RE-013 | MUST | platform | guide (text), reimbursement | Vous pourrez consulter vos virements (montant, compte destinataire et offres correspondantes) depuis l'écran **"Réservations"** | by the partner; the observed service has no route for it, there they are read through the control API | -
        PC-RE-014 | SHOULD | platform | contract 2018-12 §9.2 | Remboursement total pour les offres physiques | - | -
        PC-RE-015 | SHOULD | platform | contract 2018-12 §9.2 | Pas de remboursement au dessus du plafond de 23 000 € par offreur | - | Dépasser 23 000 euros demande 47 comptes de 499 euros et autant de réservations sur la plateforme jugée : laissé à ses propres tests. // Crossing 23 000 euros takes 47 accounts of 499 euros and as many bookings on the platform under test; left to the platform's own tests.
        PC-RE-016 | SHOULD | platform | contract 2018-12 §9.5 | One transaction per distinct (IBAN, BIC), sorted; amount = Σ | - | L'ordre de virement part à la banque en pièce jointe ; aucune route de 2018 ne le donne à un partenaire. // The payment order is mailed to the bank as an attachment; no route of 2018 serves it to a partner.
        PC-RE-017 | SHOULD | platform | contract 2018-12 §9.3 | `customMessage` = `pass Culture Pro - remboursement 1ère quinzaine MM-YYYY` (UTC day 1–14) or `… 2nde quinzaine MM-YYYY` (15–31) | needs payments (control API) | -
        PC-RE-018 | MUST | platform | guide (text), digital | Validez les contremarques utilisateurs ayant bien accédé à leur compte pour évaluer votre taux de conversion | the observed service does not tell it | -
        """#
}
