// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a command was refused: a value, which the HTTP layer puts into the contract's words.
package enum Refusal: Error, Sendable, Hashable {
    // Who asks
    /// Nobody said who they are, and the command needs to know.
    case notSignedIn
    /// The log-in was refused.
    case signInRefused(SignInRefusal)
    /// The person has no editor rights on the structure.
    case noRights
    /// The person has rights, but the structure's bank details are the administrator's alone.
    case administratorOnly
    /// Only the pass Culture team may.
    case teamOnly

    // What is named does not exist
    /// A record that the path or the body names does not exist.
    case unknown(RecordKind)
    /// A link from a mail is unknown or was used.
    case unknownLink
    /// A link from a mail is too old.
    case expiredLink
    /// The countermark is unknown, or is not of that user or offer.
    case unknownCountermark

    // Accounts, structures, venues
    /// Another account has that e-mail.
    case emailTaken
    /// Another structure has that SIREN.
    case sirenTaken
    /// Another venue has that SIRET.
    case siretTaken
    /// The SIRET does not start with the structure's SIREN.
    case siretOfAnotherStructure
    /// The structure has no SIREN, so its venues can have no SIRET.
    case structureWithoutSiren
    /// The structure has its virtual venue already.
    case virtualVenueExists
    /// A physical venue needs exactly one of SIRET and comment, and an address, a postal code and a city.
    case incompleteVenue
    /// The SIRET of a venue cannot change.
    case siretIsFixed
    /// There are no bank details to accept.
    case noBankDetails
    /// There is no RIB with the bank details (`guide G30`).
    case noRIB
    /// Nobody asked the structure to name its administrator yet (`guide G29`).
    case administratorNotAsked
    /// The structure has not said yet who its administrator is to be (`guide G29`).
    case administratorNotProposed

    // Offers
    /// Only the team may offer activations.
    case activationIsForTheTeam
    /// A digital offer at a physical venue.
    case digitalAtPhysicalVenue
    /// A physical offer at the virtual venue.
    case physicalAtVirtualVenue
    /// The end is before the begin.
    case endBeforeBegin
    /// The end is the begin.
    case endIsBegin
    /// The booking limit is after the begin.
    case limitAfterBegin
    /// Fewer than there are bookings.
    case fewerThanBooked
    /// A negative price or quantity, or one beyond what can be counted; the HTTP layer refuses those before.
    case invalidAmount

    // Bookings
    /// The stock was taken out.
    case stockDeleted
    /// A free offer, for somebody who may not book those.
    case cannotBookFreeOffers
    /// The structure, the offer or the date is not on offer any more.
    case offerWithdrawn
    /// The booking limit is past.
    case bookingLimitPast
    /// The venue awaits validation.
    case venueNotValidated
    /// More than the ceiling for physical things; the ceiling.
    case physicalCeiling(Euros)
    /// More than the ceiling for digital things; the ceiling.
    case digitalCeiling(Euros)
    /// There are not so many left.
    case soldOut
    /// There is not so much money left.
    case insufficientFunds
    /// A used booking cannot be cancelled.
    case bookingUsed
    /// Neither the owner nor the structure asks.
    case notYourBooking
    /// Too close to the begin to cancel; the hours of the window (`guide G22`).
    case cancellationWindowPast(hours: Int64)
    /// More than a week after the booking of a thing (`guide G23`).
    case cancellationWeekPast
    /// The booking was paid for, so it cannot be cancelled any more.
    case bookingPaid

    // Countermarks
    /// An anonymous caller must give these.
    case missingParameters(email: Bool, offerID: Bool)
    /// Validated already.
    case alreadyValidated
    /// Cancelled.
    case cancelled

    // Today's edition
    /// What the rules of the public API refuse.
    case publicV1(PublicV1Refusal)

    /// The kinds of record that a request can name.
    package enum RecordKind: String, Sendable, Hashable {
        /// A user.
        case user
        /// A structure.
        case offerer
        /// A venue.
        case venue
        /// An event.
        case event
        /// A thing.
        case thing
        /// An offer.
        case offer
        /// A date.
        case occurrence
        /// A stock.
        case stock
        /// A teaser.
        case mediation
        /// A recommendation.
        case recommendation
        /// A booking.
        case booking
    }
}
