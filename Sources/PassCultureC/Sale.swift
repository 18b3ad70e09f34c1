// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CPassCulture
import CivilTime
import PassCulture

/// What a C program says about a sale, checked.
struct Sale: Sendable {
    /// What the booking is worth, in cents, if it was said.
    var amountCents: Int64?
    /// What is sold, if it was said.
    var kind: OfferKind?
    /// When the show or session begins, if it was said.
    var begins: Instant?

    /// Reads what is said; nothing for `NULL`.
    ///
    /// - Throws: ``Trouble`` when it is no `pc_sale`, or when a number in it means nothing.
    init(_ pointer: UnsafePointer<pc_sale>?) throws(Trouble) {
        guard let pointer else { return }
        let sale = try pc_sale(reading: pointer)
        if sale.kind != 0 {
            guard let kind = OfferKind(c: sale.kind) else { throw .badArgument("kind is none of PC_CINEMA ...") }
            self.kind = kind
        }
        guard sale.amount_cents >= 0 else { throw .badArgument("amount_cents is negative") }
        if sale.amount_cents > 0 { amountCents = sale.amount_cents }
        if sale.begins_at != 0, sale.begins_at != .min {
            guard (0...Instant.latest.microseconds).contains(sale.begins_at) else {
                throw .badArgument("begins_at is no time: microseconds since 1970, UTC")
            }
            begins = Instant(microseconds: sale.begins_at)
        }
    }
}

extension OfferKind {
    /// The kind that a number of the C interface means.
    init?(c number: Int32) {
        guard let kind = OfferKind.allCases.first(where: { $0.number == number }) else { return nil }
        self = kind
    }

    /// The number that means it in the C interface.
    var number: Int32 {
        switch self {
        case .cinema: PC_CINEMA
        case .books: PC_BOOK
        case .show: PC_SHOW
        case .practice: PC_PRACTICE
        case .digital: PC_DIGITAL
        }
    }
}
