// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Fuzzing

@Suite("Fuzzing")
struct FuzzingTests {
    @Test(
        "a few thousand inputs hold",
        arguments: ["json", "answers", "public-answers", "countermark", "link", "webhook"])
    func short(name: String) throws {
        let targets = [FuzzTarget.json, try .answers(), try .publicAnswers(), .countermark, .link, try .webhook()]
        let target = try #require(targets.first { $0.name == name })
        let ending = FuzzRun(target, seed: 2018, count: 3_000).run()
        #expect(ending.failure.map { "\($0.broken) \(Hexadecimal.text($0.input))" } == nil)
        #expect(ending.count == 3_000)
        #expect(ending.fates > 10)
    }

    @Test("some hundred damaged outboxes are opened or refused, and left as they were")
    func outboxes() throws {
        let folder = try ScratchFolder()
        let ending = FuzzRun(try .outbox(in: folder), seed: 2018, count: 300).run()
        #expect(ending.failure.map { "\($0.broken) \($0.input.count) bytes" } == nil)
        #expect(ending.fates > 5)
    }

    @Test("what does not hold of an input is found, made short, and found again by its seed")
    func found() {
        let target = FuzzTarget("fragile", corpus: [Array("a long and harmless text".utf8)], words: [[0x7B]]) {
            input throws(Broken) in
            try Broken.unless(!input.contains(0x7B), "a brace")
            return "held"
        }
        let (first, second) = (
            FuzzRun(target, seed: 7, count: 1_000).run(), FuzzRun(target, seed: 7, count: 1_000).run()
        )
        #expect(first.failure?.input == [0x7B])
        #expect(first.failure?.broken.description == "a brace")
        #expect(first.count == second.count)
    }

    @Test("an input is written and read as hexadecimal digits")
    func hexadecimal() {
        #expect(Hexadecimal.bytes(Hexadecimal.text([0, 0x7F, 0xFF])) == [0, 0x7F, 0xFF])
        #expect(Hexadecimal.bytes("0") == nil)
        #expect(Hexadecimal.bytes("0g") == nil)
    }
}
