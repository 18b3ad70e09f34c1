// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension WireError {
    /// The domain's refusal of what the team asked, in words.
    static func control(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .unknown(let kind):
            control("No such \(kind.rawValue)", hint: "Give its public id, as the routes answer it.", status: 404)
        case .publicV1(let today): control(today)
        case .notSignedIn, .signInRefused, .noRights, .administratorOnly, .teamOnly, .unknownLink, .expiredLink,
            .emailTaken:
            people(refusal)
        case .sirenTaken, .siretTaken, .siretOfAnotherStructure, .structureWithoutSiren, .virtualVenueExists,
            .incompleteVenue, .siretIsFixed, .noBankDetails, .noRIB, .administratorNotAsked, .administratorNotProposed:
            structures(refusal)
        case .activationIsForTheTeam, .digitalAtPhysicalVenue, .physicalAtVirtualVenue, .endBeforeBegin, .endIsBegin,
            .limitAfterBegin, .fewerThanBooked, .invalidAmount:
            offers(refusal)
        case .stockDeleted, .cannotBookFreeOffers, .offerWithdrawn, .bookingLimitPast, .venueNotValidated,
            .physicalCeiling, .digitalCeiling, .soldOut, .insufficientFunds:
            booking(refusal)
        case .bookingUsed, .notYourBooking, .cancellationWindowPast, .cancellationWeekPast, .bookingPaid,
            .unknownCountermark, .missingParameters, .alreadyValidated, .cancelled:
            afterBooking(refusal)
        }
    }

    /// 409: what is asked does not go with what is there.
    static func conflict(_ error: String, hint: String) -> WireError { control(error, hint: hint, status: 409) }

    private static func people(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .emailTaken: conflict("Another account has that e-mail address", hint: "Give another one, or none.")
        case .unknownLink:
            conflict("The link is unknown or was used", hint: "GET /_control/mails has the latest one.")
        case .expiredLink:
            conflict("The link is too old", hint: "Ask for a new one; GET /_control/mails has it.")
        case .signInRefused:
            conflict("The log-in was refused", hint: "E-mail address and password are those of the sign-up.")
        default:
            conflict(
                "Whoever asks may not do this", hint: "It is for whom the guide names: the portal's routes say who.")
        }
    }

    private static func structures(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .noBankDetails:
            conflict("There are no bank details to accept", hint: "The administrator enters IBAN and BIC first.")
        case .noRIB:
            conflict(
                "There is no RIB with these bank details",
                hint: "The administrator files it: POST /offerers/{id}/rib or /venues/{id}/rib.")
        case .administratorNotAsked:
            conflict("The structure was not asked yet", hint: "POST /_control/administrators/ask comes first.")
        case .administratorNotProposed:
            conflict(
                "The structure has not named anybody yet", hint: "POST /_control/administrators/answer comes first.")
        case .sirenTaken: conflict("Another structure has that SIREN", hint: "Give another one.")
        case .siretTaken: conflict("Another venue has that SIRET", hint: "Give another one.")
        case .siretOfAnotherStructure:
            conflict("The SIRET is one of another structure", hint: "It begins with the structure's SIREN.")
        case .structureWithoutSiren:
            conflict("The structure has no SIREN", hint: "Its venues have a comment in the place of a SIRET.")
        case .virtualVenueExists:
            conflict("The structure has its virtual venue already", hint: "There is one for each structure.")
        case .siretIsFixed: conflict("The SIRET of a venue stays", hint: "Make another venue.")
        default:
            conflict(
                "The venue lacks something", hint: "A SIRET or a comment, an address, a postal code and a city.")
        }
    }

    private static func offers(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .activationIsForTheTeam: conflict("Activations are the team's alone", hint: "Offer something else.")
        case .digitalAtPhysicalVenue:
            conflict("A digital offer is made at a virtual venue", hint: "Each structure has one.")
        case .physicalAtVirtualVenue:
            conflict("At a virtual venue offers are digital", hint: "Name another venue of the structure.")
        case .endBeforeBegin: conflict("The end comes before the begin", hint: "Give a later end.")
        case .endIsBegin: conflict("The end is the begin", hint: "Give a later end.")
        case .limitAfterBegin:
            conflict("Booking would go on after the begin", hint: "Give an earlier booking limit.")
        case .fewerThanBooked:
            conflict("There are more bookings than that", hint: "Give a larger number, or cancel some first.")
        default:
            conflict("The price or the number cannot be", hint: "Neither is negative, nor beyond what can be counted.")
        }
    }

    private static func booking(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .stockDeleted: conflict("The stock was taken out", hint: "Book another one of the offer.")
        case .cannotBookFreeOffers:
            conflict("This person may not book free offers", hint: "POST /_control/beneficiaries makes one who may.")
        case .offerWithdrawn:
            conflict(
                "The offer cannot be booked: it is switched off or not published, cannot be booked yet, or its date was taken out",
                hint:
                    "See isActive, publicationDatetime and bookingAllowedDatetime, and whether the structure is open; "
                    + "POST /_control/clock/advance brings what is to come.")
        case .bookingLimitPast:
            conflict("Its time for booking is over", hint: "See the booking limit, and GET /_control/clock.")
        case .venueNotValidated:
            conflict("The venue awaits its validation", hint: "The mail in GET /_control/mails has the link.")
        case .physicalCeiling(let ceiling):
            conflict(
                "More than the \(ceiling.cents / 100) euros for physical things", hint: "The ceiling is one of 2018.")
        case .digitalCeiling(let ceiling):
            conflict(
                "More than the \(ceiling.cents / 100) euros for digital things", hint: "The ceiling is one of 2018.")
        case .soldOut:
            conflict(
                "There are not so many left",
                hint: "Of tickets the ticket office says how many: GET /_control/journal?direction=outgoing.")
        default:
            conflict(
                "The person has not so much credit left",
                hint: "POST /_control/beneficiaries with \"credit\", in cents, makes one who has.")
        }
    }

    private static func afterBooking(_ refusal: Refusal) -> WireError {
        switch refusal {
        case .bookingUsed: conflict("The booking was validated", hint: "It can be cancelled until then.")
        case .notYourBooking: conflict("The booking is somebody else's", hint: "Whoever booked can cancel it.")
        case .cancellationWindowPast(let hours):
            conflict("It begins in less than \(hours) hours", hint: "The structure can still cancel it.")
        case .cancellationWeekPast:
            conflict("It was booked more than a week ago", hint: "The structure can still cancel it.")
        case .bookingPaid: conflict("The booking was paid for", hint: "It stays as it is.")
        case .missingParameters:
            conflict("Who does not sign in says whose countermark it is", hint: "Give email and offer_id.")
        case .alreadyValidated: conflict("The countermark was validated before", hint: "It can be validated once.")
        case .cancelled: conflict("The booking was cancelled", hint: "Make another one.")
        default:
            control(
                "No such countermark", hint: "Give it as POST /_control/bookings answered it.", status: 404)
        }
    }
}
