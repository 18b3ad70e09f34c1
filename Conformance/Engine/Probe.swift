// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What a check works with: the platform, a record of its own, and a place for what it noticed.
final class Probe: Sendable {
    /// The platform under test.
    let world: World
    /// What this check sent and received.
    let recorder = Recorder()
    private let stored = Mutex<[DivergenceNote]>([])

    init(world: World) {
        self.world = world
    }

    /// The way to the platform.
    var wire: Wire { Wire(world: world, recorder: recorder) }

    /// The divergences met so far.
    var notes: [DivergenceNote] { stored.withLock { $0 } }

    /// Keeps the platform's side of a divergence.
    func saw(_ divergence: Divergence, _ side: ProfileSide) {
        stored.withLock { $0.append(DivergenceNote(divergence: divergence, side: side)) }
    }

    /// Prepares something: a failure in here is the preparation's, not the requirement's.
    @discardableResult
    func prepare<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch Interruption.failed(let evidence) {
            throw Interruption.precondition(evidence)
        }
    }

    /// Works on a copy of the platform whose clock may be moved; the copy is ended afterwards.
    func inFork(_ work: (Wire) async throws -> Void) async throws {
        let fork = try await prepare { try await Control(wire: wire).fork() }
        let copy = Wire(world: world.at(fork.base), recorder: recorder)
        do {
            try await work(copy)
        } catch {
            try? await Control(wire: wire).endFork(fork.id)
            throw error
        }
        try? await Control(wire: wire).endFork(fork.id)
    }
}
