// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Partners
import Synchronization

@testable import Conformance

/// A provider of as many books as it is told, whose list is made anew for each request.
final class NumberedShelf: PartnerDouble {
    private let most: Int
    private let count: @Sendable (Int) -> Int
    private let asked = Mutex(0)

    /// A shelf with so many books at the n-th request, and so many on a page at most.
    init(most: Int = 1_000, _ count: @escaping @Sendable (Int) -> Int) {
        self.most = most
        self.count = count
    }

    func answer(_ request: PartnerRequest) -> PartnerAnswer {
        let number = asked.withLock { asked in
            asked += 1
            return asked
        }
        let call = FeedCall(request.target)
        let start = call["after"].flatMap { Int($0.dropFirst(3).dropLast()) }.map { $0 + 1 } ?? 0
        let end = min(count(number), start + min(most, call["limit"].flatMap { Int($0) } ?? 20))
        let books = (min(start, end)..<end).map { number -> JSONValue in
            let digits = "978" + String(1_000_000_000 + number).dropFirst()
            let ending = (0...9).map { digits + String($0) }.first(where: StockEntryChecks.isEAN13)
            return ["ref": .string(ending ?? digits), "available": 1]
        }
        return PartnerAnswer(200, ["total": .number(JSONNumber(count(number))), "stocks": .array(books)])
    }
}
