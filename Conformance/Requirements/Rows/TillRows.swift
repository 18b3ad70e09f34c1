// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a till must do.
enum TillRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-TL-001 | MUST | till | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | the till never sends a validation twice by itself | -
        PC-TL-002 | MUST | till | countermark document (23) | Cette réservation a déjà été validée | the till hands nothing over | -
        PC-TL-003 | MUST | till | countermark document (23) | Cette réservation a été annulée | the till hands nothing over | -
        PC-TL-004 | MUST | till | guide (text), cinema | Vous vérifiez que le code | checking and validating are two acts | -
        PC-TL-005 | MUST | till | contract 2018-12 §2 | token **exact, case-sensitive** | what people type is normalised | -
        PC-TL-006 | SHOULD | till | guide (text), show | nous vous conseillons la création d'un bouton "pass Culture" dans les logiciels de caisse | - | Un bouton, seule la personne à la caisse le voit. // A button is seen by nobody but whoever sits at the till.
        PC-TL-007 | MUST | till | countermark document (23) | Cette contremarque n'a pas été trouvée | the till hands nothing over | -
        PC-TL-008 | MUST | till | contract 2018-12 §2.2 | Cette structure n'est pas enregistrée chez cet utilisateur. | the till hands nothing over | -
        PC-TL-009 | MUST | till | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | the answer to the till's own validation was lost: it does not tell of a refused countermark | -
        PC-TL-010 | MUST | till | countermark document (23) | + Response 204 (application/json) pour une validation réussie | no answer came and nothing was validated: the till does not tell of a validation | -
        PC-TL-011 | SHOULD | till | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | a 410 that is read after a lost answer does not tell who validated: the till says so | -
        PC-TL-012 | MUST | till | countermark document (23) | + Response 204 (application/json) pour une validation réussie | any other answer is not told as a validation | -
        PC-TL-013 | SHOULD | till | contract 2018-12 §1.4 | Il semble que nous ayons des problèmes techniques | a failure, there or on the way, is not told as a refused countermark | -
        PC-TL-014 | MUST | till | countermark document (23) | Valide une contremarque (et la transaction associée). | what is valid is validated, and told so | -
        PC-TL-015 | MUST | till | countermark document (23) | + Response 204 (application/json) pour une contremarque valide | a check without an answer of the pass Culture is not told as valid | -
        PC-TL-016 | SHOULD | till | countermark document (23) | Cette réservation a déjà été validée | this and every other refusal is told as one, and does not leave the cashier in doubt | -
        """#
}
