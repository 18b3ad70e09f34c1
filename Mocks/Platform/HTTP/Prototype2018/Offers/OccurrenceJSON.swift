// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import PlatformDomain

/// How dates are written (`contract 2018-12 §6.3`).
enum OccurrenceJSON {
    /// The columns of a date.
    static func object(_ occurrence: Occurrence) -> JSONObject {
        [
            "accessibility": WireJSON.accessibility, "beginningDatetime": WireJSON.date(occurrence.begin),
            "dateModifiedAtLastProvider": WireJSON.date(occurrence.dateCreated),
            "endDatetime": WireJSON.date(occurrence.end),
            "id": WireJSON.id(occurrence.id), "idAtProviders": nil, "isSoftDeleted": .bool(occurrence.isDeleted),
            "lastProviderId": nil, "modelName": "EventOccurrence", "offerId": WireJSON.id(occurrence.offerID),
            "type": nil,
        ]
    }

    /// A date with the stocks that it has left.
    static func object(_ view: DateView) -> JSONObject {
        object(view.occurrence).adding(["stocks": .array(view.stocks.map { .object(StockJSON.object($0)) })])
    }
}
