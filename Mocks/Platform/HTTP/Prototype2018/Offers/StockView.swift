// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// A stock with its date, if it has one.
struct StockView: Sendable {
    /// The stock.
    let stock: Stock
    /// Its date.
    let occurrence: Occurrence?

    /// Gathers a stock.
    init(_ stock: Stock, in state: PlatformState) {
        self.stock = stock
        occurrence = stock.occurrenceID.flatMap { state.occurrences[$0] }
    }
}
