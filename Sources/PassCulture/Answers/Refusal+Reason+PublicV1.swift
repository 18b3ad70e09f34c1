// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

// The reasons that only today's edition has (`today §2.3`; the letters are the sheet's).

extension Refusal.Reason {
    /// The booking of an event can still be cancelled, and not be validated yet (E); ``Refusal/validFrom`` says from when it can.
    public static let tooEarly = Self(
        "too-early", "Trop tôt", "Too early",
        .saying("cette contremarque ne peut pas encore être validée", "this countermark cannot be validated yet"),
        .handNothingOver)

    /// The booking was validated and paid (B, G).
    public static let reimbursed = Self(
        "reimbursed", "Contremarque déjà validée et remboursée", "Countermark already validated and reimbursed",
        .handNothingOver)

    /// The structure is closed (K).
    public static let structureClosed = Self(
        "structure-closed", "Structure fermée côté pass Culture", "The structure is closed at the pass Culture",
        .handNothingOver, .saying("prévenez votre responsable", "tell your manager"))

    /// A validation was to be taken back, and there is none (F).
    public static let notUsed = Self(
        "not-used", "Contremarque non validée", "Countermark not validated",
        .saying("il n'y a rien à annuler", "there is nothing to take back"))

    /// The window of cancellation of an event is over (H).
    public static let tooLateToCancel = Self(
        "too-late-to-cancel", "Trop tard", "Too late",
        .saying("cette réservation ne peut plus être annulée", "this booking cannot be cancelled any more"))

    /// The young person was given an activation code, which cannot be taken back (L).
    public static let cannotBeUndone = Self(
        "cannot-be-undone", "Un code d'activation a été donné", "An activation code was given",
        .saying("cette validation ne peut pas être annulée", "this validation cannot be taken back"))

    /// The booking that was to be cancelled was so before (I).
    public static let alreadyCancelled = Self(
        "already-cancelled", "Réservation déjà annulée", "Booking already cancelled")

    /// The booking that was to be cancelled is validated (J).
    public static let validated = Self(
        "validated", "Contremarque validée", "Countermark validated",
        .saying("cette réservation ne peut plus être annulée", "this booking cannot be cancelled any more"))

    /// The booking was to be cancelled, and the platform did not, for a reason of its own (400): such as a ticket office that did not take the
    /// tickets back.
    public static let notCancelled = Self(
        "not-cancelled", "Le pass Culture n'a pas pu annuler", "The pass Culture could not cancel",
        .saying("la réservation n'est pas annulée", "the booking is not cancelled and stands"),
        .saying("vous pouvez réessayer plus tard", "you may try again later"))

    /// A validation was to be taken back, and the platform did not, for a reason of its own (400).
    public static let notUndone = Self(
        "not-undone", "Le pass Culture n'a pas pu annuler", "The pass Culture could not take it back",
        .saying("la validation n'est pas annulée", "the validation is not taken back"),
        .saying("vous pouvez réessayer plus tard", "you may try again later"))

    /// The countermark is good, at another venue than the till's. The platform does not say so: the SDK compares.
    public static let wrongVenue = Self(
        "wrong-venue", "Contremarque d'un autre lieu", "Countermark of another venue",
        .handNothingOver)

    /// The provider's key is missing, or unknown to this environment.
    public static let keyRefused = Self(
        "key-refused", "Clé pass Culture de la caisse refusée", "The till's pass Culture key was refused",
        .handNothingOver, .saying("prévenez le support de la caisse", "tell the till's support"))

    /// The key is good, and its provider is switched off.
    public static let providerInactive = Self(
        "provider-inactive", "Logiciel de caisse désactivé côté pass Culture",
        "The till's software is switched off at the pass Culture",
        .handNothingOver, .saying("prévenez le support de la caisse", "tell the till's support"))
}
