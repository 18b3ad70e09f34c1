// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// One page of a provider's list.
struct FeedPage: Sendable {
    /// The section to which it belongs.
    let section: FeedSection
    /// The answer.
    let exchange: Exchange
    /// What it lists, in order.
    let entries: [JSONValue]
    /// By what each entry is known: its name, and for a stock its price and until when, with which a name may stand twice.
    let keys: [String]

    /// Reads an answer; nil when it is no 200 with a list under the section's name.
    init?(_ exchange: Exchange, of section: FeedSection) {
        guard exchange.status == 200, let entries = exchange.json?[section.rawValue]?.arrayValue else { return nil }
        self.section = section
        self.exchange = exchange
        self.entries = entries
        keys = entries.map { FeedPage.key(of: $0, in: section) }
    }

    /// What the next page comes after; nil when the last entry has no name.
    var last: String? { entries.last?[section.name]?.stringValue }

    /// By what an entry is known.
    static func key(of entry: JSONValue, in section: FeedSection) -> String {
        let name = entry[section.name].map { $0.stringValue ?? $0.text } ?? "-"
        guard section == .stocks else { return name }
        let price = entry["price"].flatMap { $0.isNull ? nil : $0 }.map { price in
            price.numberValue?.scaled(2).map { JSONNumber(cents: $0).text } ?? price.text
        }
        let end = entry["validUntil"].flatMap { $0.isNull ? nil : $0 }.map { $0.stringValue ?? $0.text }
        let parts = [price.map { "price \($0)" }, end.map { "validUntil \($0)" }].compactMap { $0 }
        return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
    }
}
