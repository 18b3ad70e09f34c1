// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A new provider.
package struct ProviderDraft: Sendable {
    /// What it is called.
    package var name: String
    /// The SHA-256 of its key, in hexadecimal digits.
    package var keyDigest: String
    /// What calls to it are signed with.
    package var hmacKey: Secret
    /// Where it is called.
    package var urls = PartnerURLs()
    /// Its logo.
    package var logoURL: String?
    /// Whether it may call.
    package var isActive = true

    /// Creates a new provider's data.
    package init(name: String, keyDigest: String, hmacKey: Secret) {
        self.name = name
        self.keyDigest = keyDigest
        self.hmacKey = hmacKey
    }
}

/// What may change of a provider or of a link; nothing means unchanged.
package struct PartnerChanges: Sendable {
    /// Whether it may call, or the link holds.
    package var isActive: Bool?
    /// New address for notifications; `.some(nil)` erases it.
    package var notification: String??
    /// New address for tickets.
    package var booking: String??
    /// New address for taking tickets back.
    package var cancel: String??
    /// Creates an empty change.
    package init() {}

    /// The addresses after the change.
    func applied(to urls: PartnerURLs) -> PartnerURLs {
        PartnerURLs(
            notification: notification ?? urls.notification, booking: booking ?? urls.booking,
            cancel: cancel ?? urls.cancel)
    }
}

/// A new beneficiary of today's edition.
package struct BeneficiaryDraft: Sendable {
    /// Log-in.
    package var email: String
    /// Hash of the password, for the prototype's routes.
    package var passwordHash: String
    /// First name.
    package var firstName: String?
    /// Last name.
    package var lastName: String?
    /// Telephone.
    package var phoneNumber: String?
    /// Postal code.
    package var postalCode: String?
    /// Date of birth.
    package var dateOfBirth: Instant?
    /// What the beneficiary may spend.
    package var credit = PublicV1Rules.credit

    /// Creates a new beneficiary's data.
    package init(email: String, passwordHash: String) {
        self.email = email
        self.passwordHash = passwordHash
    }
}

/// A new offer of today's edition.
package struct PublishedOfferDraft: Sendable {
    /// Where.
    package var venueID: Identifier<Venue>
    /// By whom; nothing for the team.
    package var providerID: Identifier<Provider>?
    /// Its category.
    package var category: OfferCategory
    /// What describes it: name, description, duration, address on line, and in `extraData` the category's own fields as JSON.
    package var details: ProductDetails
    /// Who receives its bookings.
    package var bookingEmail: String?
    /// The provider's own name of it.
    package var idAtProvider: String?
    /// For whom it is accessible.
    package var accessibility = Accessibility()
    /// Whether its tickets come from the provider.
    package var hasTicket = false
    /// Whom to ask about a booking.
    package var bookingContact: String?
    /// Whether one booking may be for two; as the category has it if unset.
    package var enableDoubleBookings: Bool?
    /// The article's number.
    package var ean: String?
    /// Where else tickets are sold.
    package var externalTicketOfficeURL: String?
    /// How it is collected.
    package var itemCollectionDetails: String?
    /// A trailer.
    package var videoURL: String?
    /// The number of its address, if it is not at its venue.
    package var addressID: Int64?
    /// What that address is called.
    package var addressLabel: String?
    /// From when it is shown; nothing for not at all.
    package var publication: Instant?
    /// From when it may be booked.
    package var bookingAllowed: Instant?

    /// Creates a new offer's data, not published yet.
    package init(venueID: Identifier<Venue>, category: OfferCategory, details: ProductDetails) {
        self.venueID = venueID
        self.category = category
        self.details = details
    }
}

/// A new price category.
package struct PriceCategoryDraft: Sendable, Hashable {
    /// What it is called.
    package var label: String
    /// What one costs.
    package var price: Euros
    /// The provider's own name of it.
    package var idAtProvider: String?

    /// Creates a new price category's data.
    package init(label: String, price: Euros, idAtProvider: String? = nil) {
        self.label = label
        self.price = price
        self.idAtProvider = idAtProvider
    }
}

/// A new date of an event, for one price category.
package struct DateDraft: Sendable, Hashable {
    /// When it begins.
    package var begin: Instant
    /// Until when it may be booked.
    package var bookingLimit: Instant
    /// At which price.
    package var priceCategoryID: Identifier<PriceCategory>
    /// How many there are; nothing for no limit.
    package var quantity: Int64?
    /// The provider's own name of it.
    package var idAtProvider: String?

    /// Creates a new date's data.
    package init(
        begin: Instant, bookingLimit: Instant, priceCategoryID: Identifier<PriceCategory>, quantity: Int64?,
        idAtProvider: String? = nil
    ) {
        self.begin = begin
        self.bookingLimit = bookingLimit
        self.priceCategoryID = priceCategoryID
        self.quantity = quantity
        self.idAtProvider = idAtProvider
    }
}

/// The stock of a product.
package struct ProductStockDraft: Sendable, Hashable {
    /// What one costs.
    package var price: Euros
    /// How many there are; nothing for no limit.
    package var quantity: Int64?
    /// Until when it may be booked.
    package var bookingLimit: Instant?
    /// Whether each booking is handed an activation code.
    package var hasActivationCodes = false

    /// Creates a new stock's data.
    package init(price: Euros, quantity: Int64?, bookingLimit: Instant? = nil) {
        self.price = price
        self.quantity = quantity
        self.bookingLimit = bookingLimit
    }
}
