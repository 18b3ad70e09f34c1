// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Partners
import Synchronization

@testable import Conformance

/// A provider with a list of so many stocks, one of them at two prices, which loses some in one way or none.
struct ListedStocks: PartnerDouble {
    /// How it loses entries.
    enum Flaw {
        /// The second price, where a page ends between two.
        case tears
        /// The first behind each full page of a thousand.
        case losesAtJoints
        /// One of each small page behind the seventieth.
        case losesBeyondSeventy
        /// All that was before, where no limit is asked for.
        case needsALimit
    }

    /// Its list.
    let entries: [JSONValue]
    private let flaw: Flaw?

    init(_ entries: some Sequence<JSONValue>) {
        self.entries = Array(entries)
        flaw = nil
    }

    init(count: Int, twice: Int? = nil, apart: Int = 1, thrice: Int? = nil, flaw: Flaw? = nil) {
        var entries = (0..<count).map { number -> JSONValue in
            let digits = "978" + String(1_000_000_000 + number).dropFirst()
            let ean = (0...9).map { digits + String($0) }.first(where: StockEntryChecks.isEAN13)
            return ["ref": .string(ean ?? digits), "available": 1, "price": .number(JSONNumber(cents: 850))]
        }
        if let twice, let ref = entries[twice]["ref"] {
            entries.insert(["ref": ref, "available": 9, "price": .number(JSONNumber(cents: 990))], at: twice + apart)
        }
        if let thrice, let ref = entries[thrice]["ref"] {
            for price in [990, 1_150] {
                entries.insert(
                    ["ref": ref, "available": 9, "price": .number(JSONNumber(cents: Int64(price)))], at: thrice + 1)
            }
        }
        self.entries = entries
        self.flaw = flaw
    }

    func answer(_ request: PartnerRequest) -> PartnerAnswer {
        let call = FeedCall(request.target)
        guard call.siret == "41816609600069" else {
            let isSiret = call.siret.count == 14
            return Self.error(isSiret ? 404 : 400, "siret")
        }
        if let since = call["modifiedSince"], !since.hasPrefix("1990") {
            return since.hasPrefix("20") ? page([]) : Self.error(400, "modifiedSince")
        }
        guard let limit = call["limit"].map(Int.init) ?? 20, limit > 0 else { return Self.error(400, "limit") }
        var start = 0
        if let after = call["after"], flaw != .needsALimit || call["limit"] != nil {
            guard let last = entries.lastIndex(where: { $0["ref"]?.stringValue == after }) else {
                return Self.error(400, "after")
            }
            start = last + 1
        }
        if flaw == .losesAtJoints, limit == 1_000, start > 0, start % 1_000 == 0 || start % 1_000 == 1 { start += 1 }
        var end = min(start + limit, entries.count)
        while flaw != .tears, end > start, end < entries.count, entries[end]["ref"] == entries[end - 1]["ref"] {
            end -= 1
        }
        var page = Array(entries[min(start, end)..<end])
        if flaw == .losesBeyondSeventy, start > 70, limit < 50, page.count > 1 { page.remove(at: 0) }
        return self.page(page)
    }

    private func page(_ entries: [JSONValue]) -> PartnerAnswer {
        PartnerAnswer(200, ["stocks": .array(entries)])
    }

    private static func error(_ status: Int, _ key: String) -> PartnerAnswer {
        PartnerAnswer(status, ["errors": .object([key: ["non"]])])
    }
}

/// A provider of which one entry is sold out once the list has been read.
final class SoldOut: PartnerDouble {
    private let before: ListedStocks
    private let after: ListedStocks
    private let asked = Atomic(0)

    init(_ before: ListedStocks, without entry: JSONValue) {
        self.before = before
        after = ListedStocks(before.entries.filter { $0 != entry })
    }

    func answer(_ request: PartnerRequest) -> PartnerAnswer {
        // The first look, the list, its end, and two small pages, the second of which ends with what is sold.
        asked.wrappingAdd(1, ordering: .relaxed).oldValue < 5 ? before.answer(request) : after.answer(request)
    }
}

/// A provider that always begins with the same: entries to the letter, and whatever stands beside them.
struct SaidStocks: PartnerDouble {
    private let entries: [JSONValue]
    private let rest: JSONObject

    init(_ entries: [String], beside rest: JSONObject = [:]) {
        self.entries = entries.compactMap { try? JSONValue(parsing: $0) }
        self.rest = rest
    }

    func answer(_ request: PartnerRequest) -> PartnerAnswer {
        var object = rest
        object["stocks"] = .array(Array(entries.prefix(FeedCall(request.target)["limit"].flatMap { Int($0) } ?? 20)))
        return PartnerAnswer(200, .object(object))
    }
}
