// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The sentences of countermarks (`contract 2018-12 §2.1`, `§2.2`; countermark document).
enum CountermarkSentences {
    /// `PATCH` on a countermark that is unknown, or of another user or offer.
    static let unknown = "Cette contremarque n'a pas été trouvée"
    /// `GET` by nobody, without an e-mail.
    static let missingEmail = WireError.field(
        "email", "Vous devez préciser l'email de l'utilisateur quand vous n'êtes pas connecté(e)")

    private static let emailInAddress =
        "L'adresse email qui a servie à la réservation est obligatoire dans l'URL [?email=<email>]"
    private static let offerInAddress =
        "L'id de l'offre réservée est obligatoire dans l'URL [?offer_id=<id>]"

    /// The words for a refusal; `unknown` is the profile's sentence for a countermark that was not found.
    static func words(_ refusal: Refusal, unknown: String) -> WireError? {
        switch refusal {
        case .unknownCountermark: .global(unknown, status: 404)
        case .alreadyValidated: .field("booking", "Cette réservation a déjà été validée", status: 410)
        case .cancelled: .field("booking", "Cette réservation a été annulée", status: 410)
        case .notSignedIn, .missingParameters: missingEmail
        default: nil
        }
    }

    /// `PATCH` by nobody, without the e-mail or the offer: the documents and the service differ in keys and in number.
    static func missing(email: Bool, offerID: Bool, under rules: Rules) -> WireError {
        var pairs: [(field: String, message: String)] = []
        if email { pairs.append(("email", emailInAddress)) }
        if offerID { pairs.append(("offer_id", offerInAddress)) }
        if rules.missingParametersOneByOne { pairs = Array(pairs.prefix(1)) }
        return .fields(rules.missingParametersUnderGlobal ? pairs.map { ("global", $0.message) } : pairs)
    }
}
