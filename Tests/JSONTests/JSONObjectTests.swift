// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

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
