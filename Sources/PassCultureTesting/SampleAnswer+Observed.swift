// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

extension SampleAnswer {
    /// A check by the structure's own log-in: the booking (`contract 2018-12 §2.1 #7`).
    public static let booking = SampleAnswer(
        "valid, with the booking", .observed, ["GET"], status: 200,
        body: #"""
            {"bookingId":"A9","date":"2018-12-24T19:30:00Z","email":"jeune+tag@example.com","isUsed":false,"offerName":"Grand concert","userName":"Jeune","venueDepartementCode":"93"}
            """# + "\n")

    /// A check of a thing's countermark, which has no date, at the venue of digital offers, which has no département.
    public static let digitalBooking = SampleAnswer(
        "valid, with a booking of a digital offer", .observed, ["GET"], status: 200,
        body: #"""
            {"bookingId":"AM","date":null,"email":"jeune@example.com","isUsed":false,"offerName":"Abonnement num\u00e9rique","userName":"Jeune","venueDepartementCode":null}
            """# + "\n")

    /// A check of an activation offer, which tells a telephone number and a date of birth besides.
    public static let activation = SampleAnswer(
        "valid, with an activation", .observed, ["GET"], status: 200,
        body: #"""
            {"bookingId":"AU","date":"2018-12-24T19:30:00.250000Z","dateOfBirth":"2000-05-17T00:00:00Z","email":"jeune@example.com","isUsed":false,"offerName":"Activation","phoneNumber":"0612345678","userName":"Jeune","venueDepartementCode":"93"}
            """# + "\n")

    /// Yes: to a check without rights, and to a validation.
    public static let noContent = SampleAnswer(
        "valid, or validated", .observed, ["GET", "PATCH"], status: 204, contentType: "text/html; charset=utf-8")

    /// No such booking.
    public static let unknownCountermark = refusal(
        "unknown countermark", 404, #"{"global":["Cette contremarque n'a pas \u00e9t\u00e9 trouv\u00e9e"]}"#,
        .unknownCountermark)

    /// Validated before.
    public static let alreadyValidated = refusal(
        "already validated", 410,
        #"{"booking":["Cette r\u00e9servation a d\u00e9j\u00e0 \u00e9t\u00e9 valid\u00e9e"]}"#, .alreadyValidated)

    /// Cancelled.
    public static let cancelled = refusal(
        "cancelled", 410, #"{"booking":["Cette r\u00e9servation a \u00e9t\u00e9 annul\u00e9e"]}"#, .cancelled)

    /// A validation by a log-in without rights.
    public static let notYours = refusal(
        "another structure's", 403,
        #"{"global":["Cette structure n'est pas enregistr\u00e9e chez cet utilisateur."]}"#, .notYours,
        methods: ["PATCH"])

    /// An offer id that cannot be decoded; to be had only where an offer id was sent.
    public static let badOfferID = refusal(
        "malformed offer id", 404, #"{"global":["La page que vous recherchez n'existe pas"]}"#, .badOfferID)

    /// No account with the log-in's address.
    public static let logInUnknown = refusal(
        "unknown log-in", 401, #"{"identifier":["Identifiant incorrect"]}"#, .logInUnknown)

    /// The account's address was never confirmed.
    public static let logInNotConfirmed = refusal(
        "log-in not confirmed", 401, #"{"identifier":["Ce compte n'est pas valid\u00e9."]}"#, .logInNotConfirmed)

    /// The log-in's password is wrong.
    public static let logInWrongPassword = refusal(
        "wrong password", 401, #"{"password":["Mot de passe incorrect"]}"#, .logInWrongPassword)

    /// A check by nobody in particular, without e-mail.
    public static let checkWithoutEmail = refusal(
        "no e-mail", 400,
        #"{"email":["Vous devez pr\u00e9ciser l'email de l'utilisateur quand vous n'\u00eates pas connect\u00e9(e)"]}"#,
        .incompleteRequest, methods: ["GET"])

    /// A validation by nobody in particular, without e-mail and offer: one answer with both keys.
    public static let validationWithoutAnything = refusal(
        "no e-mail, no offer", 400,
        #"{"email":["L'adresse email qui a servie \u00e0 la r\u00e9servation est obligatoire dans l'URL [?email=<email>]"],"#
            + #""offer_id":["L'id de l'offre r\u00e9serv\u00e9e est obligatoire dans l'URL [?offer_id=<id>]"]}"#,
        .incompleteRequest, methods: ["PATCH"])

    /// A validation without e-mail.
    public static let validationWithoutEmail = refusal(
        "no e-mail", 400,
        #"{"email":["L'adresse email qui a servie \u00e0 la r\u00e9servation est obligatoire dans l'URL [?email=<email>]"]}"#,
        .incompleteRequest, methods: ["PATCH"])

    /// A validation without offer.
    public static let validationWithoutOffer = refusal(
        "no offer", 400,
        #"{"offer_id":["L'id de l'offre r\u00e9serv\u00e9e est obligatoire dans l'URL [?offer_id=<id>]"]}"#,
        .incompleteRequest, methods: ["PATCH"])

    /// Every refusal of the countermark routes that was observed.
    public static let observedRefusals: [SampleAnswer] = [
        unknownCountermark, alreadyValidated, cancelled, notYours, badOfferID, logInUnknown, logInNotConfirmed,
        logInWrongPassword, checkWithoutEmail, validationWithoutAnything, validationWithoutEmail,
        validationWithoutOffer,
    ]

    private static func refusal(
        _ name: String, _ status: Int, _ body: String, _ reason: Refusal.Reason, methods: [String] = ["GET", "PATCH"]
    ) -> SampleAnswer {
        SampleAnswer(name, .observed, methods, status: status, body: body + "\n", reason: reason)
    }
}
