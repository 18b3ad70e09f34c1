// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The suite of a provider of stocks or of an agenda (provider document (22), and that of 2021 for stocks).
public enum ProviderSuite {
    /// All checks: each section's first answer, how it is read page by page, what its entries hold, and what is refused.
    public static let checks: [Check] =
        FeedPagingChecks.all(.stocks) + StockEntryChecks.all + StockChangeChecks.all + FeedRefusalChecks.all(.stocks)
        + FeedPagingChecks.all(.events) + AgendaEntryChecks.all + FeedRefusalChecks.all(.events)
}
