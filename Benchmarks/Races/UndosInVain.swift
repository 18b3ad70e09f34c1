// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import PassCultureTesting
import Synchronization
import TestSupport

/// Validations that everybody wants taken back at once, at two tills with one outbox, and that the platform never takes back: they stay
/// confirmed, and nothing is left for a person to look at.
struct UndosInVain: Sendable {
    /// Has every countermark validated, and takes none back: it says no, or nothing leaves.
    private final class Refusing: Transport {
        private let choices: Mutex<SeededRandom>

        init(seed: UInt64) { choices = Mutex(SeededRandom(seed: seed)) }

        func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
            await Task.yield()
            return try sendBlocking(request)
        }

        func sendBlocking(_ request: TransportRequest) throws(TransportFailure) -> TransportResponse {
            guard request.method == "PATCH" else { return PublicAnswer.alreadyValidated.response }
            if choices.withLock({ Bool.random(using: &$0) }) { throw TransportFailure(.neverSent) }
            return PublicAnswer.reimbursed.response
        }
    }

    private let desks: [Desk]
    private let countermarks: [Countermark]

    /// Two tills with a key of their own, and what they have validated.
    init(_ outboxes: [any OutboxStore], key: String, seed: UInt64) throws {
        let now = SystemClock.now()
        countermarks = try (2..<6).map { number throws(PassCultureError) in try Countermark("ABCDE\(number)") }
        for (index, countermark) in countermarks.enumerated() {
            let attempt = Attempt(id: UInt64(index + 1), till: "caisse 1", countermark: countermark, plannedAt: now)
            _ = try outboxes[0].add(attempt, isSent: true, within: nil, at: now)
            _ = try outboxes[0].advance(attempt.id, by: [.validated], if: .inHand, at: now)
        }
        let passCulture = PassCulture(
            .integration,
            options: Options(retries: .none, circuit: .none, time: VirtualTime(), observe: Bystander.observe),
            transport: Refusing(seed: seed))
        desks = try outboxes.map { outbox throws(PassCultureError) in
            try passCulture.desk(as: .provider(key: try ProviderKey(key), venue: 1), outbox: outbox)
        }
    }

    /// Has everybody ask, and look through what is open.
    func play(_ crowd: Crowd, calls: Int) async -> Tally {
        var tally = await crowd.play(calls) { choices in hand(&choices) }
        for countermark in countermarks {
            do {
                let states = try desks[0].outbox.attempts(of: countermark).map(\.state)
                if states != [.confirmed] { tally.object("undos in vain: an outbox holds \(states)") }
            } catch {
                tally.object("undos in vain: \(error)")
            }
        }
        return tally
    }

    private func hand(_ choices: inout SeededRandom) -> DeskHand {
        DeskHand(
            desk: choices.one(of: desks), errand: choices.one(of: [.undo, .undo, .undo, .undo, .reconcile, .pending]),
            countermark: choices.one(of: countermarks), deadline: nil)
    }
}
