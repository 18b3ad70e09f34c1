// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension GateScenario {
    /// What happens, for the titles of checks: the same whether a button is pressed or a link followed.
    var words: Sentence {
        switch id {
        case "drops": Sentence("Réponse octet par octet", "An answer byte by byte")
        case "cut": Sentence("Réponse coupée", "An answer that breaks off")
        case "malformed": Sentence("200 et JSON cassé", "200 and broken JSON")
        case "mistyped": Sentence("200 annoncé comme HTML", "200 that calls itself HTML")
        case "halfway": Sentence("Panne à la validation seule (500)", "Validating alone fails (500)")
        case "failing": Sentence("Panne du service (500)", "The service fails (500)")
        case "proxy": Sentence("Page d'un mandataire (502)", "A proxy's page (502)")
        case "busy": Sentence("Trop d'appels (429)", "Too many calls (429)")
        case "lost": Sentence("Réponse perdue, validation faite", "Lost answer, validated")
        case "undone": Sentence("Réponse perdue, rien de fait", "Lost answer, nothing done")
        case "reset": Sentence("Connexion coupée", "A connection that is reset")
        case "slow": Sentence("Réponse après 10 s", "An answer after 10 s")
        case "used": Sentence("Déjà validée", "Already validated")
        case "cancelled": Sentence("Annulée", "Cancelled")
        case "unknown": Sentence("Inconnue", "Unknown")
        case "foreign": Sentence("D'une autre structure", "Another structure's")
        case "validate", "link": Sentence("Valable", "Valid")
        case "stranger": Sentence("L'adresse d'un autre", "Somebody else's address")
        default: Sentence(id, id)
        }
    }
}
