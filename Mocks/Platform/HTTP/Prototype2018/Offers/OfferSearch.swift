// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PlatformDomain

/// What a young person searches for (`contract 2018-12 §6.7`).
///
/// Only deactivated offers and offers without any stock are never found: a search needs no teaser, no date to come and
/// no seat.
struct OfferSearch: Sendable {
    private let words: Words
    private let families: Set<String>
    private let days: [Range<Instant>]
    private let circle: Circle?

    /// Reads the search from the query.
    ///
    /// - Throws: 400 for a date, a span of days, a coordinate or a distance that is none; the service failed.
    init(_ call: Call) throws(WireError) {
        words = Words(call.query("keywords") ?? "")
        families = Set((call.query("categories") ?? "").split(separator: ",").map { String($0).trimmed })
        days = try Self.days(call)
        circle = try Circle(call)
    }

    /// Whether an offer is found.
    func finds(_ offer: Offer, in state: PlatformState) -> Bool {
        guard state.isSearchable(offer.id), let product = state.products[offer.productID] else { return false }
        if !families.isEmpty, !families.contains(OfferType.named(product.type)?.family.rawValue ?? "") { return false }
        if !days.isEmpty, product.kind == .event {
            let begins = state.occurrences(of: offer.id).lazy.filter { !$0.isDeleted }.map(\.begin)
            guard begins.contains(where: { begin in days.contains { $0.contains(begin) } }) else { return false }
        }
        if let circle, let venue = state.venues[offer.venueID], !circle.contains(venue) { return false }
        return words.isEmpty || words.match(offer, in: state)
    }

    /// `days=0-1,1-5`: spans of days after `date`, the end not included.
    private static func days(_ call: Call) throws(WireError) -> [Range<Instant>] {
        guard let text = call.query("days"), !text.isEmpty else { return [] }
        var start = call.service.now()
        if let date = call.query("date"), !date.isEmpty {
            guard let given = Instant(iso8601: date) else { throw .field("date", Sentences.dateForm) }
            start = given
        }
        var ranges: [Range<Instant>] = []
        for span in text.split(separator: ",") {
            let ends = span.split(separator: "-").compactMap { Int32($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { throw .field("days", Sentences.numberForm) }
            let longest = Int64(1_000_000)
            ranges.append(
                start.advanced(
                    by: .days(min(Int64(ends[0]), longest)))..<start.advanced(
                        by: .days(min(Int64(ends[1]), longest))))
        }
        return ranges
    }
}
