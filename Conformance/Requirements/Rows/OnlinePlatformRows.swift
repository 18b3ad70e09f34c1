// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what an online platform must do.
enum OnlinePlatformRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-OP-001 | MUST | online platform | countermark document (23) | url-encodé (email+test@exemple.fr devient email%2Btest%40exemple.fr) | - | -
        PC-OP-002 | MUST | online platform | countermark document (23) | Le partenaire doit renseigner les paramètres <email> et <offer_id>. | - | -
        PC-OP-003 | MUST | online platform | guide (text), digital | Pré-remplissage automatique des champs via l'API contremarques | - | -
        PC-OP-004 | SHOULD | online platform | guide (text), digital | Création automatique du compte de l'utilisateur | - | -
        PC-OP-005 | SHOULD | online platform | guide (text), digital | Validez les contremarques utilisateurs ayant bien accédé à leur compte pour évaluer votre taux de conversion | manual way | -
        PC-OP-006 | MUST | online platform | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | the online platform never sends a validation twice by itself | -
        PC-OP-007 | MUST | online platform | countermark document (23) | Cette réservation a déjà été validée | no access is given upon the link | -
        PC-OP-008 | MUST | online platform | countermark document (23) | Cette réservation a été annulée | no access is given upon the link | -
        PC-OP-009 | MUST | online platform | countermark document (23) | Cette contremarque n'a pas été trouvée | no access is given upon the link | -
        PC-OP-010 | MUST | online platform | contract 2018-12 §2 | e-mail **exact, case-sensitive, not trimmed** | somebody else's e-mail address in the link: no access is given | -
        PC-OP-011 | MUST | online platform | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | the answer to its own validation was lost: it does not tell of a refused countermark | -
        PC-OP-012 | MUST | online platform | countermark document (23) | + Response 204 (application/json) pour une contremarque valide | without an answer of the pass Culture no access is given | -
        PC-OP-013 | SHOULD | online platform | contract 2018-12 §1.4 | Il semble que nous ayons des problèmes techniques | a failure, there or on the way, is not told as a refused countermark | -
        PC-OP-014 | SHOULD | online platform | countermark document (23) | Cette réservation a déjà été validée | this and every other refusal is told as one, and does not leave the young person in doubt | -
        """#
}
