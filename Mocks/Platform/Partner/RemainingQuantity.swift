// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// How many tickets a partner says it has left (`today §4.5`, `§4.6`).
enum RemainingQuantity: Sendable, Hashable {
    /// So many.
    case count(Int64)
    /// As many as anybody wants.
    case unlimited

    /// The most that is counted; more counts as this, so that what is added to it stays far below what can be counted.
    static let most = 1_000_000_000

    /// Reads it; nothing for what is no such number, or is not there.
    init?(_ value: JSONValue?) {
        guard let value else { return nil }
        if value == .null {
            self = .unlimited
        } else if let number = value.numberValue?.scaled(0), number >= 0 {
            self = .count(min(number, Int64(Self.most)))
        } else {
            return nil
        }
    }

    /// The number; nothing for no limit.
    var number: Int64? {
        switch self {
        case .count(let number): number
        case .unlimited: nil
        }
    }
}
