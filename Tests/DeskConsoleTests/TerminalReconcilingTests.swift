// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import PassCulture
import PassCultureTesting
import Testing

/// What is said at a terminal of what was settled, and of what is left.
struct TerminalReconcilingTests {
    private let screen = Screen()

    private func console(_ desk: Desk) -> TerminalDesk {
        TerminalDesk(desk, DeskSpeech(isFrench: true), say: { [screen] in screen.say($0) })
    }

    @Test func `the line is back with any answer about a countermark, though nobody knows what became of it`() throws {
        let counter = try Counter([.noAnswer, .noAnswer, .noAnswer, .answer(SampleAnswer.cancelled.response)])
        var console = console(counter.desk)
        _ = try counter.desk.validateBlocking(Countermark(Counter.code))
        console.take("ABCDEF")
        #expect(screen.look().contains { $0.hasPrefix("Hors ligne") })
        console.take(":rapprocher")
        let shown = screen.look()
        #expect(counter.outbox.attempts.map(\.state) == [.unknown])
        #expect(shown.contains("De nouveau en ligne."), "\(shown)")
    }

    @Test func `what is left alone as another venue's is said, and marked while it waits`() throws {
        let transport = FakeTransport([.noLine, .answer(PublicAnswer.booking(venue: 2).response)])
        let desk = try PassCulture(.integration, options: Options(retries: .none), transport: transport).desk(
            as: .provider(key: ProviderKey("test_console_elsewhere"), venue: 1), outbox: MemoryOutbox(),
            settings: Desk.Settings(offline: .store(OfflineLimits())))
        var console = console(desk)
        _ = try desk.validateBlocking(Countermark(Counter.code))
        console.take(":attente")
        #expect(screen.look().allSatisfy { $0.contains(Counter.code) && !$0.contains("d'un autre lieu") })
        console.take(":rapprocher")
        #expect(screen.look().contains { $0.contains("  Contremarque d'un autre lieu : rien n'a été validé") })
        console.take(":attente")
        let waiting = screen.look()
        #expect(waiting.contains { $0.contains(", d'un autre lieu  ") }, "\(waiting)")
    }
}
