// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What became of each EAN that was to be published, in the order in which they were given.
public struct EANReport: Hashable, Sendable {
    /// One of them.
    public struct Entry: Hashable, Sendable {
        /// What was to be published.
        public let stock: EANStock

        /// What became of it.
        public internal(set) var fate: EANFate

        /// How many were booked of it when it was first looked at, if it can be before it was sent: what the platform adds to it at least
        /// (`today §3.6`).
        var leastBooked: Int?
    }

    /// Where all of them are.
    public let location: OfferLocation

    /// Each of them.
    public internal(set) var entries: [Entry]

    /// Why it ended before every EAN was sent, or seen; `nil` when it went through.
    ///
    /// Why some were not sent stays here however the others are followed.
    public internal(set) var stop: PublishingStop?

    init(_ stocks: [EANStock], at location: OfferLocation) {
        self.location = location
        entries = stocks.map { Entry(stock: $0, fate: .notSent) }
    }

    /// What became of an EAN; `nil` when it was not among them.
    public subscript(ean: EAN) -> EANFate? {
        entries.first { $0.stock.ean == ean }?.fate
    }

    /// Whether every EAN is there as it was sent.
    public var isApplied: Bool {
        entries.allSatisfy {
            if case .applied = $0.fate { true } else { false }
        }
    }

    /// Whether some were not sent since sending ended early: nothing was said of them, or what ended it.
    var isCutShort: Bool {
        guard let stop else { return false }
        return entries.contains { entry in
            switch (entry.fate, stop) {
            case (.notSent, _): true
            case (.refused(let refusal), .refused(let last)): refusal == last
            default: false
            }
        }
    }

    mutating func set(_ fate: EANFate, of indices: some Sequence<Int>) {
        for index in indices { entries[index].fate = fate }
    }
}
