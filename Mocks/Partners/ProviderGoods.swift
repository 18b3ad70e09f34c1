// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What a provider lists: an entry, and when it changed.
struct ProviderGoods: Sendable {
    /// The entry as it stands in a list.
    var entry: JSONValue
    /// When it changed.
    let changed: Instant

    private init(_ entry: JSONObject) {
        self.entry = .object(entry)
        changed = Instant(iso8601: "2018-11-05T08:30:00Z") ?? Instant(microseconds: 0)
    }

    private subscript(key: String) -> JSONValue? {
        get { entry[key] }
        set {
            var object = entry.objectValue ?? [:]
            object[key] = newValue
            entry = .object(object)
        }
    }

    /// Books, a record, and seats of the agenda; spoilt in one way, if told so.
    static func stocks(_ flaw: ProviderFlaw?) -> [ProviderGoods] {
        var stocks = [
            ProviderGoods(["ref": "9782070360024", "available": 4, "price": .number(JSONNumber(cents: 860))]),
            ProviderGoods(["ref": "9782070408504", "available": 12]),
            ProviderGoods(["ref": "3700368435182", "available": 2, "price": .number(JSONNumber(cents: 1699))]),
            ProviderGoods(["ref": "concert-7", "available": 10, "price": .number(JSONNumber(cents: 1000))]),
            ProviderGoods([
                "ref": "concert-7", "available": 40, "price": .number(JSONNumber(cents: 1200)),
                "validUntil": "2038-08-23T18:25:43.511Z",
            ]),
            ProviderGoods(["ref": "9791032304525", "available": 0, "price": .number(JSONNumber(cents: 1990))]),
            ProviderGoods(["ref": "lecture-2", "available": 30, "price": .number(JSONNumber(cents: 0))]),
            ProviderGoods([
                "ref": "9782253004226", "available": 1, "price": .number(JSONNumber(cents: 620)),
                "validUntil": "2038-01-01T00:00:00Z",
            ]),
        ]
        switch flaw {
        case .writesNumbersAsText: stocks[0]["available"] = "4"
        case .countsBelowZero: stocks[0]["available"] = -1
        case .writesRefsAsNumbers: stocks[0]["ref"] = 9_782_070_360_024
        case .namesISBN10: stocks[0]["ref"] = "2070360024"
        case .mistypesEAN: stocks[0]["ref"] = "9782070360025"
        case .sellsUnknownSeats: stocks[6]["ref"] = "lecture-9"
        case .writesPricesAsText: stocks[0]["price"] = "8,60"
        case .computesPrices: stocks[0]["price"] = .number(JSONNumber(text: "8.599999") ?? JSONNumber(0))
        case .pricesInCents:
            for index in stocks.indices {
                guard let cents = stocks[index]["price"]?.numberValue?.scaled(2) else { continue }
                stocks[index]["price"] = .number(JSONNumber(cents))
            }
        case .leavesRecordsUnpriced: stocks[2]["price"] = nil
        case .writesLocalDates: stocks[4]["validUntil"] = "2038-08-23 18:25:43"
        case .listsTwice: stocks.insert(stocks[0], at: 1)
        default: break
        }
        return stocks
    }

    /// Readings and concerts; spoilt in one way, if told so.
    static func events(_ flaw: ProviderFlaw?) -> [ProviderGoods] {
        var events = [
            event("lecture", "Lectures à voix haute", "meeting", days: 3),
            event("concert", "Quatuor à l'étage", "performing_arts", days: 8, code: 605),
            event("atelier", "Atelier de reliure", "art_practice", days: 2),
            event("expo", "Cent ans de couvertures", "exhibition", days: 1),
        ]
        switch flaw {
        case .sharesEventNames: events[1]["uid"] = "lecture"
        case .writesPlainTitles: events[0]["title"] = "Lectures à voix haute"
        case .forgetsDescriptions: events[0]["description"] = nil
        case .writesDaysAlone: events[0]["updatedAt"] = "2018-11-05"
        case .forgetsOccurrenceNames:
            events[3]["timings"] = [["start": "2038-03-10T13:00:00.000Z", "end": "2038-03-10T17:00:00.000Z"]]
        case .endsBeforeStart:
            events[3]["timings"] = [
                ["uid": "expo-1", "start": "2038-03-10T13:00:00.000Z", "end": "2038-03-10T12:00:00.000Z"]
            ]
        case .sharesOccurrenceNames: events[3]["timings"] = events[2]["timings"]
        case .writesAccessibilityInWords: events[0]["accessibility"] = ["fauteuils"]
        case .leavesAccessibilityOut: events[0]["accessibility"] = nil
        case .namesOwnCategories: events[0]["category"] = "lecture"
        case .showsNoImage: events[0]["image"] = nil
        case .namesUnknownCode: events[1]["eddCode"] = 310
        default: break
        }
        return events
    }

    private static func event(
        _ name: String, _ title: String, _ category: String, days: Int, code: Int? = nil
    ) -> ProviderGoods {
        let timings = (1...days).map { day -> JSONValue in
            [
                "uid": .string("\(name)-\(day)"), "start": .string("2038-03-1\(day)T13:00:00.000Z"),
                "end": .string("2038-03-1\(day)T17:00:00.000Z"),
            ]
        }
        var event: JSONObject = [
            "uid": .string(name), "title": ["fr": .string(title)],
            "description": ["fr": .string("\(title), à la librairie.")],
            "image": .string("https://librairie.example/\(name).jpg"), "accessibility": ["mi"],
            "updatedAt": "2018-11-05T08:30:00.000Z", "timings": .array(timings), "category": .string(category),
        ]
        if let code { event["eddCode"] = .number(JSONNumber(code)) }
        return ProviderGoods(event)
    }
}
