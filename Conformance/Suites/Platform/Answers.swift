// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The answers of the contract that checks compare with, to the letter.
enum Answers {
    static let pageNotFound: JSONValue = ["global": ["La page que vous recherchez n'existe pas"]]
    static let originRefused: JSONValue = ["global": ["Header non autorisé"]]
    static let signInNeeded: JSONValue = ["global": ["Authentification nécessaire"]]
    static let noRights: JSONValue = ["global": ["Cette structure n'est pas enregistrée chez cet utilisateur."]]
    static let unknownDocumented: JSONValue = ["global": ["Ce coupon n'a pas été trouvé"]]
    static let unknownObserved: JSONValue = ["global": ["Cette contremarque n'a pas été trouvée"]]
    static let emailWanted: JSONValue = [
        "email": ["Vous devez préciser l'email de l'utilisateur quand vous n'êtes pas connecté(e)"]
    ]
    static let used: JSONValue = ["booking": ["Cette réservation a déjà été validée"]]
    static let cancelled: JSONValue = ["booking": ["Cette réservation a été annulée"]]
    static let emailMissing =
        "L'adresse email qui a servie à la réservation est obligatoire dans l'URL [?email=<email>]"
    static let offerMissing = "L'id de l'offre réservée est obligatoire dans l'URL [?offer_id=<id>]"
    static let badDate = "Format de date invalide"
    static let mandatory = "Cette information est obligatoire"
    static let weakPassword =
        "Le mot de passe doit faire au moins 12 caractères et contenir à minima 1 majuscule, 1 minuscule, "
        + "1 chiffre et 1 caractère spécial parmi _-&?~#|^@=+.$,<>%*!:;"
    static let physicalCeiling: JSONValue = [
        "global": ["La limite de 100 € pour les biens culturels ne vous permet pas de réserver"]
    ]
    static let digitalCeiling: JSONValue = [
        "global": ["La limite de 200 € pour les offres numériques ne vous permet pas de réserver"]
    ]
    static let noCredit: JSONValue = [
        "insufficientFunds": ["Le solde de votre Pass n'est pas suffisant pour effectuer une réservation."]
    ]
    static let soldOut: JSONValue = ["global": ["la quantité disponible pour cette offre est atteinte"]]
}
