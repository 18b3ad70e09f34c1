// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of a provider of stocks or of an agenda (provider document (22), and that of 2021 for stocks).
public enum ProviderSuite {
    /// The checks of both sections.
    public static let checks: [Check] = FeedSection.allCases.flatMap(checks)

    /// The checks of a section: its first answer, how it is read page by page, what its entries hold, and what is refused.
    static func checks(of section: FeedSection) -> [Check] {
        let entries = section == .stocks ? StockEntryChecks.all + StockChangeChecks.all : AgendaEntryChecks.all
        return FeedPagingChecks.all(section) + entries + FeedRefusalChecks.all(section)
    }
}
