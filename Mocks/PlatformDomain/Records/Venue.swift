// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// A place (*lieu*) where a structure's offers happen; every structure also has one virtual venue, for digital offers.
package struct Venue: Sendable, Hashable {
    /// Which.
    package let id: Identifier<Venue>
    /// Whose.
    package let offererID: Identifier<Offerer>
    /// Name; `Offre en ligne` for the virtual one.
    package var name: String
    /// Whether it is the structure's virtual venue.
    package let isVirtual: Bool
    /// SIRET, fourteen characters; a physical venue has either it or a comment (`guide G13`).
    package var siret: String?
    /// Why there is no SIRET.
    package var comment: String?
    /// Who receives the bookings (`guide G12`).
    package var bookingEmail: String?
    /// Street address.
    package var address: String?
    /// Postal code.
    package var postalCode: String?
    /// City.
    package var city: String?
    /// Department, from the postal code.
    package var departementCode: String?
    /// Latitude in hundred-thousandths of a degree.
    package var latitude: Int64?
    /// Longitude in hundred-thousandths of a degree.
    package var longitude: Int64?
    /// What the team's validation link carries; nothing once validated.
    package var validationToken: String?
    /// Bank details of this venue alone, if entered; they win over the structure's (`guide G32`).
    package var bankDetails: BankDetails?
    /// The RIB of these bank details (`guide G30`), if filed.
    package var rib: RIB?
    /// When it was made.
    package let dateCreated: Instant

    /// Whether the team has validated the venue.
    package var isValidated: Bool { validationToken == nil }
}
