// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about structures, venues and bank details.
enum StructureRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-ST-001 | MUST | platform | contract 2018-12 §5.3 | Virtual venue: name `"Offre en ligne"`, one per offerer, created with the offerer | - | -
        PC-ST-002 | MUST | platform | guide (text), bank details | un seul utilisateur est habilité à renseigner les coordonnées bancaires sur son compte pass Culture Pro | - | -
        PC-ST-003 | MUST | platform | guide (text), bank details | Il peut aussi saisir un seul IBAN pour sa structure | needs the team (control API) | -
        PC-ST-004 | MUST | platform | contract 2018-12 §5.2 | L'IBAN saisi est invalide | - | -
        PC-ST-005 | MUST | platform | contract 2018-12 §5.2 | {"bic":["Le BIC es manquant"]} | - | -
        PC-ST-006 | MUST | platform | guide (text), venue | Un message vous **confirme la création du lieu**. | - | -
        PC-ST-007 | MUST | platform | contract 2018-12 §5.3 | Le code SIRET doit correspondre à un établissement de votre structure | - | -
        PC-ST-008 | MUST | platform | guide (text), venue | Dites-nous en quelques mots la raison pour laquelle vous créez ce lieu, dans le champ "Commentaires". | the venue has no SIRET | -
        PC-ST-009 | MUST | platform | contract 2018-12 §5.3 | absent → `validationToken` generated in **every** environment incl. integration (`isValidated:false`) | - | -
        PC-ST-010 | MUST | platform | contract 2018-12 §5.3 | Un lieu pour les offres numériques existe déjà pour cette structure | - | -
        PC-ST-011 | MUST | platform | contract 2018-12 §5.1 | rights are checked before existence | - | -
        PC-ST-012 | MUST | platform | contract 2018-12 §5.3 | Vous ne pouvez pas modifier le siret d'un lieu | - | -
        PC-ST-013 | MUST | platform | guide (text), account | Sans lieu, vous ne pouvez ajouter que des offres numériques. | - | -
        PC-ST-014 | MUST | platform | guide (text), account | + Rattacher une structure supplémentaire | - | -
        PC-ST-015 | MUST | platform | contract 2018-12 §5.3 | La latitude doit être comprise entre -90.0 et +90.0 | - | -
        PC-ST-016 | MUST | platform | contract 2018-12 §5.1 | Vous ne pouvez pas modifier ce champ | - | -
        PC-ST-017 | SHOULD | platform | contract 2018-12 §5.2 | Le BIC saisi est inconnu | - | -
        PC-ST-018 | MUST | platform | contract 2018-12 §5.4 | 202 text `Validation effectuée`; missing → 400 as above; unknown → 404 `{"token":["Jeton inconnu"]}` | a venue without SIRET; needs the mails (control API) | -
        PC-ST-019 | MUST | platform | guide (text), bank details | L'administrateur saisit un **IBAN et un télécharge un RIB pour chaque lieu.** | the observed service takes no RIB; needs the team (control API) | -
        PC-ST-020 | MUST | platform | guide (text), bank details | **désigner un administrateur et de lui fournir son mail.** | asked, answered and validated step by step; needs the team and the mails (control API) | -
        """#
}
