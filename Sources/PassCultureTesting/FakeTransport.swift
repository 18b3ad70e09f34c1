// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import PassCulture
import Synchronization

/// A transport without a network: gives the answers and failures of a script, in order, and remembers what it was asked.
///
/// ```swift
/// let transport = FakeTransport([.answer(SampleAnswer.alreadyValidated.response)])
/// let desk = try PassCulture(.integration, transport: transport).plainDesk(email: "caisse@example.fr", password: "secret")
/// let outcome = try desk.validateBlocking(try Countermark("ABCD23"))
/// // outcome.cashier.french == "Contremarque déjà validée : ne remettez rien."
/// // transport.requests.count == 1
/// ```
///
/// When the script is over, requests fail as never sent. Safe to use from several threads.
public final class FakeTransport: Transport {
    private struct State {
        var script: ArraySlice<Step>
        var requests: [TransportRequest] = []
    }

    private let state: Mutex<State>

    /// Creates a transport with a script.
    public init(_ script: [Step] = []) {
        state = Mutex(State(script: script[...]))
    }

    /// What was asked so far, in order.
    public var requests: [TransportRequest] { state.withLock { $0.requests } }

    /// How many steps of the script are left.
    public var stepsLeft: Int { state.withLock { $0.script.count } }

    /// Adds a step to the end of the script.
    public func append(_ step: Step) {
        state.withLock { $0.script.append(step) }
    }

    /// Gives the next step of the script.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let step = next(request)
        guard case .holdUntilCancelled(let failure) = step else { return try step.outcome(of: request) }
        // A stream that never gives anything ends only when the task is cancelled.
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        for await _ in stream {}
        continuation.finish()
        throw failure
    }

    /// Gives the next step of the script.
    public func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
        try next(request).outcome(of: request)
    }

    private func next(_ request: TransportRequest) -> Step {
        state.withLock { state in
            state.requests.append(request)
            return state.script.popFirst() ?? .fail(TransportFailure(.neverSent, detail: "the script is over"))
        }
    }
}
