// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HTTPClient
import JSON

/// What a partner's answer to barcodes that come back amounts to (`today §4.6`).
enum ReturnAnswer: Sendable, Hashable {
    /// Taken back, now or before; so many are left then, nothing for no limit.
    case taken(remaining: Int64?, wasTakenBefore: Bool)
    /// Taken back, in an answer that cannot be read: how many are left is not known.
    case takenUnread
    /// Not taken back.
    case refused

    /// Reads an answer.
    init(_ answer: PartnerLine.Answer) {
        guard case .success(let response) = answer else {
            self = .refused
            return
        }
        let object = (try? JSONValue(parsing: response.body))?.objectValue
        let remaining = object?["remainingQuantity"]
        let count = remaining?.intValue.map(Int64.init)
        let isRead = remaining == .null || count.map { $0 >= 0 } ?? false
        switch response.status {
        case 200..<300: self = isRead ? .taken(remaining: count, wasTakenBefore: false) : .takenUnread
        case 409 where object?["error"]?.stringValue == "already_cancelled":
            self = isRead ? .taken(remaining: count, wasTakenBefore: true) : .takenUnread
        default: self = .refused
        }
    }

    /// What the journal calls it.
    var word: String {
        switch self {
        case .taken(_, let wasTakenBefore): wasTakenBefore ? "already_cancelled" : "cancelled"
        case .takenUnread: "cancelled, unreadable"
        case .refused: "refused"
        }
    }
}
