// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import DeskConsole
import PassCulture
import PassCultureTesting
import Testing

/// What a desk asks somebody who wants to validate later.
struct LaterTests {
    private let screen = Screen()

    @Test(arguments: ["n", "non", "No"])
    func `a no leaves the questions what it is and when it begins`(answer: String) throws {
        for words in [["p"], [":plus tard spectacle"], ["p", "s"]] {
            let counter = try Counter([.answer(SampleAnswer.digitalBooking.response)])
            var desk = TerminalDesk(counter.desk, DeskSpeech(isFrench: true), say: screen.say)
            for line in ["LYSYU9"] + words { desk.take(line) }
            _ = screen.look()
            desk.take(answer)
            #expect(screen.look() == ["Non validée."], "\(words)")
            // Nothing is asked any more.
            desk.take("")
            #expect(screen.look().isEmpty && counter.outbox.attempts.isEmpty)
        }
    }
}
