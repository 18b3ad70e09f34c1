// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Everything that changed for partners, in the order in which one meets it.
    package static let all: [Migration] = access + countermarks + stocks + answers

    /// Who one is, and where.
    private static let access = [
        Migration(
            id: "host", topic: "Host · Serveur", prototype: "backend.passculture.beta.gouv.fr",
            second: "backend.passculture.app",
            today: "backend.passculture.app; for trials backend.integration.passculture.pro",
            change: "Change the base address; keep it in the settings, one for each environment.",
            changeInFrench: "Changez l'adresse de base ; gardez-la dans les réglages, une par environnement.",
            withSDK: "`.production` and `.integration` know both editions' hosts."),
        Migration(
            id: "log-in", topic: "Who is authenticated · Qui s'authentifie",
            prototype: "the partner's log-in (Basic), or nobody: the user's e-mail and the offer in the query",
            second: "the structure's key, or a session of the portal",
            today:
                "the software vendor: `Authorization: Bearer` and the provider's key; each venue links itself to the provider",
            change:
                "Ask the pass Culture for a provider account; have each client link its venue in the portal; send the key in the header, never in an address, and store no password of a client any more.",
            changeInFrench:
                "Demandez un compte fournisseur au pass Culture ; faites lier chaque lieu dans le portail ; envoyez la clé dans l'en-tête, jamais dans une adresse, et ne stockez plus le mot de passe d'un client.",
            withSDK: "One line: the desk's identity is the key and the venue."),
        Migration(
            id: "limits", topic: "Rate limit · Limite de débit", prototype: "none stated",
            second: "by address and log-in", today: "200 requests a minute for each key, then 429",
            change:
                "Slow down by yourself, and after a 429 leave the key alone for 60 s: no `Retry-After` is promised.",
            changeInFrench:
                "Ralentissez de vous-même, et laissez la clé au repos 60 s après un 429 : aucun `Retry-After` n'est promis.",
            withSDK: "Nothing: the limiter is shared by all desks of the process."),
    ]

    /// What a till does with a countermark.
    private static let countermarks = [
        Migration(
            id: "check", topic: "Check · Vérifier", prototype: "`GET /bookings/token/{token}`: 200 or 204",
            second: "GET /v2/bookings/token/{token}: 200",
            today: "`GET /public/bookings/v1/token/{token}`: 200, with a body of its own",
            change:
                "Read the new body; compare `offerId` and `venueId` with what is sold and where, instead of sending e-mail and offer.",
            changeInFrench:
                "Lisez le nouveau corps ; comparez `offerId` et `venueId` avec ce qui est vendu et où, au lieu d'envoyer e-mail et offre.",
            withSDK: "Nothing: `check` tells the same things, and refuses another venue's booking."),
        Migration(
            id: "validate", topic: "Validate · Valider", prototype: "`PATCH /bookings/token/{token}`: 204",
            second: "PATCH /v2/bookings/use/token/{token}: 204",
            today: "`PATCH /public/bookings/v1/use/token/{token}`: 204",
            change: "Change the path, send no body. It is still not idempotent: a repeat is answered 410.",
            changeInFrench:
                "Changez le chemin, sans corps. L'appel n'est toujours pas idempotent : répété, il répond 410.",
            withSDK: "Nothing: `validate` keeps the attempt in the outbox, as before."),
        Migration(
            id: "undo", topic: "Undo · Annuler la validation", prototype: "none",
            second: "PATCH /v2/bookings/keep/token/{token}",
            today: "`PATCH /public/bookings/v1/keep/token/{token}`: 204",
            change:
                "If you offer it, ask a person to confirm first; never use it to find out whether a validation arrived.",
            changeInFrench:
                "Si vous la proposez, demandez d'abord confirmation à une personne ; ne l'utilisez jamais pour savoir si une validation est arrivée.",
            withSDK: "`undo` wants the name of who confirmed."),
        Migration(
            id: "cancel", topic: "Cancel · Annuler la réservation", prototype: "none",
            second: "PATCH /v2/bookings/cancel/token/{token}",
            today: "`PATCH /public/bookings/v1/cancel/token/{token}`: 204, final",
            change: "An event can be cancelled only until the instant from which it can be validated.",
            changeInFrench: "Un événement ne s'annule que jusqu'à l'instant à partir duquel il se valide.",
            withSDK: "`cancel` wants the name of who confirmed."),
        Migration(
            id: "list", topic: "List · Lister", prototype: "none for tills", second: nil,
            today: "`GET /public/bookings/v1/bookings`: by offer or by venue, in pages",
            change: "Use it to reconcile; it never shows a countermark.",
            changeInFrench: "Servez-vous-en pour rapprocher ; elle ne montre jamais de contremarque.",
            withSDK: "`bookings` gives the pages as an `AsyncSequence`."),
        Migration(
            id: "too-early", topic: "Event, too early · Événement, trop tôt", prototype: "not in the document",
            second: "403, a list under `booking`",
            today: "403 under `booking` until the cancellation delay is over, and then no cancelling any more",
            change: "Tell the cashier from when it can be validated; do not treat it as a fault.",
            changeInFrench: "Dites au guichet à partir de quand elle se valide ; ce n'est pas une panne.",
            withSDK: "The reason `too-early` carries the instant."),
        Migration(
            id: "scan", topic: "Scanning · Lecture", prototype: "six characters, typed",
            second: "six characters, or a QR code",
            today: "six characters in any case, or `PASSCULTURE:v3;TOKEN:` and the countermark in a QR code",
            change: "Take both.", changeInFrench: "Acceptez les deux.",
            withSDK: "Nothing: `Countermark` reads both."),
    ]

    /// What is published and what is told.
    private static let stocks = [
        Migration(
            id: "stock", topic: "Stock · Stocks", prototype: "the vendor serves GET /stocks/{siret}, polled each night",
            second: "POST /v2/venue/{id}/stocks",
            today: "`POST /public/offers/v1/products/ean`: 500 at a time, asynchronous",
            change:
                "Push what is available now, by EAN of 13 digits; an unknown EAN is skipped without a word: ask `GET /public/offers/v1/products/ean/check_availability` first.",
            changeInFrench:
                "Poussez ce qui est disponible maintenant, par EAN à 13 chiffres ; un EAN inconnu est ignoré sans un mot : demandez d'abord `GET /public/offers/v1/products/ean/check_availability`.",
            withSDK: "`Publisher.upsert` asks, sends and follows."),
        Migration(
            id: "sessions", topic: "Cinema sessions · Séances de cinéma", prototype: "made one by one in the portal",
            second: "fetched from known cinema software alone",
            today: "`PUT /public/offers/v1/events/cinema_sessions`: by film, asynchronous",
            change: "Push prices and sessions by your own names of them; what is left now is the quantity.",
            changeInFrench:
                "Poussez tarifs et séances sous vos propres identifiants ; la quantité est ce qui reste maintenant.",
            withSDK: "Not in it: send the request yourself."),
        Migration(
            id: "push", topic: "Calls to the partner · Appels vers le partenaire", prototype: "none", second: "none",
            today: "a signed notification of each booking; for tickets, two calls that must be answered within 8 s",
            change:
                "Verify `PassCulture-Signature` over the text inside the body's JSON string, as it came; take each notification once.",
            changeInFrench:
                "Vérifiez `PassCulture-Signature` sur le texte contenu dans la chaîne JSON du corps, tel quel ; ne tenez compte de chaque notification qu'une fois.",
            withSDK: "`WebhookHandler` does it."),
    ]

    /// How answers are read.
    private static let answers = [
        Migration(
            id: "money", topic: "Ids and money · Identifiants et montants", prototype: "ids of letters, euros",
            second: "both kinds of ids, euros with decimals", today: "integers, euro cents",
            change: "Store ids as 64-bit numbers and prices as cents.",
            changeInFrench: "Stockez les identifiants comme nombres de 64 bits et les prix en centimes.",
            withSDK: "Nothing: prices were cents before."),
        Migration(
            id: "errors", topic: "Errors · Erreurs", prototype: "lists of French sentences by field",
            second: "lists of French sentences by field",
            today: "a sentence or a list, English or French, by field or by path such as `dates.0.beginningDatetime`",
            change: "Accept a string and a list under the same key; decide by status and key, not by the sentence.",
            changeInFrench:
                "Acceptez une chaîne et une liste sous la même clé ; décidez d'après le statut et la clé, pas d'après la phrase.",
            withSDK: "Nothing: reasons are stable codes."),
        Migration(
            id: "not-found", topic: "Unknown · Inconnue",
            prototype: "404: `Ce coupon n'a pas été trouvé`, `Cette contremarque n'a pas été trouvée`",
            second: "404: `Cette contremarque n'a pas été trouvée`",
            today: "404: `This countermark cannot be found`, also when the venue is not linked to the provider",
            change: "Have the venue's link checked when every countermark is unknown.",
            changeInFrench: "Faites vérifier le lien du lieu quand toutes les contremarques sont inconnues.",
            withSDK: "Nothing: the cashier's sentence says so."),
        Migration(
            id: "gone", topic: "Used, cancelled, reimbursed · Validée, annulée, remboursée",
            prototype: "410 under `booking`", second: "410 under `booking` or `booking_cancelled`, 403 under `payment`",
            today: "410 under `booking`, 403 under `payment`",
            change: "Tell validated from cancelled by the sentence, and reimbursed by the key.",
            changeInFrench: "Distinguez validée et annulée par la phrase, et remboursée par la clé.",
            withSDK: "Nothing: each has its reason."),
        Migration(
            id: "credit", topic: "Trials · Essais", prototype: "a young person's account with 499 EUR", second: nil,
            today: "300 EUR, on the integration app",
            change: "Make bookings there by hand, or here by program: `passculture mock --edition publicV1`.",
            changeInFrench: "Réservez-y à la main, ou ici par programme : `passculture mock --edition publicV1`.",
            withSDK: "`PassCultureTesting` answers without any platform."),
    ]
}
