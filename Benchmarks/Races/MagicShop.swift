// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import PassCultureTesting
import TestSupport

/// A desk without network and disk, as in partners' own tests: magic countermarks, an outbox in memory, a time that stands still.
struct MagicShop: Sendable {
    private let desk: Desk
    private let outbox = MemoryOutbox()
    private let countermarks: [Countermark]

    /// A shop that has seen nothing yet.
    init() throws {
        var options = Options.hurried(Bystander.observe, NoJournal())
        options.time = VirtualTime()
        desk = try PassCulture(.integration, options: options, transport: MagicTransport()).desk(
            email: "caisse@example.fr", password: "secret", outbox: outbox)
        // The one whose answer is lost, and only the first time, is asked for most.
        let codes = MagicTransport.codes + Array(repeating: "MAGEPE", count: MagicTransport.codes.count)
        countermarks = try codes.map { code throws(PassCultureError) in try Countermark(code) }
    }

    /// Has everybody do everything with every magic countermark.
    func play(_ crowd: Crowd, calls: Int) async -> Tally {
        var tally = await crowd.play(calls) { choices in hand(&choices) }
        for countermark in countermarks {
            let confirmed = outbox.attempts.count { $0.countermark == countermark && $0.state == .confirmed }
            if confirmed > 1 { tally.object("magic: a countermark is confirmed \(confirmed) times") }
        }
        return tally
    }

    private func hand(_ choices: inout SeededRandom) -> DeskHand {
        DeskHand(
            desk: desk, errand: choices.one(of: DeskHand.Errand.weighted), countermark: choices.one(of: countermarks),
            deadline: nil)
    }
}
