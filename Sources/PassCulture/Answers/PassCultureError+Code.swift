// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension PassCultureError {
    /// What went wrong: a stable code, safe to store and to compare. New codes may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The stable code, such as `never-sent`.
        public let code: String

        /// What to tell the person at the till.
        public let cashier: CashierSentence

        /// Whether this fault always means that nothing was done: nothing reached the platform, or it said so itself.
        let nothingWasSent: Bool

        private init(_ code: String, nothingWasSent: Bool, _ french: String, _ english: String) {
            self.code = code
            self.nothingWasSent = nothingWasSent
            cashier = CashierSentence(french: french, english: english)
        }

        /// The stable code.
        public var description: String { code }

        /// Whether two codes are the same.
        public static func == (left: Code, right: Code) -> Bool { left.code == right.code }

        /// Hashes the code.
        public func hash(into hasher: inout Hasher) { hasher.combine(code) }
    }
}

extension PassCultureError.Code {
    /// What was typed does not leave six letters or digits.
    public static let invalidCountermark = Self(
        "invalid-countermark", nothingWasSent: true,
        "Une contremarque a six lettres ou chiffres : vérifiez la saisie.",
        "A countermark has six letters or digits: check what was typed.")

    /// What was given is no e-mail address.
    public static let invalidEmail = Self(
        "invalid-email", nothingWasSent: true,
        "Adresse e-mail incorrecte : vérifiez la saisie.",
        "Wrong e-mail address: check what was typed.")

    /// What was given is no offer identifier.
    public static let invalidOfferID = Self(
        "invalid-offer-id", nothingWasSent: true,
        "Identifiant d'offre incorrect : vérifiez la saisie.",
        "Wrong offer identifier: check what was typed.")

    /// An address of a platform or a log-in that cannot be used as it is.
    public static let invalidConfiguration = Self(
        "invalid-configuration", nothingWasSent: true,
        "Réglage de la caisse incorrect : prévenez le support de la caisse.",
        "The till's settings are wrong: tell the till's support.")

    /// The request never left: the name was not found, nobody listens, or no secure connection came about.
    public static let neverSent = Self(
        "never-sent", nothingWasSent: true,
        "Rien n'a été envoyé : vérifiez la connexion, puis réessayez.",
        "Nothing was sent: check the connection, then try again.")

    /// The last calls found the platform down, so this one was not tried; see ``CircuitPolicy``.
    public static let serviceDown = Self(
        "service-down", nothingWasSent: true,
        "Le pass Culture est injoignable pour le moment : rien n'a été envoyé, réessayez dans quelques instants.",
        "The pass Culture cannot be reached for now: nothing was sent, try again in a moment.")

    /// The validation could not be written down first, so it was not sent. Where the desk's outbox failed, ``PassCultureError/outbox`` says with
    /// what, the detail begins with that one's code, and ``PassCultureError/cashier`` is its sentence.
    public static let journalFailed = Self(
        "journal-failed", nothingWasSent: true,
        "Rien n'a été envoyé : la caisse ne peut pas enregistrer la validation ; prévenez son support.",
        "Nothing was sent: the till cannot record the validation; tell its support.")

    /// The outbox has an open or a confirmed attempt of this countermark, which may be being sent or taken back at this moment: nothing was sent
    /// for another one.
    public static let alreadyTaken = Self(
        "already-taken", nothingWasSent: true,
        "Contremarque déjà prise en compte par la caisse : ne remettez rien.",
        "The till has dealt with this countermark already: hand nothing over.")

    /// What somebody wanted to take back is being sent or taken back at this moment: nothing was sent, and nothing changed.
    public static let underWay = Self(
        "under-way", nothingWasSent: true,
        "Une demande est déjà en cours pour cette contremarque : attendez la réponse, puis vérifiez la contremarque.",
        "A request about this countermark is under way already: wait until it has its answer, then check it.")

