// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@Suite("What is JSON is read to the letter")
struct JSONParsingTests {
    @Test("every kind of value, white space around it")
    func kindsOfValue() throws {
        let value = try JSONValue(
            parsing: " \t\r\n{ \"a\" : [ null , true , false , -1 , \"é\" , { } , [ ] ] , \"b\":1.10 }\n ")
        let expected: JSONValue = [
            "a": [nil, true, false, -1, "é", [:], []], "b": .number(try #require(JSONNumber(text: "1.10"))),
        ]
        #expect(value == expected)
        #expect(value.objectValue?.keys == ["a", "b"])
    }

    @Test(
        "a document may be a bare value",
        arguments: ["0", "12", "-3.50", "1e2", "\"\"", "\"x\"", "true", "false", "null", "[]", "{}", " 7 "])
    func bareValues(text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.text == text.filter { $0 != " " })
    }

    @Test(
        "a number keeps its text",
        arguments: [
            "1.10", "12.340", "100.00", "1e2", "1E400", "1E+2", "1e-7", "0.0", "-0", "-0.0", "0e0",
            "0.123456789012345678901234567890", "9223372036854775807", "-9223372036854775808",
        ])
    func numbersKeepTheirText(text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
        #expect(try JSONValue(parsing: "[\(text),0,{\"a\":\(text)}]").text == "[\(text),0,{\"a\":\(text)}]")
    }

    @Test("negative zeros are told from zeros, wherever they stand")
    func negativeZeros() throws {
        let text = #"[0,-0,{"a":-0,"b":0},[1.5,-0],"-0",-0]"#
        #expect(try JSONValue(parsing: text).text == text)
    }

    @Test("escapes are decoded, NUL in a value included")
    func escapes() throws {
        let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u00e9\u0000\ud83d\ude00x""#)
        #expect(value.stringValue == "\"\\/\u{8}\u{C}\n\r\té\0😀x")
    }

    @Test("every character beyond U+FFFF may be written as a surrogate pair, those that json-c misreads too")
    func surrogatePairs() throws {
        for value in stride(from: UInt32(0x1_0000), to: 0x11_0000, by: 61) {
            let scalar = try #require(Unicode.Scalar(value))
            let text = JSONValue.array([.string("a\(scalar)b"), .object(["\(scalar)\(scalar)": 1])])
            #expect(try JSONValue(parsing: text.serialized(.escapeNonASCII)) == text)
        }
        #expect(try JSONValue(parsing: #" "\ud836\uDC00" "#).stringValue == "\u{1D800}")
        #expect(try JSONValue(parsing: #"["x\ud876\udc00y"]"#) == ["x\u{2D800}y"])
    }

    @Test("keys are told apart by their code points")
    func keysByCodePoints() throws {
        let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2,\"\":3}")
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        #expect(value[""] == 3)
        #expect(value.objectValue?.count == 3)
    }

    @Test("arrays and objects are nested up to 64 deep")
    func deepest() throws {
        let arrays = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try JSONValue(parsing: arrays).text == arrays)
        let objects = String(repeating: "{\"a\":", count: 64) + "1" + String(repeating: "}", count: 64)
        #expect(try JSONValue(parsing: objects).text == objects)
    }

    @Test("any sequence of bytes will do")
    func anySequence() throws {
        #expect(try JSONValue(parsing: Array("[1]".utf8)) == [1])
        #expect(try JSONValue(parsing: Array("x[1]".utf8).dropFirst()) == [1])
        #expect(try JSONValue(parsing: AnySequence("[1]".utf8)) == [1])
    }

    @Test("an object of thousands of keys is read and searched")
    func manyKeys() throws {
        let text = "{" + (0..<5_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        let value = try JSONValue(parsing: text)
        #expect(value.text == text)
        #expect(value["k0"] == 0)
        #expect(value["k4999"] == 4_999)
        #expect(value["k5000"] == nil)
    }

    @Test(
        "a million bytes of any one number take time in proportion", .timeLimit(.minutes(1)),
        arguments: ["-0", "0", "-0.0", "9e9"])
    func manyNumbers(number: String) throws {
        let count = 1_000_000 / (number.utf8.count + 1)
        let text = "[" + repeatElement(number, count: count).joined(separator: ",") + "]"
        let values = try #require(try JSONValue(parsing: text).arrayValue)
        #expect(values.count == count)
        #expect(values.last?.numberValue?.text == number)
    }
}
