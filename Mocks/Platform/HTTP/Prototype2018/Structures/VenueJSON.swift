// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A venue as its own routes answer it (`contract 2018-12 §5.3`): never what the team's link carries.
///
/// Inside other answers it is written by ``SellerJSON``.
enum VenueJSON {
    /// The venue to people with rights on it: with bank details and its structure.
    static func object(_ view: VenueView) -> JSONValue {
        let venue = view.venue
        return .object(
            SellerJSON.object(venue).adding([
                "bic": WireJSON.text(venue.bankDetails?.bic), "iban": WireJSON.text(venue.bankDetails?.iban),
                "isValidated": .bool(venue.isValidated),
                "managingOfferer": .object(OffererJSON.columns(view.offerer)), "venueProviders": [],
            ]))
    }
}
