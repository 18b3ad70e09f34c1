// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The sentences of the routes that sell, for what the domain refuses (`contract 2018-12 §6`).
enum Sales {
    /// Only the team offers activations.
    static let activation = WireError.field(
        "type", "Seuls les administrateurs du pass Culture peuvent créer des offres d'activation", status: 403)
    /// A digital offer at an ordinary venue.
    static let digitalAtPhysicalVenue = WireError.field(
        "venue", "Une offre numérique doit obligatoirement être associée au lieu \"Offre en ligne\""
    ).hinting(.digitalAtPhysicalVenue)
    /// A physical offer at the virtual venue; the service said so in English.
    static let physicalAtVirtualVenue = WireError.global("Offer.venue is virtual but Offer.thing does not have an URL")
        .hinting(.physicalAtVirtualVenue)
    /// A missing venue.
    static let missingVenue = WireError.field("venueId", "Vous devez préciser un identifiant de lieu")

    /// What the service answered to a reference to nothing.
    static func unknownReference(_ field: String) -> WireError {
        .field(field, Sentences.unknownReference)
    }

    /// The words for events, things and offers.
    static func words(_ refusal: Refusal) -> WireError? {
        switch refusal {
        case .unknown(.venue): unknownReference("venueId")
        case .activationIsForTheTeam: activation
        case .digitalAtPhysicalVenue: digitalAtPhysicalVenue
        case .physicalAtVirtualVenue: physicalAtVirtualVenue
        default: nil
        }
    }

    /// The words for dates and stocks.
    static func dateWords(_ refusal: Refusal) -> WireError? {
        switch refusal {
        case .endBeforeBegin:
            .field("endDatetime", "La date de fin de l'événement doit être postérieure à la date de début")
        case .limitAfterBegin:
            .field(
                "bookingLimitDatetime",
                "la date limite de réservation pour cette offre est postérieure à la date de début de l'évènement")
        case .fewerThanBooked: .field("available", fewerThanBooked)
        default: nil
        }
    }

    /// A quantity below what is booked, or below zero.
    static let fewerThanBooked =
        "la quantité pour cette offre ne peut pas être inférieure au nombre de réservations existantes."
}
