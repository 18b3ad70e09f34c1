// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What to do next in an exchange.
enum ExchangeAction<Outcome: Sendable>: Sendable {
    /// Record the entry, and do not go on before that is done.
    case persist(JournalEntry)
    /// Send the request; again only if it surely never left, or changes nothing.
    case send(TransportRequest)
    /// Give the caller this.
    case done(Result<Outcome, PassCultureError>)
}
