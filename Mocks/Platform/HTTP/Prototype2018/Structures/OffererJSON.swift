// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A structure as its own routes answer it (`contract 2018-12 §5.1`): never what the team's link carries.
///
/// Inside other answers it is written by ``SellerJSON``.
enum OffererJSON {
    /// The structure to people with rights on it: with bank details and venues.
    static func object(_ view: OffererView) -> JSONValue {
        let offerer = view.offerer
        let venues = view.venues.map { managed -> JSONValue in
            .object(SellerJSON.object(managed.venue).adding(["nOffers": .number(JSONNumber(managed.offerCount))]))
        }
        return .object(
            SellerJSON.offerer(offerer).adding([
                "bic": WireJSON.text(offerer.bankDetails?.bic), "iban": WireJSON.text(offerer.bankDetails?.iban),
                "isValidated": .bool(offerer.isValidated), "managedVenues": .array(venues),
                "nOffers": .number(JSONNumber(view.offerCount)),
            ]))
    }

    /// The structure to somebody whose attachment awaits validation.
    static func awaitingValidation(_ offerer: Offerer) -> JSONValue {
        ["modelName": "Offerer", "name": .string(offerer.name), "siren": WireJSON.text(offerer.siren)]
    }
}
