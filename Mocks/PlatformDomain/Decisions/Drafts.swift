// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A new account.
package struct SignUp: Sendable {
    /// What it is for.
    package enum Purpose: Sendable {
        /// A young person, credited at once in integration (`contract 2018-12 §4.4`).
        case young
        /// A professional with a structure, new or known by its SIREN. The draft is used only if the SIREN is new.
        case professional(OffererDraft)
    }
    /// What it is for.
    package var purpose: Purpose
    /// Log-in.
    package var email: String
    /// Hash of the password.
    package var passwordHash: String
    /// Name shown to others.
    package var publicName: String
    /// First name.
    package var firstName: String?
    /// Last name.
    package var lastName: String?
    /// Postal code.
    package var postalCode: String?
    /// Telephone.
    package var phoneNumber: String?
    /// Date of birth.
    package var dateOfBirth: Instant?
    /// Whether the address counts as validated at once: the older common route (`contract 2018-12 §4.1`).
    package var isValidatedAtOnce: Bool

    /// Creates a new account's data.
    package init(
        purpose: Purpose, email: String, passwordHash: String, publicName: String, firstName: String? = nil,
        lastName: String? = nil, postalCode: String? = nil, phoneNumber: String? = nil, dateOfBirth: Instant? = nil,
        isValidatedAtOnce: Bool = false
    ) {
        self.purpose = purpose
        self.email = email
        self.passwordHash = passwordHash
        self.publicName = publicName
        self.firstName = firstName
        self.lastName = lastName
        self.postalCode = postalCode
        self.phoneNumber = phoneNumber
        self.dateOfBirth = dateOfBirth
        self.isValidatedAtOnce = isValidatedAtOnce
    }
}

/// What a person may change of their own account; nothing means unchanged.
package struct UserChanges: Sendable {
    /// New log-in.
    package var email: String?
    /// New public name.
    package var publicName: String?
    /// New postal code.
    package var postalCode: String??
    /// New telephone.
    package var phoneNumber: String??
    /// New department.
    package var departementCode: String??
    /// Creates an empty change.
    package init() {}
}

/// A new structure.
package struct OffererDraft: Sendable {
    /// Legal name.
    package var name: String
    /// SIREN.
    package var siren: String?
    /// Street address.
    package var address: String?
    /// Postal code.
    package var postalCode: String
    /// City.
    package var city: String
    /// Bank details, already checked for form.
    package var bankDetails: BankDetailsDraft?
    /// Creates a new structure's data.
    package init(
        name: String, siren: String?, address: String?, postalCode: String, city: String,
        bankDetails: BankDetailsDraft? = nil
    ) {
        self.name = name
        self.siren = siren
        self.address = address
        self.postalCode = postalCode
        self.city = city
        self.bankDetails = bankDetails
    }
}

/// An IBAN and a BIC whose form was checked.
package struct BankDetailsDraft: Sendable, Hashable {
    /// The account.
    package var iban: String
    /// The bank.
    package var bic: String
    /// Creates bank details.
    package init(iban: String, bic: String) {
        self.iban = iban
        self.bic = bic
    }
}

/// What may change of a structure; nothing means unchanged.
package struct OffererChanges: Sendable {
    /// New bank details; `.some(nil)` erases them.
    package var bankDetails: BankDetailsDraft??
    /// New activity.
    package var isActive: Bool?
    /// Creates an empty change.
    package init() {}
}

/// A new venue.
package struct VenueDraft: Sendable {
    /// Whose.
    package var offererID: Identifier<Offerer>
    /// Name.
    package var name: String
    /// Whether it is to be the structure's virtual venue.
    package var isVirtual: Bool
    /// All else.
    package var details: VenueDetails
    /// Bank details, already checked for form.
    package var bankDetails: BankDetailsDraft?
    /// Creates a new venue's data.
    package init(
        offererID: Identifier<Offerer>, name: String, isVirtual: Bool, details: VenueDetails,
        bankDetails: BankDetailsDraft? = nil
    ) {
        self.offererID = offererID
        self.name = name
        self.isVirtual = isVirtual
        self.details = details
        self.bankDetails = bankDetails
    }
}

