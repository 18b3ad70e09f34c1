// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

@testable import PassCulture

/// What is said of each reason of a refusal, to the letter: at the desk, where something was to be taken back, and when the good may have left.
enum RefusalSentences {
    struct Row: Sendable {
        let reason: Refusal.Reason
        let desk: CashierSentence
        let reversal: CashierSentence
        let afterwards: CashierSentence

        /// Where there is no good to hand over, it is said alike at the desk and of a reversal.
        init(
            _ reason: Refusal.Reason, desk: CashierSentence, reversal: CashierSentence? = nil,
            afterwards: CashierSentence
        ) {
            self.reason = reason
            self.desk = desk
            self.reversal = reversal ?? desk
            self.afterwards = afterwards
        }
    }

    /// All reasons there are.
    static let rows = prototype + today

    private static func said(_ french: String, _ english: String) -> CashierSentence {
        CashierSentence(french: french, english: english)
    }

    private static let prototype: [Row] = [
        Row(
            .unknownCountermark,
            desk: said(
                "Contremarque inconnue : vérifiez la saisie ; ne remettez rien.",
                "Unknown countermark: check what was typed; hand nothing over."),
            reversal: said(
                "Contremarque inconnue : vérifiez la saisie ; rien n'a été changé côté pass Culture.",
                "Unknown countermark: check what was typed; nothing was changed at the pass Culture."),
            afterwards: said(
                "Contremarque inconnue : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Unknown countermark: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .alreadyValidated,
            desk: said(
                "Contremarque déjà validée : ne remettez rien.",
                "Countermark already validated: hand nothing over."),
            reversal: said(
                "Contremarque déjà validée : rien n'a été changé côté pass Culture.",
                "Countermark already validated: nothing was changed at the pass Culture."),
            afterwards: said(
                "Contremarque déjà validée : si ce n'est pas par votre établissement, ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Countermark already validated: unless your own venue did it, what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .cancelled,
            desk: said(
                "Réservation annulée : ne remettez rien.",
                "Booking cancelled: hand nothing over."),
            reversal: said(
                "Réservation déjà annulée.",
                "Booking already cancelled."),
            afterwards: said(
                "Réservation annulée : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Booking cancelled: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .noLongerValid,
            desk: said(
                "Contremarque déjà validée ou réservation annulée : ne remettez rien.",
                "Countermark already validated or booking cancelled: hand nothing over."),
            reversal: said(
                "Contremarque déjà validée ou réservation annulée : rien n'a été changé côté pass Culture.",
                "Countermark already validated or booking cancelled: nothing was changed at the pass Culture."),
            afterwards: said(
                "Contremarque déjà validée ou réservation annulée : si ce n'est pas par votre établissement, ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Countermark already validated or booking cancelled: unless your own venue did it, what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .notYours,
            desk: said(
                "Contremarque d'une autre structure : ne remettez rien.",
                "Countermark of another structure: hand nothing over."),
            reversal: said(
                "Contremarque d'une autre structure : rien n'a été changé côté pass Culture.",
                "Countermark of another structure: nothing was changed at the pass Culture."),
            afterwards: said(
                "Contremarque d'une autre structure : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Countermark of another structure: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .incompleteRequest,
            desk: said(
                "Demande incomplète : ne remettez rien ; prévenez le support de la caisse.",
                "Incomplete request: hand nothing over; tell the till's support."),
            reversal: said(
                "Demande incomplète : rien n'a été changé côté pass Culture ; prévenez le support de la caisse.",
                "Incomplete request: nothing was changed at the pass Culture; tell the till's support."),
            afterwards: said(
                "Demande incomplète : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Incomplete request: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .badOfferID,
            desk: said(
                "Identifiant d'offre incorrect : ne remettez rien ; prévenez le support de la caisse.",
                "Wrong offer identifier: hand nothing over; tell the till's support."),
            reversal: said(
                "Identifiant d'offre incorrect : rien n'a été changé côté pass Culture ; prévenez le support de la caisse.",
                "Wrong offer identifier: nothing was changed at the pass Culture; tell the till's support."),
            afterwards: said(
                "Identifiant d'offre incorrect : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Wrong offer identifier: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .logInUnknown,
            desk: said(
                "Compte pass Culture de la caisse inconnu : ne remettez rien ; faites corriger le réglage.",
                "The till's pass Culture account is unknown: hand nothing over; have the settings corrected."),
            reversal: said(
                "Compte pass Culture de la caisse inconnu : rien n'a été changé côté pass Culture ; faites corriger le réglage.",
                "The till's pass Culture account is unknown: nothing was changed at the pass Culture; have the settings corrected."
            ),
            afterwards: said(
                "Compte pass Culture de la caisse inconnu : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The till's pass Culture account is unknown: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .logInNotConfirmed,
            desk: said(
                "Compte pass Culture de la caisse pas encore confirmé : ne remettez rien ; suivez le lien reçu par e-mail.",
                "The till's pass Culture account is not confirmed yet: hand nothing over; follow the link sent by e-mail."
            ),
            reversal: said(
                "Compte pass Culture de la caisse pas encore confirmé : rien n'a été changé côté pass Culture ; suivez le lien reçu par e-mail.",
                "The till's pass Culture account is not confirmed yet: nothing was changed at the pass Culture; follow the link sent by e-mail."
            ),
            afterwards: said(
                "Compte pass Culture de la caisse pas encore confirmé : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The till's pass Culture account is not confirmed yet: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .logInWrongPassword,
            desk: said(
                "Mot de passe pass Culture de la caisse incorrect : ne remettez rien ; faites corriger le réglage.",
                "The till's pass Culture password is wrong: hand nothing over; have the settings corrected."),
            reversal: said(
                "Mot de passe pass Culture de la caisse incorrect : rien n'a été changé côté pass Culture ; faites corriger le réglage.",
                "The till's pass Culture password is wrong: nothing was changed at the pass Culture; have the settings corrected."
            ),
            afterwards: said(
                "Mot de passe pass Culture de la caisse incorrect : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The till's pass Culture password is wrong: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .logInRefused,
            desk: said(
                "Connexion de la caisse au pass Culture refusée : ne remettez rien ; faites vérifier le réglage.",
                "The till's log-in to the pass Culture was refused: hand nothing over; have the settings checked."),
            reversal: said(
                "Connexion de la caisse au pass Culture refusée : rien n'a été changé côté pass Culture ; faites vérifier le réglage.",
                "The till's log-in to the pass Culture was refused: nothing was changed at the pass Culture; have the settings checked."
            ),
            afterwards: said(
                "Connexion de la caisse au pass Culture refusée : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The till's log-in to the pass Culture was refused: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .platformRefused,
            desk: said(
                "Demande refusée par le pass Culture : ne remettez rien ; prévenez le support de la caisse.",
                "The pass Culture refused the request: hand nothing over; tell the till's support."),
            reversal: said(
                "Demande refusée par le pass Culture : rien n'a été changé côté pass Culture ; prévenez le support de la caisse.",
                "The pass Culture refused the request: nothing was changed at the pass Culture; tell the till's support."
            ),
            afterwards: said(
                "Demande refusée par le pass Culture : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The pass Culture refused the request: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
    ]

    private static let today: [Row] = [
        Row(
            .tooEarly,
            desk: said(
                "Trop tôt : cette contremarque ne peut pas encore être validée ; ne remettez rien.",
                "Too early: this countermark cannot be validated yet; hand nothing over."),
            reversal: said(
                "Trop tôt : cette contremarque ne peut pas encore être validée ; rien n'a été changé côté pass Culture.",
                "Too early: this countermark cannot be validated yet; nothing was changed at the pass Culture."),
            afterwards: said(
                "Trop tôt : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Too early: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .reimbursed,
            desk: said(
                "Contremarque déjà validée et remboursée : ne remettez rien.",
                "Countermark already validated and reimbursed: hand nothing over."),
            reversal: said(
                "Contremarque déjà validée et remboursée : rien n'a été changé côté pass Culture.",
                "Countermark already validated and reimbursed: nothing was changed at the pass Culture."),
            afterwards: said(
                "Contremarque déjà validée et remboursée : si ce n'est pas par votre établissement, ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Countermark already validated and reimbursed: unless your own venue did it, what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .structureClosed,
            desk: said(
                "Structure fermée côté pass Culture : ne remettez rien ; prévenez votre responsable.",
                "The structure is closed at the pass Culture: hand nothing over; tell your manager."),
            reversal: said(
                "Structure fermée côté pass Culture : rien n'a été changé côté pass Culture ; prévenez votre responsable.",
                "The structure is closed at the pass Culture: nothing was changed at the pass Culture; tell your manager."
            ),
            afterwards: said(
                "Structure fermée côté pass Culture : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The structure is closed at the pass Culture: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .notUsed,
            desk: said(
                "Contremarque non validée : il n'y a rien à annuler.",
                "Countermark not validated: there is nothing to take back."),
            afterwards: said(
                "Contremarque non validée : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Countermark not validated: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .tooLateToCancel,
            desk: said(
                "Trop tard : cette réservation ne peut plus être annulée.",
                "Too late: this booking cannot be cancelled any more."),
            afterwards: said(
                "Trop tard : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Too late: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .cannotBeUndone,
            desk: said(
                "Un code d'activation a été donné : cette validation ne peut pas être annulée.",
                "An activation code was given: this validation cannot be taken back."),
            afterwards: said(
                "Un code d'activation a été donné : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "An activation code was given: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .alreadyCancelled,
            desk: said(
                "Réservation déjà annulée.",
                "Booking already cancelled."),
            afterwards: said(
                "Réservation déjà annulée : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Booking already cancelled: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .validated,
            desk: said(
                "Contremarque validée : cette réservation ne peut plus être annulée.",
                "Countermark validated: this booking cannot be cancelled any more."),
            afterwards: said(
                "Contremarque validée : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "Countermark validated: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .notCancelled,
            desk: said(
                "Le pass Culture n'a pas pu annuler : la réservation n'est pas annulée ; vous pouvez réessayer plus tard.",
                "The pass Culture could not cancel: the booking is not cancelled and stands; you may try again later."),
            afterwards: said(
                "Le pass Culture n'a pas pu annuler : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The pass Culture could not cancel: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .notUndone,
            desk: said(
                "Le pass Culture n'a pas pu annuler : la validation n'est pas annulée ; vous pouvez réessayer plus tard.",
                "The pass Culture could not take it back: the validation is not taken back; you may try again later."),
            afterwards: said(
                "Le pass Culture n'a pas pu annuler : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The pass Culture could not take it back: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .wrongVenue,
            desk: said(
                "Contremarque d'un autre lieu : ne remettez rien.",
                "Countermark of another venue: hand nothing over."),
            reversal: said(
                "Contremarque d'un autre lieu : rien n'a été changé côté pass Culture.",
                "Countermark of another venue: nothing was changed at the pass Culture."),
            afterwards: said(
                "Contremarque d'un autre lieu : rien n'a été validé. Vérifiez le lieu de la caisse ; notez le numéro et prévenez votre responsable.",
                "Countermark of another venue: nothing was validated. Check the till's venue; note the number and tell your manager."
            )),
        Row(
            .keyRefused,
            desk: said(
                "Clé pass Culture de la caisse refusée : ne remettez rien ; prévenez le support de la caisse.",
                "The till's pass Culture key was refused: hand nothing over; tell the till's support."),
            reversal: said(
                "Clé pass Culture de la caisse refusée : rien n'a été changé côté pass Culture ; prévenez le support de la caisse.",
                "The till's pass Culture key was refused: nothing was changed at the pass Culture; tell the till's support."
            ),
            afterwards: said(
                "Clé pass Culture de la caisse refusée : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The till's pass Culture key was refused: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
        Row(
            .providerInactive,
            desk: said(
                "Logiciel de caisse désactivé côté pass Culture : ne remettez rien ; prévenez le support de la caisse.",
                "The till's software is switched off at the pass Culture: hand nothing over; tell the till's support."),
            reversal: said(
                "Logiciel de caisse désactivé côté pass Culture : rien n'a été changé côté pass Culture ; prévenez le support de la caisse.",
                "The till's software is switched off at the pass Culture: nothing was changed at the pass Culture; tell the till's support."
            ),
            afterwards: said(
                "Logiciel de caisse désactivé côté pass Culture : rien n'a été validé, et sans validation ce qui a été remis ne sera pas remboursé ; notez le numéro et prévenez votre responsable.",
                "The till's software is switched off at the pass Culture: nothing was validated, and without it what was handed over will not be reimbursed; note the number and tell your manager."
            )),
    ]
}
