// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// How bookings of today's edition are reimbursed (today §5), by the certifier's own sums.
///
/// The rate is that of the bracket that a venue's revenue reaches with a booking, and counts for the whole booking; that much of it is
/// inferred.
enum PublicBrackets: Sendable {
    /// Everything but books: in full up to 20,000 euros, 95 % up to 40,000, 92 % up to 150,000, 90 % beyond.
    case general
    /// Books: in full up to 20,000 euros, 95 % beyond.
    case books
    /// Digital categories that are not reimbursed.
    case nothing

    /// What a booking brings in cents when the venue's revenue was so much before it.
    func share(of cents: Int64, revenueBefore: Int64) -> Int64 {
        (cents * percent(at: revenueBefore + cents) + 50) / 100
    }

    private func percent(at revenue: Int64) -> Int64 {
        switch self {
        case .nothing: 0
        case .books: revenue <= 2_000_000 ? 100 : 95
        case .general:
            revenue <= 2_000_000 ? 100 : revenue <= 4_000_000 ? 95 : revenue <= 15_000_000 ? 92 : 90
        }
    }
}
