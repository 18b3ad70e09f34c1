// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// A table of `GET /exports/models/{model}`: the columns that the wire shows of each record, and none of its secrets.
enum ExportedModel: String, Sendable, Hashable, CaseIterable {
    case user = "User"
    case offerer = "Offerer"
    case userOfferer = "UserOfferer"
    case venue = "Venue"
    case offer = "Offer"
    case occurrence = "EventOccurrence"
    case stock = "Stock"
    case mediation = "Mediation"
    case recommendation = "Recommendation"

    /// The rows, oldest first; countermarks and bank details are in none.
    func rows(in state: PlatformState) -> [JSONObject] {
        switch self {
        case .user: state.users.records.map { UserJSON.object($0) }
        case .offerer: state.offerers.records.map { OffererJSON.columns($0) }
        case .userOfferer: state.userOfferers.records.compactMap { UserOffererJSON.object($0).objectValue }
        case .venue: state.venues.records.map { SellerJSON.object($0) }
        case .offer:
            state.offers.records.compactMap { offer in
                state.products[offer.productID].map { OfferJSON.object(offer, of: $0) }
            }
        case .occurrence: state.occurrences.records.map { OccurrenceJSON.object($0) }
        case .stock: state.stocks.records.map { StockJSON.object($0) }
        case .mediation: state.mediations.records.map { MediationJSON.object($0) }
        case .recommendation: state.recommendations.records.map { RecommendationJSON.object($0) }
        }
    }
}
