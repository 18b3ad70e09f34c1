// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture

/// The playbill of a theatre: a play, and the evenings on which it is given.
struct Playbill {
    let publisher: Publisher
    let venue: Int

    /// The play, as the pass Culture is to show it.
    func play(_ title: String, by author: String, number: String) -> EventDraft {
        var offer = OfferDraft(
            name: title,
            category: CategoryFields(
                .spectacleRepresentation, author: author, showType: ShowType("THEATRE", "COMEDIE")),
            accessibility: Accessibility(audio: false, mental: false, motor: true, visual: false),
            location: .venue(venue))
        offer.idAtProvider = number
        return EventDraft(
            offer, hasTicket: false, durationMinutes: 110,
            priceCategories: [PriceCategoryDraft("Tarif unique", priceCents: 1_500, idAtProvider: number + "-unique")])
    }

    /// Announces a play and its evenings; says what went wrong, or nothing.
    func announce(_ play: EventDraft, on evenings: [Instant], seats: Int) async throws -> String? {
        let event: EventOffer
        switch try await publisher.createEvent(play) {
        case .done(let offer): event = offer
        case .refused(let refusal): return "refusé : \(refusal.flaws.map(\.path).joined(separator: ", "))"
        case .unknown:
            guard let found = try await find(play) else { return "réponse non reçue : l'offre n'existe pas encore" }
            event = found
        }
        guard let price = event.priceCategories.first else { return "l'offre n'a pas de tarif" }
        let dates = evenings.map { evening in
            DateDraft(
                beginning: evening, bookingLimit: evening - .hours(2), priceCategory: price.id, quantity: .units(seats))
        }
        switch try await publisher.addDates(dates, to: event.id) {
        case .done: return nil
        case .refused(let refusal): return "dates refusées : \(refusal.flaws.map(\.path).joined(separator: ", "))"
        case .unknown: return "réponse non reçue : vérifiez les dates avant de les renvoyer"
        }
    }

    /// Looks for a play by the theatre's own number, after its answer was lost.
    func find(_ play: EventDraft) async throws -> EventOffer? {
        guard let number = play.offer.idAtProvider else { return nil }
        for try await event in publisher.events(venue: venue, idsAtProvider: [number]) { return event }
        return nil
    }
}
