// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A structure (*structure*): the legal person behind venues, known by its SIREN.
package struct Offerer: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Offerer>
    /// Legal name.
    package var name: String
    /// SIREN, nine characters.
    package var siren: String?
    /// Street address.
    package var address: String?
    /// Postal code.
    package var postalCode: String
    /// City.
    package var city: String
    /// When it was made.
    package let dateCreated: Instant
    /// Whether it is in use.
    package var isActive: Bool
    /// What the team's validation link carries; nothing once validated.
    package var validationToken: String?
    /// Bank details, if entered.
    package var bankDetails: BankDetails?
    /// The mail of the person whom the team accepted as administrator (`guide G29`), if any.
    package var administratorEmail: String?
    /// How far naming the administrator has come, if the structure was asked (`guide G29`).
    package var appointment: Appointment?
    /// The RIB of the bank details as they are (`guide G30`), if filed.
    package var rib: RIB?

    /// Whether the team has validated the structure.
    package var isValidated: Bool { validationToken == nil }
}

/// What a structure lets a person do with it.
package enum Rights: String, Sendable, Hashable {
    /// All but the bank details.
    case editor
    /// All, the bank details included (`guide G29`).
    case admin
}

/// A person's attachment to a structure.
package struct UserOfferer: Sendable, Hashable {
    /// Which.
    package let id: Identifier<UserOfferer>
    /// Who.
    package let userID: Identifier<User>
    /// To which structure.
    package let offererID: Identifier<Offerer>
    /// With which rights.
    package var rights: Rights
    /// What the team's validation link carries; nothing once validated. An attachment that awaits validation gives no rights.
    package var validationToken: String?
}

/// An IBAN with its BIC, and whether transfers may use it.
package struct BankDetails: Sendable, Hashable {
    /// The account.
    package var iban: String
    /// The bank.
    package var bic: String
    /// Whether the team has checked them (`guide G30`); before that, no transfer.
    package var isAccepted: Bool
    /// Creates bank details.
    package init(iban: String, bic: String, isAccepted: Bool) {
        self.iban = iban
        self.bic = bic
        self.isAccepted = isAccepted
    }
}
