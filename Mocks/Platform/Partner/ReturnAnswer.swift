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
        let wasTakenBefore = response.status == 409 && object?["error"]?.stringValue == "already_cancelled"
        guard wasTakenBefore || (200..<300).contains(response.status) else {
            self = .refused
            return
        }
        let left = RemainingQuantity(object?["remainingQuantity"])
        self = left.map { .taken(remaining: $0.number, wasTakenBefore: wasTakenBefore) } ?? .takenUnread
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
