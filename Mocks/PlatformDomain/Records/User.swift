// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A person with an account: a young person or a professional.
package struct User: Sendable, Hashable {
    /// Which.
    package let id: Identifier<User>
    /// The log-in; exact and case-sensitive, as the service kept it (`contract 2018-12 §4.3`).
    package var email: String
    /// The hash of the password, with its own parameters and salt.
    package var passwordHash: String
    /// The name shown to others.
    package var publicName: String
    /// First name, if given.
    package var firstName: String?
    /// Last name, if given.
    package var lastName: String?
    /// Postal code, if given.
    package var postalCode: String?
    /// Telephone number, if given.
    package var phoneNumber: String?
    /// Date of birth, if given.
    package var dateOfBirth: Instant?
    /// The department whose offers the person sees; `00` sees all (`contract 2018-12 §4.4`).
    package var departementCode: String?
    /// When the account was made.
    package let dateCreated: Instant
    /// Whether the person may book offers that cost nothing; no professional may (`guide G2`).
    package var canBookFreeOffers: Bool
    /// Whether the person belongs to the pass Culture team.
    package var isAdmin: Bool
    /// What the link in the validation mail carries; nothing once the address is validated.
    package var validationToken: String?
    /// What the link in the password mail carries, and until when it works.
    package var passwordReset: PasswordReset?
    /// What the person was credited in all.
    package var credit: Euros
    /// What bookings that are not cancelled have taken from the credit.
    package var spent: Euros
    /// What of it went to physical things (`contract 2018-12 §4.6`).
    package var spentOnPhysical: Euros
    /// What of it went to digital things.
    package var spentOnDigital: Euros

    /// What is left to spend.
    package var wallet: Euros { credit - spent }
}

/// A pending change of a forgotten password (`contract 2018-12 §4.7`).
package struct PasswordReset: Sendable, Hashable {
    /// What the mailed link carries.
    package let token: String
    /// The last moment at which it works.
    package let validUntil: Instant
    /// Creates a pending change.
    package init(token: String, validUntil: Instant) {
        self.token = token
        self.validUntil = validUntil
    }
}

/// A signed-in browser or till; its number is in the signed cookie.
package struct Session: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Session>
    /// Whose.
    package let userID: Identifier<User>
    /// Unguessable part of the cookie.
    package let secret: String
    /// When it ends by itself: 90 days after sign-in (`contract 2018-12 §1.7`).
    package let validUntil: Instant
    /// Whether the person signed out.
    package var isClosed: Bool
}
