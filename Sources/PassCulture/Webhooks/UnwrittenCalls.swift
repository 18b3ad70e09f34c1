// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The calls that are over and of which the store did not take it in: written again when the next call comes.
final class UnwrittenCalls: Sendable {
    /// How a call ended.
    enum End: Sendable {
        /// Something was done, and this was answered.
        case answered(WebhookResponse)
        /// Nothing was done.
        case released
    }

    private let ends = Mutex<[WebhookDigest: End]>([:])

    /// Keeps one for later.
    func add(_ digest: WebhookDigest, _ end: End) { ends.withLock { $0[digest] = end } }

    /// Hands over all of them; who takes them adds those that fail again.
    func take() -> [WebhookDigest: End] {
        ends.withLock { ends in
            defer { ends = [:] }
            return ends
        }
    }
}
