// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Refusal {
    /// Why the platform refused: a stable code, safe to store and to compare, whatever the wording of the answer.
    ///
    /// New reasons may be added, so a `switch` over them needs a `default`.
    public struct Reason: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `already-validated`.
        public let code: String

        /// What is told of it, in parts.
        let sentence: RefusalSentence

        /// What to tell the person at the till.
        public var cashier: CashierSentence { sentence.told(.desk) }

        /// What is so, in French and English without a full stop, and what follows from it.
        init(_ code: String, _ french: String, _ english: String, _ consequences: RefusalSentence.Consequence...) {
            self.code = code
            sentence = RefusalSentence(
                fact: CashierSentence(french: french, english: english), consequences: consequences)
        }

        /// The stable code.
        public var description: String { code }

        /// Whether two reasons have the same code.
        public static func == (left: Reason, right: Reason) -> Bool { left.code == right.code }

        /// Hashes the code.
        public func hash(into hasher: inout Hasher) { hasher.combine(code) }
    }
}

extension Refusal.Reason {
    /// No booking has this countermark, or not with this e-mail address and offer (`contract 2018-12 §2.1 #4`).
    public static let unknownCountermark = Self(
        "unknown-countermark", "Contremarque inconnue", "Unknown countermark",
        .saying("vérifiez la saisie", "check what was typed"), .handNothingOver)

    /// The countermark was validated before: at this till, at another, or at the portal's desk (`§2.1 #5`).
    public static let alreadyValidated = Self(
        "already-validated", "Contremarque déjà validée", "Countermark already validated",
        .handNothingOver)

    /// The booking was cancelled and the credit returned (`§2.1 #6`).
    public static let cancelled = Self(
        "cancelled", "Réservation annulée", "Booking cancelled",
        .handNothingOver)

    /// Validated or cancelled: the platform answered 410 without a sentence that tells which.
    public static let noLongerValid = Self(
        "no-longer-valid", "Contremarque déjà validée ou réservation annulée",
        "Countermark already validated or booking cancelled",
        .handNothingOver)

    /// The countermark is valid, but for an offer of a structure that this log-in may not act for (`§2.1 #8`, `§2.2 #4a`).
    public static let notYours = Self(
        "not-yours", "Contremarque d'une autre structure", "Countermark of another structure",
        .handNothingOver)

    /// The e-mail address or the offer id was missing in the request (`§2.1 #3`, `§2.2 #4b`).
    public static let incompleteRequest = Self(
        "incomplete-request", "Demande incomplète", "Incomplete request",
        .handNothingOver, .saying("prévenez le support de la caisse", "tell the till's support"))

    /// The offer id is none that the platform can read (`§2.1 #1`).
    public static let badOfferID = Self(
        "bad-offer-id", "Identifiant d'offre incorrect", "Wrong offer identifier",
        .handNothingOver, .saying("prévenez le support de la caisse", "tell the till's support"))

    /// The platform knows no account with the e-mail address of the log-in (`§4.5`).
    public static let logInUnknown = Self(
        "log-in-unknown", "Compte pass Culture de la caisse inconnu", "The till's pass Culture account is unknown",
        .handNothingOver, .saying("faites corriger le réglage", "have the settings corrected"))

    /// The account of the log-in exists, but its e-mail address was never confirmed (`§4.5`).
    public static let logInNotConfirmed = Self(
        "log-in-not-confirmed", "Compte pass Culture de la caisse pas encore confirmé",
        "The till's pass Culture account is not confirmed yet",
        .handNothingOver, .saying("suivez le lien reçu par e-mail", "follow the link sent by e-mail"))

    /// The password of the log-in is wrong (`§4.5`).
    public static let logInWrongPassword = Self(
        "log-in-wrong-password", "Mot de passe pass Culture de la caisse incorrect",
        "The till's pass Culture password is wrong",
        .handNothingOver, .saying("faites corriger le réglage", "have the settings corrected"))

    /// The log-in is missing or was refused without a sentence that tells why.
    public static let logInRefused = Self(
        "log-in-refused", "Connexion de la caisse au pass Culture refusée",
        "The till's log-in to the pass Culture was refused",
        .handNothingOver, .saying("faites vérifier le réglage", "have the settings checked"))

    /// Any other refusal, a 4xx that the contract does not have on this route.
    public static let platformRefused = Self(
        "platform-refused", "Demande refusée par le pass Culture", "The pass Culture refused the request",
        .handNothingOver, .saying("prévenez le support de la caisse", "tell the till's support"))

    /// Whether the log-in or the key was refused, for whatever cause: the countermark may be as good as any.
    public var isLogIn: Bool { Self.logIns.contains(self) }

    /// Those of a log-in or a key.
    static let logIns: [Self] = [
        .logInUnknown, .logInNotConfirmed, .logInWrongPassword, .logInRefused, .keyRefused, .providerInactive,
    ]
}
