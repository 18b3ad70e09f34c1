// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How stocks are written (`contract 2018-12 §6.4`).
enum StockJSON {
    /// The columns of a stock.
    static func object(_ stock: Stock) -> JSONObject {
        [
            "available": WireJSON.integer(stock.available), "bookingLimitDatetime": WireJSON.date(stock.bookingLimit),
            "bookingRecapSent": WireJSON.date(stock.recapSent), "dateModified": WireJSON.date(stock.dateModified),
            "dateModifiedAtLastProvider": WireJSON.date(stock.dateModified),
            "eventOccurrenceId": WireJSON.id(stock.occurrenceID),
            "groupSize": WireJSON.integer(stock.groupSize), "id": WireJSON.id(stock.id), "idAtProviders": nil,
            "isSoftDeleted": .bool(stock.isDeleted), "lastProviderId": nil, "modelName": "Stock",
            "offerId": WireJSON.id(stock.offerID), "price": WireJSON.euros(stock.price),
        ]
    }

    /// A stock with its date, if it has one.
    static func object(_ view: StockView) -> JSONObject {
        guard let occurrence = view.occurrence else { return object(view.stock) }
        return object(view.stock).adding(["eventOccurrence": .object(OccurrenceJSON.object(occurrence))])
    }
}
