// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import PassCulture
import TestSupport

/// Two tills of a venue on one outbox: two `SQLiteOutbox` on one file, one till of each edition, everybody at both at once.
struct SharedOutbox: Sendable {
    /// The tills: that of 2018, and that of today.
    private let desks: [Desk]
    private let countermarks: [Countermark]
    private let passCulture: PassCulture

    /// Two tills on a stage, with their outbox at a path.
    init(_ stage: inout Stage, _ provider: DeskIdentity, _ path: String) throws {
        passCulture = PassCulture(try .custom(stage.url), options: .hurried(Bystander.observe, NoJournal()))
        var desks: [Desk] = []
        for (index, identity) in [DeskIdentity.bookshop, provider].enumerated() {
            let offline: Desk.Settings.Offline = index == 0 ? .refuse : .store(OfflineLimits())
            desks.append(
                try passCulture.desk(
                    as: identity, outbox: SQLiteOutbox(path: path),
                    settings: Desk.Settings(till: "caisse \(index + 1)", offline: offline)))
        }
        self.desks = desks
        countermarks = try stage.take(20)
    }

    /// Has everybody check, validate, take back, reconcile, and decide what is open.
    func play(_ crowd: Crowd, calls: Int) async -> Tally {
        var tally = await crowd.play(calls) { choices in hand(&choices) }
        tally.judge("two tills")
        return tally
    }

    private func hand(_ choices: inout SeededRandom) -> DeskHand {
        let errand = choices.one(of: DeskHand.Errand.weighted)
        // The vendor's key may be used 200 times a minute: today's till does what the other cannot, and little else.
        let isToday = errand == .undo || Int.random(in: 0..<8, using: &choices) == 0
        return DeskHand(
            desk: desks[isToday ? 1 : 0], errand: errand, countermark: choices.one(of: countermarks),
            deadline: choices.deadline())
    }

    /// Reconciles when nothing goes wrong any more, and compares what was told, what the outbox holds, and what the platform knows.
    func judge(_ tally: inout Tally) {
        do {
            for _ in 0..<20 {
                _ = try desks[0].reconcileBlocking()
                guard try desks[0].pendingBlocking().contains(where: { $0.state == .planned || $0.state == .sent })
                else {
                    break
                }
                SystemClock.hold(.milliseconds(40))
            }
            let platform = try passCulture.plainDesk(as: .bookshop)
            for countermark in countermarks {
                let states = try desks[1].outbox.attempts(of: countermark).map(\.state)
                if states.contains(.planned) || states.contains(.sent) {
                    tally.object("two tills: an attempt is still on its way: \(states)")
                }
                if states.filter({ $0 == .confirmed }).count > 1 {
                    tally.object("two tills: an outbox confirms a countermark twice: \(states)")
                }
                guard tally.validated[countermark] != nil, tally.takenBack[countermark] == nil else { continue }
                if Set(states).isDisjoint(with: [.confirmed, .abandoned]) {
                    tally.object("two tills: told to be validated, and the outbox holds \(states)")
                }
                guard case .refused(let refusal) = try platform.verifyBlocking(countermark),
                    refusal.reason == .alreadyValidated
                else {
                    tally.object("two tills: told to be validated, and the platform finds it valid")
                    continue
                }
            }
        } catch {
            tally.object("two tills: \(error)")
        }
    }
}
