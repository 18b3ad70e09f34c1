// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

extension FuzzTarget {
    /// The JSON reader: what it takes is written and read back as it was; what it refuses it refuses itself, at a place in the text.
    package static let json = FuzzTarget(
        "json", corpus: jsonTexts.map { Array($0.utf8) } + [[0xEF, 0xBB, 0xBF, 0x30], [0x22, 0xC0, 0x80, 0x22]],
        words: jsonWords.map { Array($0.utf8) } + [[0], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]
    ) { input throws(Broken) in
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: input)
        } catch {
            try Broken.unless(error.code != .refusedByParser, "json-c refused what was found well-formed: \(error)")
            try Broken.unless(
                (0...input.count).contains(error.offset), "offset \(error.offset) of \(input.count) bytes")
            return error.code.description
        }
        for options in writings {
            let written = value.serialized(options)
            try Broken.unless((try? JSONValue(parsing: written)) == value, "what was written reads otherwise")
            try Broken.unless((try? JSONValue(parsing: written))?.serialized(options) == written, "written otherwise")
        }
        return try shape(of: value)
    }

    private static let writings: [JSONWritingOptions] = [
        [], [.sortedKeys, .escapeNonASCII, .pretty, .trailingNewline],
    ]

    /// What kinds of values are in a value, its numbers tried on the way.
    private static func shape(of value: JSONValue, depth: Int = 0) throws(Broken) -> String {
        switch value {
        case .null: return "n"
        case .bool: return "b"
        case .string(let text): return text.utf8.count < 8 ? "s" : "S"
        case .number(let number): return try shape(of: number)
        case .array(let values):
            var shapes: Set<String> = []
            for value in values { shapes.insert(try shape(of: value, depth: depth + 1)) }
            return depth > 3 ? "[]" : "[\(shapes.sorted().joined())]"
        case .object(let object):
            var shapes: Set<String> = []
            for (_, value) in object { shapes.insert(try shape(of: value, depth: depth + 1)) }
            return depth > 3 ? "{}" : "{\(shapes.sorted().joined())\(object.count > 16 ? "*" : "")}"
        }
    }

    private static func shape(of number: JSONNumber) throws(Broken) -> String {
        try Broken.unless(JSONNumber(text: number.text) == number, "\(number) is no number by itself")
        for digits in [0, 2, 18] {
            let exact = number.scaled(digits)
            for rounding in [JSONNumber.Rounding.towardZero, .halfAwayFromZero, .halfToEven] {
                let rounded = number.scaled(digits, rounding: rounding)
                try Broken.unless(
                    exact == nil || rounded == exact, "\(number) is \(digits) digits exactly and not rounded")
            }
        }
        try Broken.unless(number.int64 == nil || number.int64 == number.scaled(0), "\(number) is two integers")
        return number.isInteger ? "i" : "d"
    }

    private static let jsonTexts = [
        #"{"bookingId":"A9","offerName":"Concert","isUsed":false,"date":"2018-12-01T20:00:00Z","price":1.10,"left":null}"#,
        #"{"global":["Cette contremarque n'a pas été trouvée"],"tags":["é","\u00e9\ud83d\ude00",-0,-0.0,1e-7,9223372036854775807]}"#,
        #"[[[[{"a":{"a":{"b":[1,2,3,"x\n\"y\\"]}}}]]],true,0.5,"",{}]"#, #" "\u0000\u001f" "#, "-9223372036854775808",
        "",
        #"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":0,"k":1,"l":2,"m":3,"n":4,"o":5,"p":6,"q":7,"é":8}"#,
        String(repeating: "[", count: 64) + String(repeating: "]", count: 64), "NaN", "1e400", "12345678901234567890.5",
    ]

    private static let jsonWords = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\u", "\\ud83d\\ude00", "\\udc00", "null", "true",
        "false", "-", "0",
        "1.", "e", "E+", "e-999999999999999999999", "NaN", "Infinity", "9223372036854775808", "\n", "\t", "\u{7F}", "é",
        "e\u{301}",
        "{\"a\":", ",\"a\":1", "[[[[[[[[",
    ]
}
