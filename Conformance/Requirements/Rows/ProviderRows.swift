// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about what a stock or agenda provider must do.
enum ProviderRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-PR-001 | MUST | provider | provider document (22) | "errors": { "siret": [ "Siret inexistant" ] } | with status 404 | -
        PC-PR-002 | MUST | provider | provider document (22) | pagination : référence de la dernière entrée (évenement) traitée (le dernier de la page précédente) | of events | -
        PC-PR-003 | MUST | provider | provider document (22) | "uid" (string): identifiant unique de l'évènement chez le fournisseur | - | -
        PC-PR-004 | MUST | provider | provider document (22) | "updatedAt" (string): date de dernière mise à jour de l'évenement | - | -
        PC-PR-005 | SHOULD | provider | provider document (22) | Le champ "image" n'est pas obligatoire, mais sans image, un évenement n'apparaitra ni dans les recherches | - | -
        PC-PR-006 | MUST | provider | provider document (22) | Si pas de retour on essaye une seconde fois, puis une alerte vous est envoyé par mail | what a provider that does not answer has to expect of the platform | Dit ce que fait le pass Culture, et non le fournisseur ; le service observé ne le faisait pas, la plateforme locale n'appelle pas de fournisseur. // Tells what the pass Culture does, and not the provider; the observed service did not do it, and the local platform calls no provider.
        PC-PR-007 | MUST | provider | provider document (22) | "available" est le stock disponible pour la référence "ref" pour un objet. | - | -
        PC-PR-008 | MUST | provider | provider document (22) | Les références renvoyées (ref) sont les EAN13 du code barre du produit pour les objets. | and the uid of an occurrence for events | -
        PC-PR-009 | MUST | provider | provider document (22) | "price" est le prix auquel on souhaite vendre ce stock. | in euros, to the cent | -
        PC-PR-010 | MUST | provider | provider document (22) | Le prix est optionnel pour les livres (prix unique). | and for nothing else | -
        PC-PR-011 | MUST | provider | provider document (22) | "validUntil" (optionnel) est la date au format 2012-04-23T18:25:43.511Z de fin de validité de l'offre (prix). | without milliseconds, too: so the service read it | -
        PC-PR-012 | MUST | provider | provider document (22) | pagination : EAN13 de la dernière entrée traitée (le dernier de la page précédente) | each reference and price once, nothing lost | -
        PC-PR-013 | MUST | provider | provider document (22) | Il est inférieur ou égal au paramètre limit envoyé dans la requete | - | -
        PC-PR-014 | MUST | provider | provider document (22) | L'ordre est au choix du fournisseur mais ne doit pas varier entre deux requetes. | - | -
        PC-PR-015 | SHOULD | provider | provider document (22) | "offset" représente le nombre d'entrées précedent celles qui sont présentées | and total all of them; optional since 2021 | -
        PC-PR-016 | MUST | provider | provider document (22) | L'API ne renvoie que les évenements modifiés depuis cette date | of stocks: an agenda is always told whole | -
        PC-PR-017 | SHOULD | provider | provider document (22) | "errors": { "siret": [ "Siret invalide" ], "after" : [ "Entrée non trouvée" ] } | the SIRET, with status 400 | -
        PC-PR-018 | MUST | provider | provider document of 2021 | Si l'API renvoie un code 200, cela nous permet de nous assurer que le lieu est bien reconnu par le fournisseur. | asked with the SIRET alone | -
        PC-PR-019 | MUST | provider | provider document (22) | + Response 200 (application/json) | - | -
        PC-PR-020 | MUST | provider | provider document (22) | "title" (object): titre de l'évenement. au moins la propriété "fr" (string, le titre en français) doit être indiquée | and "description" likewise | -
        PC-PR-021 | MUST | provider | provider document (22) | "timings" (string) (array): un objet par occurence/représentation, avec les champs: | uid, start, end | -
        PC-PR-022 | MUST | provider | provider document (22) | "accessibility" (array) Liste d'installations spécifiques disponibles à l'événement. | its keys are hi, mi, pi, vi, sl | -
        PC-PR-023 | MUST | provider | provider document (22) | Catégories disponibles pour les évènements (champs "category", obligatoire, le plus précis possible): | museums_and_heritage (museum_tour, museum_guided_tour, heritage_site_tour, heritage_site_guided_tour, exhibition), performing_arts, art_practice, movie_screening, game, meeting | -
        PC-PR-024 | SHOULD | provider | provider document (22) | il est recommandé d'indiquer le code selon la nomenclature Entrée Directe / Deelight dans le champ optionnel "eddCode". | performing arts; a whole number, 100 to 1504 with gaps | -
        PC-PR-025 | MUST | provider | provider document (22) | On peut avoir deux entrées pour une même référence si on souhaite vendre à deux prix différents. | or for two times; never the same twice | -
        PC-PR-026 | MUST | provider | provider document of 2021 | nous effectuons des requêtes paginées jusqu'à recevoir aucun résultat | - | -
        PC-PR-027 | SHOULD | provider | provider document (22) | "errors": { "siret": [ "Siret invalide" ], "after" : [ "Entrée non trouvée" ] } | the entry, with status 400 | -
        PC-PR-028 | SHOULD | provider | provider document of 2021 | vous pouvez retourner cette erreur lorsque les paramètres d'appels sont erronés ou manquants (Par exemple, mauvais format de date) | never a failure of the provider's own | -
        PC-PR-029 | SHOULD | provider | provider document (22) | "price" est le prix auquel on souhaite vendre ce stock. | in euros; whole numbers of 100 or more alone look like cents | -
        """#
}
