// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The circuits of one ``PassCulture``, one for each host: the editions have hosts of their own, and one that is down says nothing about
/// another.
final class Circuits: Sendable {
    private struct State {
        var circuits: [String: Circuit] = [:]
        var editions: Set<Edition> = []
    }

    private let policy: CircuitPolicy
    private let state = Mutex(State())

    init(_ policy: CircuitPolicy) {
        self.policy = policy
    }

    /// The circuit of a host, by its base address: always the same one.
    func of(_ baseURL: String) -> Circuit {
        state.withLock { state in
            if let circuit = state.circuits[baseURL] { return circuit }
            let circuit = Circuit(policy)
            state.circuits[baseURL] = circuit
            return circuit
        }
    }

    /// Takes note that somebody speaks an edition.
    func speaks(_ edition: Edition) { state.withLock { _ = $0.editions.insert(edition) } }

    /// The editions that somebody speaks.
    var editions: [Edition] { state.withLock { state in Edition.allCases.filter(state.editions.contains) } }

    /// The state of the circuit that lets calls through last.
    func state(at now: Duration) -> CircuitState {
        state.withLock { Array($0.circuits.values) }.map { $0.state(at: now) }.reduce(.closed) { worst, state in
            switch (worst, state) {
            case (.open(let longest), .open(let delay)): .open(max(longest, delay))
            case (.open, _), (.halfOpen, .closed): worst
            default: state
            }
        }
    }
}
