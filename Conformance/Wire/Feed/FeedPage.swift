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

    /// Reads an answer; nil when it is no 200 with a list under the section's name.
    init?(_ exchange: Exchange, of section: FeedSection) {
        guard exchange.status == 200, let entries = exchange.json?[section.rawValue]?.arrayValue else { return nil }
        self.section = section
        self.exchange = exchange
        self.entries = entries
    }

    /// By what each entry is known: its name, and for a stock its price, at which a name may stand twice.
    var keys: [String] { entries.map { FeedPage.key(of: $0, in: section) } }

    /// What the next page comes after; nil when the last entry has no name.
    var last: String? { entries.last?[section.name]?.stringValue }

    /// By what an entry is known.
    static func key(of entry: JSONValue, in section: FeedSection) -> String {
        let name = entry[section.name].map { $0.stringValue ?? $0.text } ?? "-"
        guard section == .stocks, let price = entry["price"], !price.isNull else { return name }
        return "\(name) \(price.text) €"
    }
}
