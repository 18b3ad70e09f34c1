// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// Where it is written down which calls were dealt with, so that one that comes twice has one effect.
///
/// ``SQLiteWebhookStore`` is one in a file; a partner with a database of its own writes another. Every change must be on the disk when
/// the call returns, and each call must be one transaction: two programs may ask about one digest at the same time. It is called on a
/// thread that may wait.
public protocol WebhookStore: Sendable {
    /// Takes a call into one's hands, unless it was dealt with or is in somebody's hands.
    func begin(_ digest: WebhookDigest, at now: Instant) throws(WebhookStoreError) -> WebhookClaim

    /// Writes down what was answered to a call that is in one's hands and had an effect.
    func finish(_ digest: WebhookDigest, with response: WebhookResponse) throws(WebhookStoreError)

    /// Forgets a call that is in one's hands and had no effect: when it comes again, it is the first time.
    func release(_ digest: WebhookDigest) throws(WebhookStoreError)

    /// Forgets what was begun before an instant and is in nobody's hands.
    ///
    /// - Returns: How many calls.
    func forget(begunBefore instant: Instant) throws(WebhookStoreError) -> Int
}

/// In whose hands a call is.
public enum WebhookClaim: Hashable, Sendable {
    /// In one's own: it comes for the first time.
    case first
    /// In one's own: it was in the hands of a program that ended, and nobody knows how much of it was done.
    case interrupted
    /// In those of somebody who still lives.
    case inProgress
    /// It was dealt with, and this was answered.
    case answered(WebhookResponse)
}
