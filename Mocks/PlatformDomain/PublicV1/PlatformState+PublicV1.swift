// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

// Lookups of today's edition, and what it decides.
extension PlatformState {
    /// The provider of a key, by the key's digest.
    package func provider(keyDigest: String) -> Provider? {
        indexes.publicV1.providerByKey[keyDigest].flatMap { providers[$0] }
    }

    /// The link between a provider and a venue, whether it holds or not.
    package func venueLink(of providerID: Identifier<Provider>, to venueID: Identifier<Venue>) -> VenueLink? {
        indexes.publicV1.linkByEnds[.init(providerID: providerID, venueID: venueID)].flatMap { venueLinks[$0] }
    }

    /// Whether a venue exists for a provider: only while a link holds (`today §1.2`).
    package func sees(_ providerID: Identifier<Provider>, _ venueID: Identifier<Venue>) -> Bool {
        venueLink(of: providerID, to: venueID)?.isActive ?? false
    }

    /// The links of a provider, oldest first, those that do not hold included.
    package func venueLinks(of id: Identifier<Provider>) -> [VenueLink] {
        indexes.publicV1.linksOfProvider.list(id).compactMap { venueLinks[$0] }
    }

    /// What today's edition knows of an offer; nothing for an offer that goes by the prototype's rules.
    package func published(_ id: Identifier<Offer>) -> PublishedOffer? {
        indexes.publicV1.publishedByOffer[id].flatMap { publishedOffers[$0] }
    }

    /// What today's edition knows of a stock.
    package func published(_ id: Identifier<Stock>) -> PublishedStock? {
        indexes.publicV1.publishedByStock[id].flatMap { publishedStocks[$0] }
    }

    /// The price categories of an event, oldest first.
    package func priceCategories(of id: Identifier<Offer>) -> [PriceCategory] {
        indexes.publicV1.priceCategoriesOfOffer.list(id).compactMap { priceCategories[$0] }
    }

    /// A booking's terms; nothing for a booking that goes by the prototype's rules.
    package func terms(of id: Identifier<Booking>) -> BookingTerms? {
        indexes.publicV1.termsByBooking[id].flatMap { bookingTerms[$0] }
    }

    /// The category of what a booking is for; nothing if it goes by the prototype's rules.
    func category(of stockID: Identifier<Stock>) -> OfferCategory? {
        stocks[stockID].flatMap { published($0.ownerOfferID) }.flatMap { OfferCategory.named($0.category) }
    }

    func decide(
        _ command: PublicV1Command, at instant: Instant, drawing: inout some RandomNumberGenerator
    ) throws(Refusal) -> [Event] {
        do throws(PublicV1Refusal) {
            switch command {
            case .createProvider(let draft): return try createProvider(draft, at: instant)
            case .updateProvider(let id, let changes): return try updateProvider(id, changes, at: instant)
            case .linkVenue(let provider, let venue): return try linkVenue(provider, venue, at: instant)
            case .updateLink(let provider, let venue, let changes):
                return try updateLink(provider, venue, changes, at: instant)
            case .publishOffer(let draft): return try publishOffer(draft, at: instant)
            case .addPriceCategories(let id, let drafts): return try addPriceCategories(id, drafts)
            case .addDates(let id, let drafts): return try addDates(id, drafts, at: instant)
            case .addProductStock(let id, let draft): return try addProductStock(id, draft, at: instant)
            case .offers(let command): return try decide(command, at: instant)
            case .useCountermark(let provider, let token):
                let booking = try usableBooking(token, by: provider, at: instant)
                return [.countermarkValidated(booking.id, by: nil, at: instant)]
            case .keepCountermark(let provider, let token):
                let booking = try keptBooking(token, by: provider)
                return withdrawal(of: booking, .validationTakenBack, at: instant)
                    + [.publicV1(.bookingKept(booking.id, at: instant))]
            case .cancelCountermark(let provider, let token):
                let booking = try cancellableBooking(token, by: provider, at: instant)
                return withdrawal(of: booking, .bookingCancelled, at: instant)
                    + [.bookingCancelled(booking.id, .offerer, at: instant)]
            case .setRemaining(let id, let left): return remaining(left, of: id, bookedBeside: 0, at: instant)
            case .giveUp(let barcodes, let provider, let url):
                return returns(of: barcodes, to: provider, at: url, instant)
            case .beginNotice(let id): return beginNotice(id)
            case .endReturn(let id): return endReturn(of: id)
            case .createBeneficiary, .reimburse, .bookWithTickets, .cancelWithTickets: break
            }
        } catch {
            throw .publicV1(error)
        }
        switch command {
        case .createBeneficiary(let draft): return try createBeneficiary(draft, at: instant)
        case .reimburse(let id): return try reimburse(id, at: instant, drawing: &drawing)
        case .bookWithTickets(let order): return try book(order, at: instant, drawing: &drawing)
        case .cancelWithTickets(let cancellation): return try cancel(cancellation, at: instant)
        default: return []
        }
    }
}
