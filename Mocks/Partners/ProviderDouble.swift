// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Synchronization

/// Whoever serves stocks and an agenda (provider document (22)): a bookshop that also has readings and concerts.
package final class ProviderDouble: PartnerDouble {
    /// The place that it knows.
    package static let siret = "41816609600069"

    private let flaw: ProviderFlaw?
    private let asked = Atomic(0)

    /// A provider; broken in one way, if told so.
    package init(flaw: ProviderFlaw? = nil) {
        self.flaw = flaw
    }

    /// The answer to a request.
    package func answer(_ request: PartnerRequest) -> PartnerAnswer {
        let call = FeedCall(request.target)
        switch call.section {
        case "stocks": return answer(call, ProviderGoods.stocks(flaw), named: "ref")
        case "events": return answer(call, ProviderGoods.events(flaw), named: "uid")
        default: return PartnerAnswer(404)
        }
    }

    private func answer(_ call: FeedCall, _ goods: [ProviderGoods], named name: String) -> PartnerAnswer {
        if let refusal = refusal(of: call) { return refusal }
        var goods = goods
        if flaw == .changesOrder, asked.wrappingAdd(1, ordering: .relaxed).oldValue % 2 == 1 { goods.reverse() }
        if flaw != .ignoresModifiedSince, let since = call["modifiedSince"].flatMap(Instant.init(iso8601:)) {
            goods = flaw == .dropsAllThatChanged ? [] : goods.filter { $0.changed >= since }
        }
        var start = 0
        if flaw != .ignoresAfter, let after = call["after"], flaw != .needsALimit || call["limit"] != nil {
            guard let last = goods.lastIndex(where: { $0.entry[name]?.stringValue == after }) else {
                return flaw == .guessesAfter
                    ? page([], of: goods, at: 0, call) : error(400, "after", "Entrée non trouvée")
            }
            start = flaw == .repeatsLast ? last : last + 1
        }
        if flaw == .endsWith404, call["after"] != nil, start == goods.count {
            return error(404, "after", "Fin de liste")
        }
        let isUnlimited = flaw == .ignoresLimit || flaw == .forgetsLimit && call["after"] != nil
        let limit = isUnlimited ? goods.count : min(call["limit"].flatMap { Int($0) } ?? 20, 1_000)
        var end = min(start + limit, goods.count)
        // What has one name stays on one page.
        if flaw != .losesSecondPrice {
            while end > start, end < goods.count, goods[end].entry[name] == goods[end - 1].entry[name] { end -= 1 }
        }
        return page(Array(goods[start..<end]), of: goods, at: start, call)
    }

    private func page(
        _ page: [ProviderGoods], of goods: [ProviderGoods], at start: Int, _ call: FeedCall
    ) -> PartnerAnswer {
        let total = flaw == .countsThePage ? page.count : goods.count
        let limit =
            switch flaw {
            case .overstatesLimit: 5_000
            case .understatesLimit: 1
            default: min(call["limit"].flatMap { Int($0) } ?? 20, 1_000)
            }
        let list = JSONValue.array(page.map(\.entry))
        return PartnerAnswer(
            200,
            .object([
                "total": .number(JSONNumber(total)), "limit": .number(JSONNumber(limit)),
                "offset": .number(JSONNumber(start)), call.section: list,
            ]), type: flaw == .saysText ? "text/plain" : "application/json")
    }

    private func refusal(of call: FeedCall) -> PartnerAnswer? {
        guard call.siret.utf8.count == 14, call.siret.allSatisfy(\.isNumber) else {
            return flaw == .faultsOnSiret ? .fault : error(400, "siret", "Siret invalide")
        }
        guard call.siret == Self.siret else {
            return flaw == .knowsEverybody ? page([], of: [], at: 0, call) : error(404, "siret", "Siret inexistant")
        }
        if flaw == .asksForMore, call.parameters.isEmpty { return error(400, "limit", "Limite absente") }
        if let limit = call["limit"], Int(limit).map({ $0 > 0 }) != true {
            return flaw == .faultsOnParameters ? .fault : error(400, "limit", "Limite invalide")
        }
        if let since = call["modifiedSince"], Instant(iso8601: since) == nil {
            return flaw == .takesAnyDate ? page([], of: [], at: 0, call) : error(400, "modifiedSince", "Date invalide")
        }
        return nil
    }

    private func error(_ status: Int, _ key: String, _ sentence: String) -> PartnerAnswer {
        let errors: JSONValue = .object([key: [.string(sentence)]])
        return PartnerAnswer(status, flaw == .leavesErrorsBare ? errors : ["errors": errors])
    }
}
