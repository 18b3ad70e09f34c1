// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a till must do.
enum TillRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-TL-001 | MUST | till | contract 2018-12 §2.2 | Not idempotent (2nd call 410). | the till never sends a validation twice by itself | Jugée par la suite des caisses, qui n'est pas encore écrite. // Judged by the till suite, which is not written yet.
        PC-TL-002 | MUST | till | countermark document (23) | Cette réservation a déjà été validée | the till hands nothing over | Jugée par la suite des caisses, qui n'est pas encore écrite. // Judged by the till suite, which is not written yet.
        PC-TL-003 | MUST | till | countermark document (23) | Cette réservation a été annulée | the till hands nothing over | Jugée par la suite des caisses, qui n'est pas encore écrite. // Judged by the till suite, which is not written yet.
        PC-TL-004 | MUST | till | guide (text), cinema | Vous vérifiez que le code | checking and validating are two acts | Jugée par la suite des caisses, qui n'est pas encore écrite. // Judged by the till suite, which is not written yet.
        PC-TL-005 | MUST | till | contract 2018-12 §2 | token **exact, case-sensitive** | what people type is normalised | Jugée par la suite des caisses, qui n'est pas encore écrite. // Judged by the till suite, which is not written yet.
        PC-TL-006 | SHOULD | till | guide (text), show | nous vous conseillons la création d'un bouton "pass Culture" dans les logiciels de caisse | - | Jugée par la suite des caisses, qui n'est pas encore écrite. // Judged by the till suite, which is not written yet.
        """#
}
