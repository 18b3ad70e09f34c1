// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PlatformDomain

extension WireError {
    /// Why a log-in was refused, in the contract's words (`contract 2018-12 §4.5`).
    package static func signInRefused(_ refusal: SignInRefusal) -> WireError {
        let words =
            switch refusal {
            case .unknownIdentifier: field("identifier", "Identifiant incorrect", status: 401)
            case .notValidated: field("identifier", "Ce compte n'est pas validé.", status: 401)
            case .wrongPassword: field("password", "Mot de passe incorrect", status: 401)
            }
        return words.hinting(.signIn(refusal))
    }

    /// A refusal in the contract's words, as far as they do not depend on the route.
    ///
    /// The refusals about offers, bookings and countermarks have their words next to their routes; what no route has words for
    /// becomes ``technical``, which is what the service said when its database refused something.
    package init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .notSignedIn: .notSignedIn
            case .signInRefused(let refusal): .signInRefused(refusal)
            case .administratorOnly: .forbiddenOfferer.hinting(.administratorOnly)
            case .noRights, .teamOnly: .forbiddenOfferer
            case .unknown: .htmlNotFound
            case .unknownLink: .global("Ce lien est invalide", status: 404).hinting(.usedLink)
            case .emailTaken: .field("email", "Un compte lié à cet email existe déjà")
            case .sirenTaken: .field("siren", Sentences.taken)
            case .siretTaken: .field("siret", Sentences.taken)
            case .siretOfAnotherStructure: .field("siret", Sentences.siretOfAnotherStructure)
            case .structureWithoutSiren: .field("siren", Sentences.structureWithoutSIREN)
            case .virtualVenueExists:
                .field("isVirtual", "Un lieu pour les offres numériques existe déjà pour cette structure")
            case .siretIsFixed: .field("siret", "Vous ne pouvez pas modifier le siret d'un lieu")
            default: .technical.hinting(.cause(refusal))
            }
    }
}
