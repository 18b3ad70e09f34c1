// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

/// The random numbers of Sebastiano Vigna's SplitMix64: the same for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONValue {
    /// Any value, rarely large, with what is awkward in strings and numbers more often than fair.
    static func random(using generator: inout SeededGenerator, depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth < 5 ? 8 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2:
            return .number(
                JSONNumber(
                    Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0..<64, using: &generator)))
        case 3: return .number(randomDecimal(using: &generator))
        case 4: return .string(randomString(using: &generator))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(using: &generator, depth: depth + 1) })
        default:
            var object = JSONObject()
            let most = Int.random(in: 0..<40, using: &generator) == 0 ? 40 : 5
            for _ in 0..<Int.random(in: 0..<most, using: &generator) {
                let key = randomString(using: &generator).filter { $0 != "\0" }
                object[key] = random(using: &generator, depth: depth + 1)
            }
            return .object(object)
        }
    }

    private static func randomDecimal(using generator: inout SeededGenerator) -> JSONNumber {
        func digits(_ range: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
            (0..<Int.random(in: range, using: &generator)).map { _ in "\(Int.random(in: 0...9, using: &generator))" }
                .joined()
        }
        var text = Bool.random(using: &generator) ? "-" : ""
        text += "\(Int.random(in: 0...999, using: &generator)).\(digits(1...25, &generator))"
        if Int.random(in: 0..<3, using: &generator) == 0 {
            text += ["e", "E", "e+", "E-"].randomElement(using: &generator) ?? "e"
            text += digits(1...3, &generator)
        }
        return JSONNumber(text: text) ?? JSONNumber(0)
    }

    private static func randomString(using generator: inout SeededGenerator) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0x0...0x1F, 0x22...0x22, 0x5C...0x5C, 0x7F...0x7FF, 0x800...0xD7FF,
            0xE000...0xFFFF,
            0x10000...0x10FFFF,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &generator) {
            let range = ranges.randomElement(using: &generator) ?? 0x20...0x7E
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}

@Suite("Properties of any value and any bytes")
struct JSONPropertyTests {
    static let writings: [JSONWritingOptions] = [
        [], .sortedKeys, .escapeNonASCII, .pretty, [.sortedKeys, .escapeNonASCII, .pretty, .trailingNewline],
    ]

    @Test("what is written is read back as it was", arguments: writings)
    func roundTrip(options: JSONWritingOptions) throws {
        var generator = SeededGenerator(seed: 2018)
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
        var generator = SeededGenerator(seed: seed)
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
        var generator = SeededGenerator(seed: seed)
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
