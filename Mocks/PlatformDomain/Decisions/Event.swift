// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Something that happened. Whatever was drawn (numbers, countermarks, links) is in it, so that replaying draws nothing.
package enum Event: Sendable, Hashable {
    // Accounts
    /// An account was made.
    case userCreated(User)
    /// The address was validated.
    case userValidated(Identifier<User>)
    /// The account was changed to this.
    case userUpdated(User)
    /// A mail to replace the password is due.
    case passwordResetRequested(Identifier<User>, PasswordReset)
    /// The password was replaced.
    case passwordChanged(Identifier<User>, passwordHash: String)
    /// A session was opened.
    case sessionOpened(Session)
    /// A session was closed.
    case sessionClosed(Identifier<Session>)

    // Structures and venues
    /// A structure was made.
    case offererCreated(Offerer)
    /// A structure was changed to this.
    case offererUpdated(Offerer)
    /// The team validated a structure.
    case offererValidated(Identifier<Offerer>)
    /// A person was attached to a structure.
    case userOffererCreated(UserOfferer)
    /// The team validated an attachment.
    case userOffererValidated(Identifier<UserOfferer>)
    /// The team accepted a person as the structure's administrator; the attachment, if the person has an account already.
    case administratorNamed(Identifier<Offerer>, email: String, Identifier<UserOfferer>?)
    /// A structure was asked, at that address, to name its administrator.
    case administratorAsked(Identifier<Offerer>, email: String, at: Instant)
    /// A structure said who its administrator is to be.
    case administratorProposed(Identifier<Offerer>, name: String?, email: String)
    /// The team validated one of the two mails.
    case administratorAddressValidated(Identifier<Offerer>, Appointment.Address)
    /// A RIB was filed for an account.
    case ribFiled(Payee, RIB)
    /// The team refused bank details.
    case bankDetailsRefused(Payee, reason: String)
    /// A venue was made.
    case venueCreated(Venue)
    /// A venue was changed to this.
    case venueUpdated(Venue)
    /// The team validated a venue.
    case venueValidated(Identifier<Venue>)
    /// The team accepted a structure's bank details.
    case offererBankDetailsAccepted(Identifier<Offerer>)
    /// The team accepted a venue's bank details.
    case venueBankDetailsAccepted(Identifier<Venue>)

    // Offers
    /// An event or a thing was made.
    case productCreated(Product)
    /// It was changed to this.
    case productUpdated(Product)
    /// An offer was made.
    case offerCreated(Offer)
    /// An offer was activated or deactivated.
    case offerActivityChanged(Identifier<Offer>, isActive: Bool)
    /// The team decided whether it is reimbursed.
    case offerEligibilityChanged(Identifier<Offer>, isEligible: Bool)
    /// A date was added.
    case occurrenceCreated(Occurrence)
    /// A date was moved to this.
    case occurrenceUpdated(Occurrence)
    /// A date was taken out.
    case occurrenceDeleted(Identifier<Occurrence>)
    /// A stock was added.
    case stockCreated(Stock)
    /// A stock was changed to this.
    case stockUpdated(Stock)
    /// A stock was taken out.
    case stockDeleted(Identifier<Stock>)
    /// A teaser was added.
    case mediationCreated(Mediation)
    /// A teaser was changed to this.
    case mediationUpdated(Mediation)

    // Young people
    /// An offer is shown to a person.
    case recommendationCreated(Recommendation)
    /// What was shown was changed to this.
    case recommendationUpdated(Recommendation)
    /// A booking was made.
    case bookingCreated(Booking)
    /// A booking was cancelled, and the credit returned.
    case bookingCancelled(Identifier<Booking>, CancellationCause, at: Instant)
    /// The books of a booking that nobody fetched do not go back on sale: the bookshop did not choose so (`guide G23`).
    case stockNotRestored(Identifier<Booking>)
    /// A countermark was validated, by that person or by an anonymous caller.
    case countermarkValidated(Identifier<Booking>, by: Identifier<User>?, at: Instant)
    /// A booking became payable, used or not (`guide G22`, `G24`, `G25`).
    case bookingBecamePayable(Identifier<Booking>, at: Instant)
    /// A date can no longer be booked and has begun: its bookings were recapitulated (`contract 2018-12 §10`).
    case bookingRecapSent(Identifier<Stock>, at: Instant)

    // Money
    /// A payment was made out for a booking.
    case paymentCreated(Payment)
    /// A payment that had no account got one: its details and its new status.
    case paymentRetried(Identifier<Payment>, BankDetails, label: String, at: Instant)
    /// A payment that had not left was taken back: its booking is to be cancelled, or not payable any more.
    case paymentWithdrawn(Identifier<Payment>, WithdrawalCause, at: Instant)
    /// A transfer left.
    case transferSent(Transfer)
    /// A fortnight's batch was run.
    case paymentBatchRun(PaymentBatch)
    /// Time has reached this instant.
    case timeReached(Instant)

    // Today's edition
    /// Something that happened to a record of the public API's.
    case publicV1(PublicV1Event)
}
