// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A point where the documents of December 2018 and the service of that month say different things; both are accepted.
public enum Divergence: String, Sendable, CaseIterable {
    /// The sentence of `GET /bookings/token` about an unknown countermark (contract 2018-12 §2.3).
    case unknownCountermarkSentence
    /// The key under which `PATCH /bookings/token` names missing parameters (contract 2018-12 §2.3).
    case missingParameterKey
    /// A young account starts with 499 or 499.99 euros (contract 2018-12 §4.4).
    case youngCredit
    /// Cancelling within 72 hours of the beginning is refused or not (contract 2018-12 §8).
    case cancellationDelay
    /// A book that nobody fetches in seven days is cancelled or not (contract 2018-12 §8).
    case bookPickUp
    /// The partner sees countermarks that are not used yet or not (contract 2018-12 §9.6).
    case countermarkOnPartnerScreen
    /// Bank details need the team's agreement before money flows or not (contract 2018-12 §5.2).
    case bankDetailsAgreement
    /// Eligible digital offers are paid or not (contract 2018-12 §9.2).
    case digitalReimbursement
    /// A date without booking limit has none, or one three days before it begins (contract 2018-12 §6.4).
    case bookingLimitLeftOut
    /// An empty booking limit, `null` or `""`, means none or is a bad date (contract 2018-12 §6.4).
    case emptyBookingLimit
    /// The address of a digital offer may begin with `www.` or not (contract 2018-12 §6.5).
    case addressWithoutScheme
    /// A countermark both validated and cancelled is told as cancelled or as validated (contract 2018-12 §2.3).
    case cancelledBeforeUsed
    /// The mail about a booking reaches the e-mail of the venue or not (contract 2018-12 §10).
    case bookingMailToVenue
    /// A RIB is filed with an IBAN, or there is no such thing (contract 2018-12 §5.2).
    case rib
    /// A crop that leaves its image is refused, or cut off (contract 2018-12 §6.6).
    case cropOutsideImage
    /// The portal's sign-up needs last name and first name or not (contract 2018-12 §4.3).
    case namesAtSignUp
    /// A date's attendees can be printed or not (contract 2018-12 §8).
    case attendeeList
    /// The partner sees its transfers or not (contract 2018-12 §9.6).
    case transferList
    /// The partner sees an offer's conversion or not (contract 2018-12 §9.6).
    case conversion
    /// The bookings have the guide's columns or not (contract 2018-12 §9.6).
    case bookingTable
}
