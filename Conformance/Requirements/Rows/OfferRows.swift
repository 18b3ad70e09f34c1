// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The rows of the register about offers, dates, stocks and teaser images.
enum OfferRows {
    /// One requirement a line; ``Requirement/init(row:)`` says what the columns are.
    static let text = #"""
        PC-OF-001 | MUST | platform | guide (text), offer | Ajoutez un **titre**. Celui-ci apparaîtra en premier lorsque l'utilisateur cliquera sur les détails de l'offre | - | -
        PC-OF-002 | MUST | platform | contract 2018-12 §6.1 | each creates the object **and** one Offer | - | -
        PC-OF-003 | MUST | platform | contract 2018-12 §6.1 | L'URL doit commencer par \"http://\" ou \"https://\" | - | -
        PC-OF-004 | MUST | platform | contract 2018-12 §6.1 | Une offre numérique doit obligatoirement être associée au lieu | - | -
        PC-OF-005 | MUST | platform | contract 2018-12 §6.1 | Une offre de type <label> ne peut pas être numérique | - | -
        PC-OF-006 | MUST | platform | contract 2018-12 §6.1 | Seuls les administrateurs du pass Culture peuvent créer des offres d'activation | - | -
        PC-OF-007 | MUST | platform | contract 2018-12 §6.3 | La date de fin de l'événement doit être postérieure à la date de début | - | -
        PC-OF-008 | MUST | platform | contract 2018-12 §6.4 | la date limite de réservation pour cette offre est postérieure à la date de début de l'évènement | - | -
        PC-OF-009 | MUST | platform | guide (text), offer | la **date limite de réservation** (laissez vide si pas de limite) | the observed service sets begin minus 3 days | -
        PC-OF-010 | MUST | platform | contract 2018-12 §6.4 | cette entrée est obligatoire en absence de eventOccurrenceId | - | -
        PC-OF-011 | MUST | platform | contract 2018-12 §6.4 | `price` absent/null | - | -
        PC-OF-012 | MUST | platform | guide (text), offer | le **nombre de places** mises à disposition (laissez vide si pas de limite) | - | -
        PC-OF-013 | MUST | platform | contract 2018-12 §6.6 | Vous devez fournir une image d'accroche | - | -
        PC-OF-014 | MUST | platform | contract 2018-12 §6.6 | Cet image manque d'une extension (.png, .jpg...) ou son format n'est pas autorisé | - | -
        PC-OF-015 | MUST | platform | guide (text), offer | Vous pouvez également choisir d'envoyer une image présente sur votre poste de travail.. | - | -
        PC-OF-016 | MUST | platform | guide (text), offer | les modifier ou les désactiver à tout moment. | - | -
        PC-OF-017 | MUST | platform | guide (text), offer | Vous pouvez désormais voir l'ensemble des offres créées en cliquant sur **“Vos offres”** | - | -
        PC-OF-018 | MUST | platform | integration document (24) | www.urldemonsite.fr/?email={email}&offerID={offerId}&token={token} | - | -
        PC-OF-019 | SHOULD | platform | contract 2018-12 §6.2 | An event is never digital; a thing is digital iff `url` non-empty | - | -
        PC-OF-020 | MUST | platform | contract 2018-12 §6.3 | soft-deletes its stocks and cancels **all** its bookings | - | -
        PC-OF-021 | SHOULD | platform | guide (text), offer | celui-ci ne pourra plus être modifié une fois l'offre validée. | - | Les documents ne disent pas quelle forme a le refus, et le service observé laisse changer le type. // The documents do not say how the refusal looks on the wire, and the observed service lets the type change.
        PC-OF-022 | MUST | platform | contract 2018-12 §6.6 | L'adresse saisie n'est pas valide | a teaser by its address | -
        PC-OF-023 | SHOULD | platform | contract 2018-12 §6.1 | 200 list (below; ACTIVATION only for admins) | - | -
        PC-OF-024 | MUST | platform | guide (text), offer | Recadrez votre image si nécessaire, pour qu'elle remplisse le **cadre violet**. | the observed service cuts off what leaves the image | -
        """#
}
