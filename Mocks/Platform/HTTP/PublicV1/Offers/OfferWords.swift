// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// What publishers are told when something is refused (`today §3.3` to `§3.7`).
enum OfferWords {
    /// The words of routes about one offer, or about what it has: `missing` is the name in the path of what the provider may not see.
    static func offer(_ missing: String) -> (PublicV1Refusal) -> WireError {
        { refusal in
            switch refusal {
            case .unknownOffer, .otherKind: notFound(missing)
            default: fields(refusal)
            }
        }
    }

    /// 404: no such event or product.
    static func notFound(_ name: String) -> WireError {
        switch name {
        case "event_id": .field(name, "The event could not be found", status: 404)
        case "offer_id": .field(name, "The offer could not be found", status: 404)
        default: .field(name, "The product could not be found", status: 404)
        }
    }

    /// The words about the fields of an offer.
    static func fields(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .unknownVenue: .noVenue
        case .unknownAddress(let id): PublicOfferPlace.unknownAddress(id)
        case .idAtProviderTaken(let name): taken(name, by: "venue offer")
        case .noDoubleBookings:
            .field("enableDoubleBookings", "the category chosen does not allow double bookings")
        case .noTicketing:
            .said(
                "global",
                "You cannot create an event with `has_ticket=true` because you dont have a ticketing service enabled (neither at "
                    + "provider level nor at venue level).", status: 400)
        case .noBookingContact:
            .field("offer", "Une offre qui a un ticket retirable doit avoir l'email du contact de réservation")
        case .priceMissing: .field("stock.price", ValidationErrors.required)
        case .limitBeforePublication:
            .field("__root__", "`stock.bookingLimitDatetime` must be after `publicationDatetime`")
        case .limitBeforeBookingAllowed:
            .field("__root__", "`stock.bookingLimitDatetime` must be after `bookingAllowedDatetime`")
        default: prices(refusal)
        }
    }

    /// The words about an event's prices.
    static func prices(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .tooManyPriceCategories:
            .field("priceCategories", "An offer cannot have more than 50 price categories")
        case .samePriceCategory: .field("priceCategories", "Price categories must be unique")
        case .knownPriceCategory(let label):
            .field("priceCategories", "The price category \(label) already exists")
        case .sameIDAtProvider(let name):
            .field(
                "priceCategories", "Price category `idAtProvider` must be unique. Duplicated value : \(name)")
        case .noSuchPriceCategory:
            .field("price_category_id", "No price category could be found", status: 404)
        case .idAtProviderTaken(let name): taken(name, by: "offer price category")
        case .unknownOffer, .otherKind: notFound("event_id")
        default: .serverFault
        }
    }

    /// The words about an event's dates; `path` is where the fields of the date at a place are.
    static func dates(_ path: @escaping (Int) -> String) -> (PublicV1Refusal) -> WireError {
        { refusal in
            switch refusal {
            case .unknownPriceCategory(let place):
                .field(path(place) + "priceCategoryId", "The price category could not be found")
            case .dateIDTaken(let name, let place):
                .field(path(place) + "idAtProvider", "`\(name)` is already taken by another offer stock")
            case .limitAfterStart(let place):
                .field(
                    path(place) + "bookingLimitDatetime",
                    "The bookingLimitDatetime must be before the beginningDatetime")
            case .limitBeforePublication(let place):
                .field(
                    path(place ?? 0) + "bookingLimitDatetime", "The bookingLimitDatetime must be after the publication")
            case .limitBeforeBookingAllowed(let place):
                .field(
                    path(place ?? 0) + "bookingLimitDatetime",
                    "The bookingLimitDatetime must be after the bookable date")
            case .tooManyDates:
                .field("dates", "The maximum number of stock entries allowed per offer is 2500")
            case .unknownDate: .field("stock_id", "No stock could be found", status: 404)
            case .dateOver:
                .global("L'évènement s'est terminé il y a plus de deux jours, la suppression est impossible.")
            case .unknownOffer, .otherKind: notFound("event_id")
            default: .serverFault
            }
        }
    }

    private static func taken(_ name: String, by what: String) -> WireError {
        .field("idAtProvider", "`\(name)` is already taken by another \(what)")
    }
}
