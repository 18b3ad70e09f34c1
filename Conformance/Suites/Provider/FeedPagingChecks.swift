// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// How a list is asked for, page by page: the same for stocks and for an agenda.
enum FeedPagingChecks {
    /// The checks of one section.
    static func all(_ section: FeedSection) -> [Check] {
        let path = "provider/\(section.rawValue)"
        return [
            Check(
                "\(path)/recognised", ["PC-PR-018"],
                Sentence(
                    "/\(section.rawValue) avec le SIRET seul : 200.", "/\(section.rawValue) with the SIRET alone: 200.")
            ) { probe in
                _ = try await FeedCaller(probe).page(section)
            },
            Check(
                "\(path)/type", ["PC-PR-019"],
                Sentence("La réponse se dit application/json.", "The answer says that it is application/json.")
            ) { probe in
                let caller = try FeedCaller(probe)
                _ = try await caller.list(section)
                let page = try await probe.prepare { try await caller.page(section, limit: FeedList.usualLimit) }
                try expectJSONType(page.exchange)
            },
            Check(
                "\(path)/pages", [section == .stocks ? "PC-PR-012" : "PC-PR-002"],
                Sentence(
                    "Page par page, par « after » : chaque entrée une fois, rien de perdu.",
                    "Page by page, by \"after\": each entry once, nothing lost.")
            ) { probe in
                let list = try await FeedCaller(probe).list(section, atLeast: 3)
                try await FeedWalk(FeedCaller(probe), list).compare()
            },
            Check(
                "\(path)/end", ["PC-PR-026"],
                Sentence(
                    "Après la dernière entrée : 200 et une liste vide.", "After the last entry: 200 and an empty list.")
            ) { probe in
                let caller = try FeedCaller(probe)
                let list = try await caller.wholeList(section, atLeast: 1)
                guard let last = list.last else { throw FeedWalk.unnamed(section) }
                do {
                    let page = try await caller.page(section, after: last, limit: FeedList.usualLimit)
                    try page.exchange.require(
                        page.entries.isEmpty,
                        Sentence(
                            "après la dernière entrée : 200 {\"\(section.rawValue)\":[]}",
                            "after the last entry: 200 {\"\(section.rawValue)\":[]}"))
                } catch Interruption.failed(let evidence) {
                    guard try await caller.isStill(list) else { throw FeedWalk.moving }
                    throw Interruption.failed(evidence)
                }
            },
            Check(
                "\(path)/limit", ["PC-PR-013"],
                Sentence("Jamais plus d'entrées que « limit ».", "Never more entries than \"limit\".")
            ) { probe in
                let caller = try FeedCaller(probe)
                let list = try await caller.list(section, atLeast: 3)
                let limit = list.smallLimit
                let first = try await probe.prepare { try await caller.page(section, limit: limit) }
                try keepsTo(limit, first)
                guard let last = first.last else { throw FeedWalk.unnamed(section) }
                try keepsTo(
                    limit, try await probe.prepare { try await caller.page(section, after: last, limit: limit) })
            },
            Check(
                "\(path)/total", ["PC-PR-015"],
                Sentence(
                    "« total » et « offset », s'ils y sont, comptent juste.",
                    "\"total\" and \"offset\" are right where they are given.")
            ) { probe in
                try await compareTotals(try FeedCaller(probe), section, probe)
            },
        ] + (section == .stocks ? [order] : [])
    }

    private static let order = Check(
        "provider/stocks/order", ["PC-PR-014"],
        Sentence("Deux fois la même demande : le même ordre.", "The same request twice: the same order.")
    ) { probe in
        let caller = try FeedCaller(probe)
        _ = try await caller.list(.stocks, atLeast: 3)
        let first = try await probe.prepare { try await caller.page(.stocks, limit: FeedList.usualLimit) }
        let second = try await probe.prepare { try await caller.page(.stocks, limit: FeedList.usualLimit) }
        guard first.keys.sorted() == second.keys.sorted() else { throw FeedWalk.moving }
        guard let place = zip(first.keys, second.keys).enumerated().first(where: { $0.element.0 != $0.element.1 })
        else { return }
        throw Interruption.failed(
            Evidence(
                expected: Sentence("le même ordre les deux fois", "the same order both times"),
                seen: Sentence(
                    "stocks[\(place.offset)] : \(place.element.0), puis \(place.element.1)",
                    "stocks[\(place.offset)]: \(place.element.0), then \(place.element.1)"),
                curl: second.exchange.curl))
    }

    /// Holds a page to the limit that was asked for, and to the one that it says.
    private static func keepsTo(_ limit: Int, _ page: FeedPage) throws {
        let count = page.entries.count
        try page.exchange.require(
            count <= limit, Sentence("\(limit) entrées au plus", "\(limit) entries at most"))
        guard let said = page.exchange.json?["limit"], !said.isNull else { return }
        try page.exchange.require(
            (said.numberValue?.scaled(0)).map { $0 <= limit && $0 >= count } ?? false,
            Sentence(
                "« limit » : un entier, \(limit) au plus, et pas moins que les \(count) entrées de la page",
                "\"limit\": a whole number, \(limit) at most, and no less than the \(count) entries of the page"))
    }

    private static func compareTotals(_ caller: FeedCaller, _ section: FeedSection, _ probe: Probe) async throws {
        let list = try await caller.wholeList(section, atLeast: 3)
        guard list.isComplete else {
            throw Interruption.inconclusive(
                Sentence("La liste n'a pas été lue jusqu'à une fin.", "The list was not read to an end."))
        }
        let first = try await probe.prepare { try await caller.page(section, limit: list.smallLimit) }
        guard let last = first.last else { throw FeedWalk.unnamed(section) }
        let second = try await probe.prepare { try await caller.page(section, after: last, limit: list.smallLimit) }
        let counts = [
            ("total", first, list.entries.count), ("offset", first, 0), ("total", second, list.entries.count),
            ("offset", second, first.entries.count),
        ]
        let given = counts.filter { $0.1.exchange.json?[$0.0].map { !$0.isNull } ?? false }
        guard !given.isEmpty else {
            throw Interruption.notApplicable(
                Sentence(
                    "Ni « total » ni « offset » : ils sont facultatifs.",
                    "No \"total\" and no \"offset\": they are optional."))
        }
        for (key, page, count) in given {
            guard page.exchange.json?[key]?.numberValue?.scaled(0) != Int64(count) else { continue }
            guard try await caller.isStill(list) else { throw FeedWalk.moving }
            try page.exchange.require(false, Sentence("« \(key) » : \(count)", "\"\(key)\": \(count)"))
        }
    }

    /// The content type of JSON, with a charset or without.
    private static func expectJSONType(_ exchange: Exchange) throws {
        let type = exchange.header("Content-Type") ?? "-"
        guard type.lowercased().split(separator: ";").first?.filter({ $0 != " " }) == "application/json" else {
            throw Interruption.failed(
                Evidence(
                    expected: "Content-Type: application/json", seen: "Content-Type: \(type)", curl: exchange.curl))
        }
    }
}
