// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

extension WireError {
    /// What today's rules refuse of what the team asked, in words.
    static func control(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .unknownProvider: .unknownProvider
        case .unknownVenue: control(.unknown(.venue))
        case .unknownOffer: control(.unknown(.offer))
        case .unknownAddress, .unknownDate, .noSuchPriceCategory, .unknownPriceCategory, .unknownCountermark:
            missing(refusal)
        case .noTickets, .ticketsNotReturned, .quantity, .alreadyBooked: booking(refusal)
        case .keyTaken, .halfTicketing, .ticketingInUse, .noTicketing, .noBookingContact: provider(refusal)
        case .otherKind, .idAtProviderTaken, .noDoubleBookings, .priceMissing, .tooManyPriceCategories,
            .samePriceCategory, .knownPriceCategory, .sameIDAtProvider:
            offer(refusal)
        case .tooManyDates, .dateIDTaken, .dateOver, .limitAfterStart, .limitBeforePublication,
            .limitBeforeBookingAllowed:
            date(refusal)
        case .reimbursed, .used, .cancelled, .structureClosed, .notConfirmed, .notUsed, .hasActivationCode,
            .cannotCancelAnymore:
            countermark(refusal)
        }
    }

    private static func missing(_ refusal: PublicV1Refusal) -> WireError {
        let (what, hint) =
            switch refusal {
            case .unknownAddress: ("address", "POST /public/offers/v1/addresses makes one.")
            case .unknownDate: ("date", "Give the number of its stock.")
            case .unknownCountermark: ("countermark", "Give it as POST /_control/bookings answered it.")
            default: ("price category", "It is one of the event's: POST /_control/offers answers it.")
            }
        return control("No such \(what)", hint: hint, status: 404)
    }

    private static func booking(_ refusal: PublicV1Refusal) -> WireError {
        let journal = "GET /_control/journal?direction=outgoing shows what it was asked and what it answered."
        return switch refusal {
        case .noTickets:
            conflict("The ticket office issued no tickets that can be used: nothing was booked", hint: journal)
        case .ticketsNotReturned:
            conflict("The ticket office did not take the tickets back: the booking stands", hint: journal)
        case .quantity:
            conflict(
                "So many cannot be booked at once", hint: "One, or two of an offer with enableDoubleBookings.")
        default:
            conflict(
                "The person has a booking of this offer", hint: "Cancel it first, or let somebody else book.")
        }
    }

    private static func provider(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .keyTaken: conflict("Another provider has that key", hint: "Give another apiKey, or none.")
        case .halfTicketing:
            conflict("Of bookingUrl and cancelUrl one is missing", hint: "Give both, or neither.")
        case .ticketingInUse(let events):
            conflict(
                "Events with tickets need bookingUrl and cancelUrl",
                hint: "They are these: \(events.map { "\($0.number)" }.joined(separator: ", ")).")
        case .noTicketing:
            conflict(
                "An event with tickets needs a ticket office",
                hint: "Give the provider, or its link to the venue, a bookingUrl and a cancelUrl.")
        default:
            conflict("An event with tickets needs somebody to ask", hint: "Give a bookingContact.")
        }
    }

    private static func offer(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .otherKind:
            conflict("The offer is of the other kind", hint: "Dates and prices are an event's, a stock a product's.")
        case .idAtProviderTaken, .sameIDAtProvider:
            conflict("That idAtProvider is taken", hint: "Each record of a kind has another one, or none.")
        case .noDoubleBookings:
            conflict("Its category cannot be booked for two", hint: "Leave enableDoubleBookings out.")
        case .priceMissing: conflict("The stock has no price", hint: "Give one, in cents.")
        case .tooManyPriceCategories:
            conflict(
                "The event would have more than \(PlatformState.mostPriceCategories) prices", hint: "Give fewer.")
        case .samePriceCategory: conflict("Two of the prices are the same", hint: "Label or price differ.")
        default: conflict("The event has that price under that label", hint: "Label or price differ.")
        }
    }

    private static func date(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .tooManyDates:
            conflict("The event would have more than \(PlatformState.mostDates) dates", hint: "Give fewer.")
        case .dateIDTaken:
            conflict("Another date has that idAtProvider", hint: "Each date has another one, or none.")
        case .dateOver:
            conflict("The date was more than two days ago", hint: "It stays, with what was booked.")
        case .limitAfterStart: conflict("Booking would go on after the start", hint: "Give an earlier limit.")
        case .limitBeforePublication:
            conflict(
                "Booking would end before the offer is shown",
                hint: "An event that the control makes is shown from now on: startsIn is not negative.")
        default:
            conflict("Booking would end before it begins", hint: "See bookingAllowedDatetime.")
        }
    }

    private static func countermark(_ refusal: PublicV1Refusal) -> WireError {
        switch refusal {
        case .reimbursed: conflict("The booking was paid for", hint: "It stays as it is.")
        case .used: conflict("The booking was validated", hint: "Its validation can be taken back.")
        case .cancelled: conflict("The booking was cancelled", hint: "Make another one.")
        case .structureClosed:
            conflict("The structure is closed", hint: "POST /_control/structures/reopen opens it again.")
        case .notConfirmed(let instant):
            conflict(
                "The event can still be cancelled", hint: "It can be validated from \(instant.iso8601) on.")
        case .notUsed: conflict("There is no validation to take back", hint: "Validate it first.")
        case .hasActivationCode:
            conflict("An activation code was handed out", hint: "What was used stays used.")
        default:
            conflict(
                "The event can no longer be cancelled by who booked",
                hint: "The time for it is over: see confirmationDate. The structure can still cancel it.")
        }
    }
}
