// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// The reasons that only today's edition has (`today §2.3`; the letters are the sheet's).

extension Refusal.Reason {
    /// The booking of an event can still be cancelled, and not be validated yet (E); ``Refusal/validFrom`` says from when it can.
    public static let tooEarly = Self(
        "too-early",
        "Trop tôt : cette contremarque ne peut pas encore être validée ; ne remettez rien.",
        "Too early: this countermark cannot be validated yet; hand nothing over.")

    /// The booking was validated and paid (B, G).
    public static let reimbursed = Self(
        "reimbursed",
        "Contremarque déjà validée et remboursée : ne remettez rien.",
        "Countermark already validated and reimbursed: hand nothing over.")

    /// The structure is closed (K).
    public static let structureClosed = Self(
        "structure-closed",
        "Structure fermée au pass Culture : ne remettez rien ; prévenez votre responsable.",
        "The structure is closed at the pass Culture: hand nothing over; tell your manager.")

    /// A validation was to be taken back, and there is none (F).
    public static let notUsed = Self(
        "not-used",
        "Contremarque pas validée : il n'y a rien à annuler.",
        "Countermark not validated: there is nothing to take back.")

    /// The window of cancellation of an event is over (H).
    public static let tooLateToCancel = Self(
        "too-late-to-cancel",
        "Trop tard : cette réservation ne peut plus être annulée.",
        "Too late: this booking cannot be cancelled any more.")

    /// The young person was given an activation code, which cannot be taken back (L).
    public static let cannotBeUndone = Self(
        "cannot-be-undone",
        "Un code d'activation a été donné : cette validation ne peut pas être annulée.",
        "An activation code was given: this validation cannot be taken back.")

    /// The booking that was to be cancelled was so before (I).
    public static let alreadyCancelled = Self(
        "already-cancelled",
        "Réservation déjà annulée.",
        "Booking already cancelled.")

    /// The booking that was to be cancelled is validated (J).
    public static let validated = Self(
        "validated",
        "Contremarque validée : cette réservation ne peut plus être annulée.",
        "Countermark validated: this booking cannot be cancelled any more.")

    /// The booking was to be cancelled, and the platform did not, for a reason of its own (400): such as a ticket office that did not take the
    /// tickets back.
    public static let notCancelled = Self(
        "not-cancelled",
        "Le pass Culture n'a pas pu annuler : la réservation n'est pas annulée ; vous pouvez réessayer plus tard.",
        "The pass Culture could not cancel: the booking is not cancelled and stands; you may try again later.")

    /// A validation was to be taken back, and the platform did not, for a reason of its own (400).
    public static let notUndone = Self(
        "not-undone",
        "Le pass Culture n'a pas pu annuler : la validation n'est pas annulée ; vous pouvez réessayer plus tard.",
        "The pass Culture could not take it back: the validation is not taken back; you may try again later.")

    /// The countermark is good, at another venue than the till's. The platform does not say so: the SDK compares.
    public static let wrongVenue = Self(
        "wrong-venue",
        "Contremarque d'un autre lieu : ne remettez rien.",
        "Countermark of another venue: hand nothing over.")

    /// The provider's key is missing, or unknown to this environment.
    public static let keyRefused = Self(
        "key-refused",
        "Clé pass Culture de la caisse refusée : ne remettez rien ; prévenez le support de la caisse.",
        "The till's pass Culture key was refused: hand nothing over; tell the till's support.")

    /// The key is good, and its provider is switched off.
    public static let providerInactive = Self(
        "provider-inactive",
        "Logiciel de caisse désactivé au pass Culture : ne remettez rien ; prévenez le support de la caisse.",
        "The till's software is switched off at the pass Culture: hand nothing over; tell the till's support.")
}
