// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The refusals of the countermark routes, as data: documented and observed side by side.
///
/// Documented is what the countermark document (23) prints, observed what the service of December 2018 answered
/// (`contract 2018-12 §2.1` to `§2.3`); where both say the same there is one row. Sentences are to the letter, typos
/// included, and found whatever key they come under: the document puts under `global` what the service puts under `email`
/// and `offer_id`.
enum RefusalTable {
    /// A sentence that tells the reason by itself.
    struct SentenceRow: Sendable {
        let status: Int
        let sentence: String
        let reason: Refusal.Reason
        /// The sentence as it is compared.
        let folded: String

        init(_ status: Int, _ sentence: String, _ reason: Refusal.Reason) {
            self.status = status
            self.sentence = sentence
            self.reason = reason
            folded = RefusalReading.folded(sentence)
        }
    }

    /// A key that tells the reason when the sentence under it is none of the known ones.
    struct KeyRow: Sendable {
        let status: Int
        let key: String
        let reason: Refusal.Reason
    }

    /// The sentences, in the order in which they count when a body holds several.
    static let sentences: [SentenceRow] = [
        // GET without e-mail, documented and observed (§2.1 #3).
        SentenceRow(
            400, "Vous devez préciser l'email de l'utilisateur quand vous n'êtes pas connecté(e)", .incompleteRequest),
        // PATCH without e-mail, without offer id: key `global` documented, `email` and `offer_id` observed (§2.2 #4b).
        SentenceRow(
            400, "L'adresse email qui a servie à la réservation est obligatoire dans l'URL", .incompleteRequest),
        SentenceRow(400, "L'id de l'offre réservée est obligatoire dans l'URL", .incompleteRequest),
        // The log-in, observed (§2.1 #2, §4.5); the account's confirmation is looked at before the password.
        SentenceRow(401, "Identifiant incorrect", .logInUnknown),
        SentenceRow(401, "Ce compte n'est pas validé", .logInNotConfirmed),
        SentenceRow(401, "Mot de passe incorrect", .logInWrongPassword),
        SentenceRow(401, "Identifiant manquant", .logInRefused),
        SentenceRow(401, "Mot de passe manquant", .logInRefused),
        SentenceRow(401, "Authentification nécessaire", .logInRefused),
        // Rights, observed (§2.2 #4a); the second is plain text (§1.4).
        SentenceRow(403, "Cette structure n'est pas enregistrée chez cet utilisateur", .notYours),
        SentenceRow(403, "API key or login required", .logInRefused),
        // No booking: GET documented, then PATCH documented and both observed (§2.1 #4, §2.3).
        SentenceRow(404, "Ce coupon n'a pas été trouvé", .unknownCountermark),
        SentenceRow(404, "Cette contremarque n'a pas été trouvée", .unknownCountermark),
        // An offer id that cannot be decoded, observed (§2.1 #1).
        SentenceRow(404, "La page que vous recherchez n'existe pas", .badOfferID),
        // Gone, documented and observed (§2.1 #5 and #6, in the order of the service: used before cancelled).
        SentenceRow(410, "Cette réservation a déjà été validée", .alreadyValidated),
        SentenceRow(410, "Cette réservation a été annulée", .cancelled),
    ]

    /// The keys.
    static let keys: [KeyRow] = [
        KeyRow(status: 400, key: "email", reason: .incompleteRequest),
        KeyRow(status: 400, key: "offer_id", reason: .incompleteRequest),
        KeyRow(status: 401, key: "password", reason: .logInWrongPassword),
        KeyRow(status: 401, key: "identifier", reason: .logInRefused),
    ]

    /// The statuses; a 4xx that is not here is ``Refusal/Reason/platformRefused``.
    static let statuses: [Int: Refusal.Reason] = [
        401: .logInRefused,
        403: .notYours,
        404: .unknownCountermark,
        410: .noLongerValid,
    ]
}
