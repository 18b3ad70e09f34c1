// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a ticketing system's answer holds, read without judging it.
struct IssuedTickets: Sendable {
    /// The barcodes that are texts.
    let barcodes: [String]
    /// The seats left; nil when the answer does not say or they are unlimited.
    let remaining: Int?
    /// Whether the answer says how many are left, unlimited being one way to say so.
    let saysRemaining: Bool

    init(_ answer: TimedExchange) {
        let json = answer.isSuccess ? answer.exchange.json : nil
        barcodes = json?["tickets"]?.arrayValue?.compactMap { $0["barcode"]?.stringValue } ?? []
        remaining = json?["remainingQuantity"]?.intValue
        saysRemaining = remaining != nil || json?["remainingQuantity"]?.isNull == true
    }
}
