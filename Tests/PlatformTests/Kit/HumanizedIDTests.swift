// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Platform
import TestSupport
import Testing

@Suite("The contract's spelling of identifiers")
struct HumanizedIDTests {
    static let spellings: [(Int64, String)] = [
        (1, "AE"), (2, "A9"), (3, "AM"), (10, "B9"), (100, "MQ"), (123, "PM"), (255, "74"), (256, "AEAA"),
        (257, "AEAQ"),
        (1000, "APUA"), (12345, "GA4Q"), (65535, "777Q"), (65536, "AEAAA"), (99999, "AGDJ6"), (1_000_000, "B5BEA"),
        (1 << 32, "AEAAAAAA"), (.max, "P777777777776"), (0, ""),
    ]

    @Test(arguments: spellings)
    func everyNumberHasItsSpelling(number: Int64, spelling: String) throws {
        #expect(HumanizedID.encode(number) == spelling)
        #expect(try HumanizedID.decode(spelling) == number)
    }

    @Test(arguments: [
        ("AF", 1), ("AG", 1), ("AH", 1), ("AI", 2), ("AAAQ", 1), ("8E", 113), ("OE", 113), ("AEAE", 256), ("AE=", 1),
        ("AE======", 1), ("AA", 0), ("AAAAAAAE", 4), ("AAAAAAAAAAAAAAAAAAAAAAAE", 4),
    ])
    func otherSpellingsAreAccepted(spelling: String, number: Int64) throws {
        #expect(try HumanizedID.decode(spelling) == number)
    }

    @Test(arguments: [
        "ae", "A0", "A1", "12345", "A", "AAA", "ABCDEF", "!", "é", "AÉ", "A E", "=AE", "A=E", "========",
        "AE=======", "AE%",
    ])
    func othersAreRefused(spelling: String) throws {
        let error = #expect(throws: WireError.self) { try HumanizedID.decode(spelling) }
        #expect(error?.answer.line == #"404 {"global":["La page que vous recherchez n'existe pas"]}"#)
    }

    @Test("A number beyond 64 bits is one that no record has")
    func hugeNumbersAreUnknown() throws {
        #expect(try HumanizedID.decode("777777777777777777777777") == .max)
    }

    @Test func everyNumberReadsBackAsItself() throws {
        var random = SeededRandom()
        for _ in 0..<2_000 {
            let number = Int64.random(in: 0...(.max), using: &random) >> Int64.random(in: 0..<63, using: &random)
            let spelling = HumanizedID.encode(number)
            #expect(try HumanizedID.decode(spelling) == number)
            #expect(!spelling.contains { "OI01".contains($0) })
        }
    }

    @Test func inABodyNullIsNoneAndANumberIsRefused() throws {
        #expect(try HumanizedID.decode(JSONValue.null) == nil)
        #expect(try HumanizedID.decode(JSONValue.string("A9")) == 2)
        #expect(throws: WireError.self) { try HumanizedID.decode(JSONValue.number(JSONNumber(2))) }
    }
}
