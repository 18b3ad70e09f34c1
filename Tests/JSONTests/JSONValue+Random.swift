// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import TestSupport

extension JSONValue {
    /// Any value, rarely large, with what is awkward in strings and numbers more often than fair.
    static func random(using generator: inout SeededRandom, depth: Int = 0) -> JSONValue {
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

    private static func randomDecimal(using generator: inout SeededRandom) -> JSONNumber {
        func digits(_ range: ClosedRange<Int>, _ generator: inout SeededRandom) -> String {
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

    private static func randomString(using generator: inout SeededRandom) -> String {
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
