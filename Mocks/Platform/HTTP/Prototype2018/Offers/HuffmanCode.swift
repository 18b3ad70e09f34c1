// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A code in which frequent symbols have short spellings, given by the length of each (RFC 1951 §3.2.2).
struct HuffmanCode: Sendable {
    /// How many symbols have a spelling of each length.
    let counts: [Int]
    /// The symbols in the order of their spellings.
    let symbols: [Int]

    /// Creates a code; nothing if there would be more spellings of a length than fit.
    init?(_ lengths: [Int]) {
        self.init(unchecked: lengths)
        var left = 1
        for length in 1...15 {
            left = left << 1 - counts[length]
            if left < 0 { return nil }
        }
    }

    /// Creates a code known to be right.
    init(unchecked lengths: [Int]) {
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths { counts[length] += 1 }
        counts[0] = 0
        self.counts = counts
        symbols = (1...15).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
    }
}
