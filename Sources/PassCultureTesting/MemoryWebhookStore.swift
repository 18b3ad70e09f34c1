// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
public import PassCulture
import Synchronization

/// A store of calls in memory that can be broken, and that can be found after its program ended: for tests.
///
/// Safe to use from several threads.
public final class MemoryWebhookStore: WebhookStore {
    private struct Call {
        let begunAt: Instant
        var isHeld = true
        var response: WebhookResponse?
    }

    private struct State {
        var calls: [WebhookDigest: Call] = [:]
        var isBroken = false
    }

    private let state: Mutex<State>

    /// Creates an empty store.
    public init() {
        state = Mutex(State())
    }

    private init(_ calls: [WebhookDigest: Call]) {
        var state = State()
        state.calls = calls
        self.state = Mutex(state)
    }

    /// How many calls are remembered, those being dealt with included.
    public var count: Int { state.withLock { $0.calls.count } }

    /// Whether every question fails, as with a disk that is full.
    public var isBroken: Bool {
        get { state.withLock { $0.isBroken } }
        set { state.withLock { $0.isBroken = newValue } }
    }

    /// What is found after the program ended in whatever way: nobody is dealing with anything.
    public func restarted() -> MemoryWebhookStore {
        MemoryWebhookStore(
            state.withLock { state in
                state.calls.mapValues { call in
                    var call = call
                    call.isHeld = false
                    return call
                }
            })
    }

    /// Takes a call into one's hands.
    public func begin(_ digest: WebhookDigest, at now: Instant) throws(WebhookStoreError) -> WebhookClaim {
        try ask { calls in
            guard let call = calls[digest] else {
                calls[digest] = Call(begunAt: now)
                return .first
            }
            if let response = call.response { return .answered(response) }
            guard !call.isHeld else { return .inProgress }
            calls[digest]?.isHeld = true
            return .interrupted
        }
    }

    /// Writes down what was answered.
    public func finish(_ digest: WebhookDigest, with response: WebhookResponse) throws(WebhookStoreError) {
        try ask { calls in
            guard calls[digest]?.response == nil else { return }
            calls[digest]?.response = response
        }
    }

    /// Forgets a call that had no effect.
    public func release(_ digest: WebhookDigest) throws(WebhookStoreError) {
        try ask { calls in
            guard let call = calls[digest], call.response == nil else { return }
            calls[digest] = nil
        }
    }

    /// Forgets what is old.
    public func forget(begunBefore instant: Instant) throws(WebhookStoreError) -> Int {
        try ask { calls in
            let old = calls.filter { $0.value.begunAt < instant && ($0.value.response != nil || !$0.value.isHeld) }
            for digest in old.keys { calls[digest] = nil }
            return old.count
        }
    }

    private func ask<Value: Sendable>(
        _ body: (inout [WebhookDigest: Call]) -> Value
    ) throws(WebhookStoreError) -> Value {
        try state.withLock { state throws(WebhookStoreError) in
            guard !state.isBroken else { throw WebhookStoreError(.unreachable, detail: "it is broken") }
            return body(&state.calls)
        }
    }
}
