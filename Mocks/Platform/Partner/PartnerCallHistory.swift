// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The last calls to partners; the oldest ones give way.
final class PartnerCallHistory: Sendable {
    /// How many are kept.
    private static let most = 1_000

    private struct State {
        var calls: [PartnerCall] = []
        var made = 0
    }

    private let state = Mutex(State())

    /// Records a call.
    func record(_ call: PartnerCall) {
        state.withLock { state in
            state.made += 1
            var call = call
            call.number = state.made
            state.calls.append(call)
            if state.calls.count > Self.most { state.calls.removeFirst() }
        }
    }

    /// The calls that are kept, oldest first, and how many there were in all.
    var all: (calls: [PartnerCall], made: Int) { state.withLock { ($0.calls, $0.made) } }

    /// Forgets all; numbers start again.
    func clear() { state.withLock { $0 = State() } }
}
