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

@Suite("Objects and values")
struct JSONObjectTests {
    @Test("an object keeps its order while it is changed")
    func changes() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["c"] = 3
        object["a"] = nil
        object["b"] = .some(.null)
        object["d"] = nil
        #expect(object.keys == ["b", "c"])
        #expect(object["b"] == .some(.null))
        #expect(object["a"] == nil)
        #expect(JSONObject().isEmpty)
    }

    @Test("a large object is searched, changed and compared like a small one")
    func large() {
        var object = JSONObject()
        for number in 0..<100 { object["k\(number)"] = .number(JSONNumber(number)) }
        for number in stride(from: 0, to: 100, by: 2) { object["k\(number)"] = nil }
        object["k1"] = "x"
        #expect(object.count == 50)
        #expect(object["k0"] == nil)
        #expect(object["k1"] == "x")
        #expect(object["k99"] == 99)
        let reversed = JSONObject(uniqueKeysWithValues: Array(object).reversed().map { ($0.key, $0.value) })
        #expect(reversed == object)
        #expect(reversed.hashValue == object.hashValue)
        #expect(reversed.keys != object.keys)
    }

    @Test("equality looks at keys and values, not at their order")
    func equality() {
        let left: JSONValue = ["a": 1, "b": [2]]
        #expect(left == ["b": [2], "a": 1])
        #expect(left != ["a": 1, "b": [3]])
        #expect(left != ["a": 1, "c": [2]])
        #expect(left != ["a": 1])
        #expect(JSONValue.array([1, 2]) != [2, 1])
    }

    @Test("accessors give nil for anything else")
    func accessors() {
        let value: JSONValue = ["s": "x", "i": 3, "b": false, "a": [1], "n": nil]
        #expect(value["s"]?.stringValue == "x")
        #expect(value["i"]?.intValue == 3)
        #expect(value["i"]?.numberValue == JSONNumber(3))
        #expect(value["b"]?.boolValue == false)
        #expect(value["a"]?[0] == 1)
        #expect(value["a"]?[1] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["n"]?.isNull == true)
        #expect(value["x"] == nil)
        #expect(value["s"]?["x"] == nil)
        #expect(value["s"]?.intValue == nil)
        #expect(value["i"]?.stringValue == nil)
        #expect(value.arrayValue == nil)
    }
}
