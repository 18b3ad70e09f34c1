// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport
import Testing

@Suite("Properties of any value and any bytes")
struct JSONPropertyTests {
    static let writings: [JSONWritingOptions] = [
        [], .sortedKeys, .escapeNonASCII, .pretty, .spaced, [.sortedKeys, .escapeNonASCII, .pretty, .trailingNewline],
    ]

    @Test("what is written is read back as it was", arguments: writings)
    func roundTrip(options: JSONWritingOptions) throws {
        var generator = SeededRandom(seed: 2018)
        for _ in 0..<1_000 {
            let value = JSONValue.random(using: &generator)
            let bytes = value.serialized(options)
            let read = try JSONValue(parsing: bytes)
            #expect(read == value)
            #expect(read.serialized(options) == bytes)
            if options.contains(.escapeNonASCII) { #expect(bytes.allSatisfy { $0 < 0x7F }) }
        }
    }

    @Test("of a text cut anywhere, nothing is taken and the cut is found", arguments: [1, 2])
    func truncated(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<150 {
            let bytes = JSONValue.array([.random(using: &generator), .random(using: &generator)]).serialized()
            for count in 0..<min(bytes.count, 300) {
                let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes.prefix(count)) }
                // Only a character cut in two is found before the end.
                let isAtEnd = error?.code == .unexpectedEnd && error?.offset == count
                #expect(isAtEnd || error?.code == .invalidUTF8)
            }
        }
    }

    static let corpus = [
        #"{"id":"AE","price":1.10,"left":null,"ok":true,"tags":["é","\u00e9\ud83d\ude00",-0,1e-7,9223372036854775807]}"#,
        #"[[[[{"a":{"a":{"b":[1,2,3,"x\n\"y\\"]}}}]]],false,0.5,"",{}]"#,
        #"{"user":"a+b@c.fr","bookings":[{"token":"ABC234","amount":-12.50},{"token":"ZZZZZZ","amount":10}]}"#,
    ]

    @Test("no bytes crash it, and what it takes survives writing and reading", arguments: 0..<8 as Range<UInt64>)
    func mutations(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        let alphabet = Array("{}[]\",:\\u0019-+.eE tfnNI\u{0}\n/".utf8) + [0x80, 0xBF, 0xC0, 0xC3, 0xED, 0xF4, 0xFF]
        var takenCount = 0
        for _ in 0..<1_500 {
            var bytes = Array((Self.corpus.randomElement(using: &generator) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                let byte = alphabet.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[index] = byte
                case 1: bytes.insert(byte, at: index)
                case 2: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 3: bytes.removeSubrange(index..<min(bytes.count, index + 3))
                default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 8)], at: index)
                }
                if bytes.isEmpty { bytes = [byte] }
            }
            do throws(JSONSyntaxError) {
                let value = try JSONValue(parsing: bytes)
                let again = try? JSONValue(parsing: value.serialized())
                #expect(again == value)
                takenCount += 1
            } catch {
                #expect(error.code != .refusedByParser, "\(String(decoding: bytes, as: UTF8.self))")
                #expect((0...bytes.count).contains(error.offset))
            }
        }
        #expect(takenCount > 50)
    }
}
