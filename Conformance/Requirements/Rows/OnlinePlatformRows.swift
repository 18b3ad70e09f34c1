// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what an online platform must do.
enum OnlinePlatformRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-OP-001 | MUST | online platform | countermark document (23) | url-encodé (email+test@exemple.fr devient email%2Btest%40exemple.fr) | - | Jugée par la suite des plateformes en ligne, qui n'est pas encore écrite. // Judged by the online platform suite, which is not written yet.
        PC-OP-002 | MUST | online platform | countermark document (23) | Le partenaire doit renseigner les paramètres <email> et <offer_id>. | - | Jugée par la suite des plateformes en ligne, qui n'est pas encore écrite. // Judged by the online platform suite, which is not written yet.
        PC-OP-003 | MUST | online platform | guide (text), digital | Pré-remplissage automatique des champs via l'API contremarques | - | Jugée par la suite des plateformes en ligne, qui n'est pas encore écrite. // Judged by the online platform suite, which is not written yet.
        PC-OP-004 | SHOULD | online platform | guide (text), digital | Création automatique du compte de l'utilisateur | - | Jugée par la suite des plateformes en ligne, qui n'est pas encore écrite. // Judged by the online platform suite, which is not written yet.
        PC-OP-005 | SHOULD | online platform | guide (text), digital | Validez les contremarques utilisateurs ayant bien accédé à leur compte pour évaluer votre taux de conversion | manual way | Jugée par la suite des plateformes en ligne, qui n'est pas encore écrite. // Judged by the online platform suite, which is not written yet.
        """#
}
