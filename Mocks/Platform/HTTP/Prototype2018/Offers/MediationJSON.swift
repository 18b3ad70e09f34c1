// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How teasers are written (`contract 2018-12 §6.6`).
enum MediationJSON {
    /// The columns of a teaser.
    static func object(_ mediation: Mediation) -> JSONObject {
        [
            "authorId": mediation.authorID.number == 0 ? .null : WireJSON.id(mediation.authorID), "backText": nil,
            "credit": WireJSON.text(mediation.credit),
            "dateCreated": WireJSON.date(mediation.dateCreated),
            "dateModifiedAtLastProvider": WireJSON.date(mediation.dateCreated),
            "firstThumbDominantColor": colour(mediation.dominantColor), "frontText": nil,
            "id": WireJSON.id(mediation.id),
            "idAtProviders": nil, "isActive": .bool(mediation.isActive), "lastProviderId": nil,
            "modelName": "Mediation", "offerId": WireJSON.id(mediation.offerID),
            "thumbCount": WireJSON.integer(mediation.thumbCount),
            "tutoIndex": nil,
        ]
    }

    private static func colour(_ rgb: UInt32?) -> JSONValue {
        guard let rgb else { return .null }
        return .array([16, 8, 0].map { .number(JSONNumber((rgb >> UInt32($0)) & 0xFF)) })
    }
}
