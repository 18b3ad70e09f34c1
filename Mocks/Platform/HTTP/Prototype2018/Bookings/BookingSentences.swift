// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The sentences of bookings, for what the domain refuses (`contract 2018-12 §7.1`, `§7.4`).
enum BookingSentences {
    /// No stock was named.
    static let missingStock = WireError.field("stockId", "Vous devez préciser un identifiant d'offre")
    /// No quantity, or none that can be booked.
    static let missingQuantity = WireError.field("quantity", "Vous devez préciser une quantité pour la réservation")
        .hinting(.noQuantity)
    /// Anything but a cancellation.
    static let onlyCancellation = WireError.field(
        "isCancelled", "Vous pouvez seulement changer l'état isCancelled à vrai")

    /// The words for booking.
    static func booking(_ refusal: Refusal) -> WireError? {
        bookingWords(refusal)?.hinting(.booking(refusal))
    }

    private static func bookingWords(_ refusal: Refusal) -> WireError? {
        switch refusal {
        case .unknown(.stock): .field("stockId", "stockId ne correspond à aucun stock")
        case .stockDeleted: .field("stockId", "Cette date a été retirée. Elle n'est plus disponible.")
        case .cannotBookFreeOffers:
            .field("cannotBookFreeOffers", "L'utilisateur n'a pas le droit de réserver d'offres gratuites")
        case .offerWithdrawn: .field("stockId", "Cette offre a été retirée. Elle n'est plus valable.")
        case .bookingLimitPast: .global("La date limite de réservation de cette offre est dépassée")
        case .venueNotValidated:
            .field("stockId", "Vous ne pouvez pas encore réserver cette offre, son lieu est en attente de validation")
        case .physicalCeiling(let ceiling):
            .global("La limite de \(euros(ceiling)) € pour les biens culturels ne vous permet pas de réserver")
        case .digitalCeiling(let ceiling):
            .global("La limite de \(euros(ceiling)) € pour les offres numériques ne vous permet pas de réserver")
        case .unknown(.recommendation): .field("recommendationId", Sentences.unknownReference)
        case .soldOut: .global("la quantité disponible pour cette offre est atteinte")
        // Today's rules have no sentence of 2018.
        case .publicV1(.quantity): .field("quantity", "Vous ne pouvez pas réserver une telle quantité de cette offre")
        case .publicV1(.alreadyBooked): .field("offerId", "Cette offre a déja été reservée par l'utilisateur")
        case .insufficientFunds:
            .field("insufficientFunds", "Le solde de votre Pass n'est pas suffisant pour effectuer une réservation.")
        default: nil
        }
    }

    /// The words for cancelling.
    static func cancellation(_ refusal: Refusal, under rules: Rules) -> WireError? {
        switch refusal {
        case .bookingUsed: .field("booking", "Impossible d'annuler une réservation consommée")
        case .notYourBooking, .noRights:
            WireError(.text("Vous n'avez pas le droit d'annuler cette réservation", status: 403))
        case .cancellationWindowPast: .field("booking", rules.cancellationWindowSentence)
        // No document has a sentence for the week of a book: this one is made after that of the 72 hours.
        case .cancellationWeekPast:
            .field("booking", "Impossible d'annuler une réservation plus de 7 jours après l'avoir faite")
        // Nor for what was paid for already, which the service cancelled all the same.
        case .bookingPaid: .field("booking", "Impossible d'annuler une réservation remboursée")
        case .publicV1(.cannotCancelAnymore):
            .field(
                "booking",
                "Impossible d'annuler une réservation plus de 48h après l'avoir réservée et moins de 48h avant le début de l'événement"
            )
        default: nil
        }
    }

    /// Whole euros without decimals, as in the service's sentences.
    private static func euros(_ amount: Euros) -> String {
        amount.cents % 100 == 0 ? String(amount.cents / 100) : "\(amount.cents / 100),\(amount.cents % 100)"
    }
}