/// A venue's address and contact.
package struct VenueDetails: Sendable, Hashable {
    /// SIRET.
    package var siret: String?
    /// Why there is none.
    package var comment: String?
    /// Who receives the bookings.
    package var bookingEmail: String?
    /// Street address.
    package var address: String?
    /// Postal code.
    package var postalCode: String?
    /// City.
    package var city: String?
    /// Latitude in hundred-thousandths of a degree.
    package var latitude: Int64?
    /// Longitude in hundred-thousandths of a degree.
    package var longitude: Int64?
    /// Creates empty details.
    package init() {}
}

/// What may change of a venue: the whole of its details as they are to be, and its bank details.
package struct VenueChanges: Sendable {
    /// New name.
    package var name: String?
    /// Changes the details in place.
    package var details: VenueDetails?
    /// New bank details; `.some(nil)` erases them.
    package var bankDetails: BankDetailsDraft??
    /// Creates an empty change.
    package init() {}
}

/// A new event or thing.
package struct ProductDraft: Sendable {
    /// Which of the two.
    package var kind: Product.Kind
    /// All else.
    package var details: ProductDetails
    /// Creates a new product's data.
    package init(kind: Product.Kind, details: ProductDetails) {
        self.kind = kind
        self.details = details
    }
}

/// What describes an event or a thing: see ``Product`` for each.
package struct ProductDetails: Sendable, Hashable {
    /// Title.
    package var name: String = ""
    /// The type's value on the wire.
    package var type: String?
    /// Description.
    package var description: String?
    /// Conditions.
    package var conditions: String?
    /// Length in minutes.
    package var durationMinutes: Int64?
    /// Least age.
    package var ageMin: Int64?
    /// Greatest age.
    package var ageMax: Int64?
    /// Address of a digital thing.
    package var url: String?
    /// Media addresses.
    package var mediaUrls: [String] = []
    /// Whether it is shown in every department.
    package var isNational = false
    /// A provider's own identifier.
    package var idAtProviders: String?
    /// What else its seller says of it: a text of JSON.
    package var extraData: String?
    /// Creates empty details.
    package init() {}
}

/// The whole of a product's details as they are to be.
package typealias ProductChanges = ProductDetails

/// A new stock.
package struct StockDraft: Sendable {
    /// What it belongs to.
    package enum Owner: Sendable, Hashable {
        /// A date.
        case occurrence(Identifier<Occurrence>)
        /// An offer.
        case offer(Identifier<Offer>)
    }
    /// What a booking limit may be.
    package enum Limit: Sendable, Hashable {
        /// The key was left out: the service's own default for dates (`contract 2018-12 §6.4`), none for things.
        case unspecified
        /// Explicitly none (`guide G16`).
        case none
        /// That moment.
        case at(Instant)
    }
    /// What it belongs to.
    package var owner: Owner
    /// Price of one.
    package var price: Euros
    /// How many; nothing for no limit.
    package var available: Int64?
    /// Until when it may be booked.
    package var limit: Limit
    /// Size of a group.
    package var groupSize: Int64
    /// Whether copies that nobody fetched go back on sale (`guide G23`).
    package var resellsUnfetched: Bool
    /// Creates a new stock's data.
    package init(
        owner: Owner, price: Euros, available: Int64?, limit: Limit, groupSize: Int64 = 1,
        resellsUnfetched: Bool = false
    ) {
        self.owner = owner
        self.price = price
        self.available = available
        self.limit = limit
        self.groupSize = groupSize
        self.resellsUnfetched = resellsUnfetched
    }
}

/// What may change of a stock; nothing means unchanged.
package struct StockChanges: Sendable {
    /// New price.
    package var price: Euros?
    /// New quantity; `.some(nil)` lifts the limit.
    package var available: Int64??
    /// New booking limit.
    package var limit: StockDraft.Limit = .unspecified
    /// New group size.
    package var groupSize: Int64?
    /// New choice for copies that nobody fetched; once they are resold, those kept from sale go back on it.
    package var resellsUnfetched: Bool?
    /// Creates an empty change.
    package init() {}
}
