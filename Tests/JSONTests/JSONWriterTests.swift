// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@Suite("Writing gives the same bytes every time")
struct JSONWriterTests {
    let value: JSONValue = [
        "b": [1, nil, true, [:], []], "a": "é/\u{7F}\u{1F600}", "Z": .number(JSONNumber(cents: 1000)), "é": ["x": 1],
        "\u{10000}": 0, "\u{FFFD}": 0,
    ]

    @Test("compact, keys in the order of the object, slashes as they are")
    func compact() {
        #expect(
            value.text
                == "{\"b\":[1,null,true,{},[]],\"a\":\"é/\u{7F}😀\",\"Z\":10.00,\"é\":{\"x\":1},\"\u{10000}\":0,\"\u{FFFD}\":0}"
        )
        #expect("\(value)" == value.text)
    }

    @Test("keys are sorted by code points at every depth")
    func sorted() {
        let value: JSONValue = [
            "b": ["z": 0, "a": 0], "a": [["y": 0, "x": 0]], "B": 0, "": 0, "\u{10000}": 0, "\u{FFFD}": 0,
        ]
        #expect(
            value.text(.sortedKeys)
                == "{\"\":0,\"B\":0,\"a\":[{\"x\":0,\"y\":0}],\"b\":{\"a\":0,\"z\":0},\"\u{FFFD}\":0,\"\u{10000}\":0}")
    }

    @Test("what is not printable ASCII is escaped as Python's json.dumps does")
    func escapedNonASCII() {
        let text: JSONValue = .string("é€😀\u{7F}\u{2028} ~/")
        #expect(text.text(.escapeNonASCII) == #""\u00e9\u20ac\ud83d\ude00\u007f\u2028 ~/""#)
        let object: JSONValue = ["é": 1]
        #expect(object.text(.escapeNonASCII) == #"{"\u00e9":1}"#)
    }

    @Test("quote, backslash and control characters are always escaped")
    func controlCharacters() {
        let all = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar(UInt32($0)) })) + "\"\\\u{7F}"
        let escaped =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
            + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\"#
        #expect(JSONValue.string(all).text == escaped + "\u{7F}\"")
        #expect(JSONValue.string("\r\n").text == #""\r\n""#)
    }

    @Test("spaced as Python's json.dumps writes it; pretty wins over it")
    func spaced() {
        let value: JSONValue = ["a": [1, true, nil], "é": "Zoé", "empty": [[], [:]]]
        #expect(value.text([.spaced]) == #"{"a": [1, true, null], "é": "Zoé", "empty": [[], {}]}"#)
        #expect(
            value.text([.spaced, .escapeNonASCII])
                == #"{"a": [1, true, null], "\u00e9": "Zo\u00e9", "empty": [[], {}]}"#)
        #expect(value.text([.spaced, .pretty]) == value.text([.pretty]))
    }

    @Test("pretty, with two spaces and a line feed at the end")
    func pretty() {
        let value: JSONValue = ["b": [1, [:]], "a": [], "c": ["d": nil]]
        let expected = """
            {
              "a": [],
              "b": [
                1,
                {}
              ],
              "c": {
                "d": null
              }
            }

            """
        #expect(value.text([.pretty, .sortedKeys, .trailingNewline]) == expected)
        #expect(JSONValue.null.text(.trailingNewline) == "null\n")
    }
}
