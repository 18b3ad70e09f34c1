// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A date with its stocks, gathered under the lock to be written off it.
struct DateView: Sendable {
    /// The date.
    let occurrence: Occurrence
    /// Its stocks that were not taken out.
    let stocks: [Stock]

    /// Gathers a date.
    init(_ occurrence: Occurrence, in state: PlatformState) {
        self.occurrence = occurrence
        stocks = state.stocks(of: occurrence.id).filter { !$0.isDeleted }
    }
}
