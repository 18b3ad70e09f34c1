// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The money of a journey: what the young people had and have, and what the partner received.
public struct MoneySummary: Sendable {
    /// What is left of one young person's credit.
    public struct Wallet: Sendable, Hashable {
        /// Whose it is.
        public let name: String
        /// What they started with, in cents.
        public let startCents: Int64
        /// What is left, in cents.
        public let cents: Int64
    }

    /// The young people's credits.
    public internal(set) var wallets: [Wallet] = []
    /// The transfers to the partner's accounts.
    public internal(set) var transfers: [Transfer] = []

    /// What the partner received in all, in cents.
    public var paidCents: Int64 { transfers.reduce(0) { $0 + $1.cents } }
}
