// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Who asks: decided before the domain is asked, judged inside it, because the contract's order of evaluation looks at some
/// things before it looks at the caller (`contract 2018-12 §2.2`).
package enum Actor: Sendable, Hashable {
    /// Nobody who said who they are.
    case anonymous
    /// A signed-in person.
    case user(Identifier<User>)
    /// Somebody whose log-in was refused.
    case refused(SignInRefusal)
    /// The pass Culture team, through the control API.
    case team
}

/// Why a log-in was refused (`contract 2018-12 §4.5`).
package enum SignInRefusal: Sendable, Hashable {
    /// Nobody has that e-mail.
    case unknownIdentifier
    /// The address was never validated.
    case notValidated
    /// The password is another one.
    case wrongPassword
}

/// What somebody asks of the platform. Field formats are checked before; rules are decided here.
package enum Command: Sendable {
    // Accounts
    /// Makes an account: see ``SignUp``.
    case signUp(SignUp)
    /// Follows the link of the validation mail.
    case validateUser(token: String)
    /// Changes one's own account.
    case updateUser(Identifier<User>, UserChanges)
    /// Replaces the password hash.
    case changePassword(Identifier<User>, passwordHash: String)
    /// Asks for a mail to replace a forgotten password; an unknown address is no error.
    case requestPasswordReset(email: String)
    /// Replaces a forgotten password.
    case resetPassword(token: String, passwordHash: String)
    /// Opens a session for somebody whose password was checked.
    case openSession(Identifier<User>)
    /// Signs out.
    case closeSession(Identifier<Session>)

    // Structures and venues
    /// Makes a structure; who asks edits it until the team names its administrator (`guide G29`), or, observed, is its
    /// administrator at once (`contract 2018-12 §5.1`).
    case createOfferer(by: Actor, OffererDraft)
    /// Changes a structure's bank details or activity.
    case updateOfferer(by: Actor, Identifier<Offerer>, OffererChanges)
    /// Follows the team's link: validates whatever of the named kinds carries the token.
    case validateStructures(kinds: Set<ValidatedKind>, token: String)
    /// Attaches a person to a structure, awaiting validation unless it is new.
    case attachUser(by: Actor, Identifier<User>, Identifier<Offerer>, Rights)
    /// The team accepts a person as the structure's administrator (`guide G29`).
    case nameAdministrator(Identifier<Offerer>, email: String)
    /// The team accepts the bank details of a structure (`guide G30`).
    case acceptOffererBankDetails(Identifier<Offerer>)
    /// The team accepts the bank details of a venue (`guide G30`).
    case acceptVenueBankDetails(Identifier<Venue>)
    /// The team asks a structure, by mail, to name its administrator (`guide G29`).
    case askForAdministrator(Identifier<Offerer>, email: String)
    /// The team notes the structure's answer.
    case proposeAdministrator(Identifier<Offerer>, name: String?, email: String)
    /// The team validates one of the two mails; with the second one the administrator is named.
    case validateAddress(Identifier<Offerer>, Appointment.Address)
    /// Files the RIB of an account (`guide G30`).
    case fileRIB(by: Actor, Payee, RIB)
    /// The team refuses bank details, and says why.
    case refuseBankDetails(Payee, reason: String)
    /// Makes a venue.
    case createVenue(by: Actor, VenueDraft)
    /// Changes a venue.
    case updateVenue(by: Actor, Identifier<Venue>, VenueChanges)
    /// Follows the team's link of a venue without SIRET.
    case validateVenue(token: String)

    // Offers
    /// Makes an event or a thing, with its offer at the venue.
    case createProduct(by: Actor, ProductDraft, at: Identifier<Venue>)
    /// Changes an event or a thing.
    case updateProduct(by: Actor, Identifier<Product>, ProductChanges)
    /// Offers an existing product at a venue.
    case createOffer(by: Actor, at: Identifier<Venue>, product: Identifier<Product>, bookingEmail: String?)
    /// Activates or deactivates an offer.
    case setOfferActive(by: Actor, Identifier<Offer>, Bool)
    /// The team says whether an offer is among the reimbursed ones (`guide G26`).
    case setOfferEligible(Identifier<Offer>, Bool)
    /// Adds a date.
    case createOccurrence(by: Actor, Identifier<Offer>, begin: Instant, end: Instant)
    /// Moves a date.
    case updateOccurrence(by: Actor, Identifier<Occurrence>, begin: Instant?, end: Instant?)
    /// Takes a date out, with its stocks and bookings.
    case deleteOccurrence(by: Actor, Identifier<Occurrence>)
    /// Adds a stock.
    case createStock(by: Actor, StockDraft)
    /// Changes a stock.
    case updateStock(by: Actor, Identifier<Stock>, StockChanges)
    /// Takes a stock out, with its bookings.
    case deleteStock(by: Actor, Identifier<Stock>)
    /// Adds a teaser.
    case createMediation(
        by: Actor, Identifier<Offer>, credit: String?, thumbCount: Int64, dominantColor: UInt32? = nil,
        crop: Crop? = nil)
    /// Shows or hides a teaser.
    case updateMediation(by: Actor, Identifier<Mediation>, isActive: Bool?, credit: String??)

    // Young people
    /// Fills the person's main screen with offers not shown yet (`contract 2018-12 §6.7`).
    case recommend(to: Identifier<User>, limit: Int)
    /// Shows a person one offer, whether or not the main screen would: what they searched for or followed a link to.
    case recommendOffer(to: Identifier<User>, Identifier<Offer>)
    /// Notes what the person did with what was shown; nothing means unchanged.
    case updateRecommendation(
        by: Identifier<User>, Identifier<Recommendation>, isFavorite: Bool?, isClicked: Bool?)
    /// Books.
    case book(
        by: Identifier<User>, stock: Identifier<Stock>, quantity: Int, recommendation: Identifier<Recommendation>?)
    /// Cancels a booking.
    case cancelBooking(by: Actor, Identifier<Booking>)

    // Countermarks
    /// Validates a countermark (`contract 2018-12 §2.2`).
    case validateCountermark(by: Actor, CountermarkQuery)

    // Money
    /// Runs the fortnight's payments now.
    case runPayments

    // Today's edition
    /// Something in the words of the public API.
    case publicV1(PublicV1Command)
}

/// The kinds of object that the team's link validates (`contract 2018-12 §5.4`).
package enum ValidatedKind: String, Sendable, Hashable {
    /// A structure.
    case offerer = "Offerer"
    /// A person's attachment to a structure.
    case userOfferer = "UserOfferer"
}

/// What a countermark is looked up by; an offer of number 0 was decoded from an empty id and filters nothing.
package struct CountermarkQuery: Sendable, Hashable {
    /// The countermark as sent, compared exactly.
    package var token: String
    /// The user's e-mail, compared exactly; empty and absent are the same.
    package var email: String?
    /// The offer, if given.
    package var offerID: Identifier<Offer>?
    /// Creates a query.
    package init(token: String, email: String?, offerID: Identifier<Offer>?) {
        self.token = token
        self.email = email.flatMap { $0.isEmpty ? nil : $0 }
        self.offerID = offerID.flatMap { $0.number == 0 ? nil : $0 }
    }
}