    /// The guide does not allow to validate this kind of offer later (`guide G22` to `G26`).
    public static let lateNotAllowed = Self(
        "late-not-allowed", nothingWasSent: true,
        "La contremarque de cette offre doit être validée tout de suite, avant la remise : validez maintenant.",
        "The countermark of this offer must be validated now, before the good is handed over: validate it now.")

    /// A show or an art practice may be validated later until it begins, and when that is was not said.
    public static let timeNeeded = Self(
        "time-needed", nothingWasSent: true,
        "Indiquez la date et l'heure de la séance : elles sont nécessaires pour valider plus tard.",
        "Say when the session begins, day and time: validating later needs it.")

    /// Too many validations wait, for too long, or for too much money.
    public static let offlineLimit = Self(
        "offline-limit", nothingWasSent: true,
        "Trop de validations attendent dans la caisse, ou depuis trop longtemps : faites le rapprochement dès que la "
            + "connexion le permet.",
        "Too many validations wait in the till, or for too long: reconcile as soon as the line lets you.")

    /// The caller cancelled; a validation only before it was sent.
    public static let cancelled = Self(
        "cancelled", nothingWasSent: false,
        "Demande abandonnée : vous pouvez recommencer.",
        "Request abandoned: you can start again.")

    /// A check was sent, and no complete answer came in time.
    public static let noAnswer = Self(
        "no-answer", nothingWasSent: false,
        "Le pass Culture ne répond pas : réessayez.",
        "The pass Culture does not answer: try again.")

    /// A check was answered with a status that says nothing about the countermark: a 5xx, a redirection, a 429.
    public static let unexpectedStatus = Self(
        "unexpected-status", nothingWasSent: false,
        "Le pass Culture ne peut pas répondre pour l'instant : réessayez.",
        "The pass Culture cannot answer for now: try again.")

    /// The vendor's key has been used too often in the last minute: by this process, which then sends nothing, or by all of the vendor's
    /// tills, and then the platform did nothing (429). ``PassCultureError/retryAfter`` says how long to wait.
    public static let tooManyRequests = Self(
        "too-many-requests", nothingWasSent: true,
        "Trop de demandes au pass Culture : rien n'a été fait, réessayez dans une minute.",
        "Too many requests to the pass Culture: nothing was done, try again in a minute.")

    /// What waited to be sent was refused for a reason that says nothing about the countermark: the log-in or the key, or a page of
    /// something in between. The detail has the code of the reason; what waited goes on waiting.
    public static let notAccepted = Self(
        "not-accepted", nothingWasSent: false,
        "Validations en attente non acceptées : elles restent en attente ; prévenez le support de la caisse.",
        "Waiting validations not accepted: they go on waiting; tell the till's support.")

    /// The edition of the contract that the till speaks has no such call: taking back, cancelling and listing are today's.
    public static let notInThisEdition = Self(
        "not-in-this-edition", nothingWasSent: true,
        "Cette caisse ne peut pas faire cela : prévenez son support.",
        "This till cannot do that: tell its support.")

    /// A validation is taken back, and a booking cancelled, by a person with a name, which is recorded.
    public static let nobodyConfirmed = Self(
        "nobody-confirmed", nothingWasSent: true,
        "Indiquez qui confirme : rien n'a été envoyé.",
        "Say who confirms it: nothing was sent.")

    /// A list of bookings was refused; the detail names what is wrong, by its key path.
    public static let listRefused = Self(
        "list-refused", nothingWasSent: false,
        "Liste des réservations refusée par le pass Culture : prévenez le support de la caisse.",
        "The pass Culture refused the list of bookings: tell the till's support.")

    /// A check was answered with something that is no answer of the pass Culture, such as the page of a public network.
    public static let unreadableAnswer = Self(
        "unreadable-answer", nothingWasSent: false,
        "La réponse n'est pas celle du pass Culture : vérifiez la connexion et le réglage de la caisse.",
        "The answer is not the pass Culture's: check the connection and the till's settings.")
}
