// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// What changed since a date (provider document (22), "modifiedSince").
enum StockChangeChecks {
    static let all: [Check] = [
        Check(
            "provider/stocks/modified-since/past", ["PC-PR-016"],
            Sentence("Modifiées depuis 1990 : toutes.", "Changed since 1990: all of them.")
        ) { probe in
            let caller = try FeedCaller(probe)
            _ = try await caller.list(.stocks, atLeast: 1)
            let whole = try await probe.prepare { try await caller.page(.stocks, limit: FeedList.usualLimit) }
            let page = try await caller.page(.stocks, limit: FeedList.usualLimit, since: "1990-01-01T00:00:00.000Z")
            guard page.keys.sorted() != whole.keys.sorted() else { return }
            let again = try await probe.prepare { try await caller.page(.stocks, limit: FeedList.usualLimit) }
            guard again.keys.sorted() == whole.keys.sorted() else { throw FeedWalk.moving }
            try page.exchange.require(
                false,
                Sentence(
                    "les \(whole.keys.count) entrées qui viennent sans modifiedSince",
                    "the \(whole.keys.count) entries that come without modifiedSince"))
        },
        Check(
            "provider/stocks/modified-since/future", ["PC-PR-016"],
            Sentence("Modifiées depuis une date à venir : aucune.", "Changed since a date to come: none.")
        ) { probe in
            let caller = try FeedCaller(probe)
            _ = try await caller.list(.stocks, atLeast: 1)
            let since = FeedDate.text(SystemClock.now() + .days(3_650))
            let page = try await caller.page(.stocks, limit: FeedList.usualLimit, since: since)
            try page.exchange.require(
                page.entries.isEmpty,
                Sentence(
                    "200 {\"stocks\":[]} : rien n'a changé depuis",
                    "200 {\"stocks\":[]}: nothing has changed since then"))
        },
    ]
}
