// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@Suite("What is not strict JSON is refused, with the offset")
struct JSONRefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var bytes: [UInt8]
        var code: JSONSyntaxError.Code
        var offset: Int

        init(_ text: String, _ code: JSONSyntaxError.Code, _ offset: Int) {
            self.init(bytes: Array(text.utf8), code, offset)
        }

        init(bytes: [UInt8], _ code: JSONSyntaxError.Code, _ offset: Int) {
            self.bytes = bytes
            self.code = code
            self.offset = offset
        }

        var testDescription: String {
            "\(code) at \(offset): \(String(decoding: bytes.prefix(40), as: UTF8.self))"
        }
    }

    /// What json-c 0.16 lets through, strict and validating as it can be.
    static let letThroughByJSONC = [
        Case("NaN", .notFinite, 0),
        Case("[1,NaN]", .notFinite, 3),
        Case("{\"a\":Infinity}", .notFinite, 5),
        Case("[-Infinity]", .notFinite, 1),
        Case("\"a\nb\"", .controlCharacter, 2),
        Case("[\"\t\"]", .controlCharacter, 2),
        Case("{\"a\u{1F}\":1}", .controlCharacter, 3),
        Case("{\"é\u{1}\":1}", .controlCharacter, 4),
        Case("[1.]", .invalidNumber, 3),
        Case(bytes: Array("[\"a".utf8) + [0xC0, 0xAF] + Array("\"]".utf8), .invalidUTF8, 3),
        Case(bytes: Array("\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"".utf8), .invalidUTF8, 1),
        Case(bytes: Array("\"".utf8) + [0xF5, 0x80, 0x80, 0x80] + Array("\"".utf8), .invalidUTF8, 1),
        Case(bytes: Array("\"".utf8) + [0xF4, 0x90, 0x80, 0x80] + Array("\"".utf8), .invalidUTF8, 1),
        Case(bytes: Array("\"".utf8) + [0xE0, 0x9F, 0xBF] + Array("\"".utf8), .invalidUTF8, 1),
        Case(bytes: Array("\"".utf8) + [0xF0, 0x8F, 0xBF, 0xBF] + Array("\"".utf8), .invalidUTF8, 1),
        Case(#""\ud800""#, .loneSurrogate, 1),
        Case(#""ab\ud83dx""#, .loneSurrogate, 3),
        Case(#""\ude00""#, .loneSurrogate, 1),
        Case(#""\ud83d\ud83d\ude00""#, .loneSurrogate, 1),
        Case(#""\ud83d\n""#, .loneSurrogate, 1),
        Case(#"{"a":1,"a\u0000b":2}"#, .nulInKey, 9),
        Case(#"{"a":1,"b":2,"a":3}"#, .duplicateKey, 13),
        Case(#"{"a":1,"\u0061":2}"#, .duplicateKey, 7),
        Case(#"{"\u00e9":1,"é":2}"#, .duplicateKey, 12),
        Case(#"[{"a":{"b":1,"b":2}}]"#, .duplicateKey, 13),
        Case("9223372036854775808", .integerOutOfRange, 0),
        Case("[-9223372036854775809]", .integerOutOfRange, 1),
        Case("[18446744073709551615]", .integerOutOfRange, 1),
        Case("[1,123456789012345678901234567890]", .integerOutOfRange, 3),
    ]

    /// What any reader refuses.
    static let refusedByAll = [
        Case("", .unexpectedEnd, 0),
        Case("  ", .unexpectedEnd, 2),
        Case("[", .unexpectedEnd, 1),
        Case("[1", .unexpectedEnd, 2),
        Case("[1,", .unexpectedEnd, 3),
        Case("{\"a\"", .unexpectedEnd, 4),
        Case("{\"a\":", .unexpectedEnd, 5),
        Case("\"abc", .unexpectedEnd, 4),
        Case(#""\"#, .unexpectedEnd, 2),
        Case(#""\u00"#, .unexpectedEnd, 5),
        Case("tru", .unexpectedEnd, 3),
        Case("-", .unexpectedEnd, 1),
        Case("1e", .unexpectedEnd, 2),
        Case("TRUE", .unexpectedByte, 0),
        Case("nulL", .unexpectedByte, 3),
        Case("{a:1}", .unexpectedByte, 1),
        Case("{'a':1}", .unexpectedByte, 1),
        Case("[1,]", .unexpectedByte, 3),
        Case("{\"a\":1,}", .unexpectedByte, 7),
        Case("[1 2]", .unexpectedByte, 3),
        Case("{\"a\" 1}", .unexpectedByte, 5),
        Case("/* */1", .unexpectedByte, 0),
        Case("[1]x", .trailingBytes, 3),
        Case("{} {}", .trailingBytes, 3),
        Case("1\0", .trailingBytes, 1),
        Case("\u{FEFF}1", .byteOrderMark, 0),
        Case("01", .invalidNumber, 0),
        Case("-01", .invalidNumber, 1),
        Case("+1", .invalidNumber, 0),
        Case(".5", .invalidNumber, 0),
        Case("[1.e2]", .invalidNumber, 3),
        Case("[1e+]", .invalidNumber, 4),
        Case("[-x]", .invalidNumber, 2),
        Case(#""\x41""#, .invalidEscape, 1),
        Case(#""a\u12g4""#, .invalidEscape, 2),
        Case(bytes: [0x22, 0xFF, 0x22], .invalidUTF8, 1),
        Case(bytes: [0x22, 0x80, 0x22], .invalidUTF8, 1),
        Case(bytes: [0x22, 0xE2, 0x82, 0x22], .invalidUTF8, 1),
        Case(bytes: [0x22, 0xE2, 0x82], .invalidUTF8, 1),
        Case(bytes: [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], .invalidUTF8, 2),
        Case(bytes: [0x22, 0x00, 0x22], .controlCharacter, 1),
        Case(String(repeating: "[", count: 65), .nestingTooDeep, 64),
        Case(String(repeating: "{\"a\":", count: 65), .nestingTooDeep, 320),
    ]

    @Test(arguments: letThroughByJSONC + refusedByAll)
    func refused(_ refusal: Case) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: refusal.bytes) }
        #expect(error?.code == refusal.code)
        #expect(error?.offset == refusal.offset)
    }

    @Test("a repeated key is found among thousands, and named")
    func repeatedAmongMany() {
        let keys = (0..<2_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: #"{\#(keys),"\u006b7":1}"#) }
        #expect(error?.code == .duplicateKey)
        #expect(error?.offset == keys.utf8.count + 2)
        #expect(error?.description == #"key that appears twice ("k7") at byte \#(keys.utf8.count + 2)"#)
    }

    @Test("the same key in different objects is no repetition")
    func sameKeyElsewhere() throws {
        let text = #"{"a":{"a":1,"\u0062":{"a":2}},"b":[{"a":1},{"a":1}],"\u0063":0}"#
        #expect(try JSONValue(parsing: text)["b"]?.arrayValue?.count == 2)
    }
}
