// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a stock or agenda provider must do.
enum ProviderRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-PR-001 | MUST | provider | provider document (22) | "errors": { "siret": [ "Siret inexistant" ] } | - | Jugée par la suite des fournisseurs, qui n'est pas encore écrite. // Judged by the provider suite, which is not written yet.
        PC-PR-002 | MUST | provider | provider document (22) | pagination : référence de la dernière entrée (évenement) traitée (le dernier de la page précédente) | - | Jugée par la suite des fournisseurs, qui n'est pas encore écrite. // Judged by the provider suite, which is not written yet.
        PC-PR-003 | MUST | provider | provider document (22) | "uid" (string): identifiant unique de l'évènement chez le fournisseur | - | Jugée par la suite des fournisseurs, qui n'est pas encore écrite. // Judged by the provider suite, which is not written yet.
        PC-PR-004 | MUST | provider | provider document (22) | "updatedAt" (string): date de dernière mise à jour de l'évenement | - | Jugée par la suite des fournisseurs, qui n'est pas encore écrite. // Judged by the provider suite, which is not written yet.
        PC-PR-005 | SHOULD | provider | provider document (22) | Le champ "image" n'est pas obligatoire, mais sans image, un évenement n'apparaitra ni dans les recherches | - | Jugée par la suite des fournisseurs, qui n'est pas encore écrite. // Judged by the provider suite, which is not written yet.
        PC-PR-006 | MUST | provider | provider document (22) | Si pas de retour on essaye une seconde fois, puis une alerte vous est envoyé par mail | what a provider that does not answer has to expect of the platform | Jugée avec la suite des fournisseurs, qui n'est pas encore écrite ; le service observé ne le fait pas. // Judged with the provider suite, which is not written yet; the observed service does not do it.
        """#
}
