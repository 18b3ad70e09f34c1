// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

extension SampleAnswer {
    /// Every answer that the countermark document (23) prints.
    public static let documented: [SampleAnswer] = [
        SampleAnswer("valid, or validated", .documented, ["GET", "PATCH"], status: 204),
        SampleAnswer(
            "unknown countermark", .documented, ["GET"], status: 404,
            body: #"{"global": ["Ce coupon n'a pas été trouvé"]}"#, reason: .unknownCountermark),
        SampleAnswer(
            "unknown countermark", .documented, ["PATCH"], status: 404,
            body: #"{"global": ["Cette contremarque n'a pas été trouvée"]}"#, reason: .unknownCountermark),
        SampleAnswer(
            "no e-mail", .documented, ["GET"], status: 400,
            body: #"""
                {"email": ["Vous devez préciser l\'email de l\'utilisateur quand vous n\'êtes pas connecté(e)"]}
                """#, reason: .incompleteRequest),
        SampleAnswer(
            "no e-mail", .documented, ["PATCH"], status: 400,
            body: #"""
                {"global": ["L'adresse email qui a servie à la réservation est obligatoire dans l'URL [?email=<email>]"]}
                """#, reason: .incompleteRequest),
        SampleAnswer(
            "no offer", .documented, ["PATCH"], status: 400,
            body: #"{"global": ["L'id de l'offre réservée est obligatoire dans l'URL [?offer_id=<id>]"]}"#,
            reason: .incompleteRequest),
        SampleAnswer(
            "cancelled", .documented, ["PATCH"], status: 410,
            body: #"{"booking": ["Cette réservation a été annulée"]}"#, reason: .cancelled),
        SampleAnswer(
            "already validated", .documented, ["GET", "PATCH"], status: 410,
            body: #"{"booking": ["Cette réservation a déjà été validée"]}"#, reason: .alreadyValidated),
    ]
}
