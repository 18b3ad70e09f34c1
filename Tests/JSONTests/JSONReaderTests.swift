// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@Suite("Typed reading names the path")
struct JSONReaderTests {
    let reader: JSONReader

    init() throws {
        reader = JSONReader(
            try JSONValue(
                parsing: #"""
                    {"id":7,"name":"Le Chat","price":12.50,"open":true,"nothing":null,
                     "stock":{"price":"12,5","left":1.0,"odd":1.005},"stocks":[{"id":1},{"id":"x"}],"a.b":{"":3}}
                    """#))
    }

    @Test("values of the expected type are read")
    func values() throws {
        #expect(try reader["id"].int() == 7)
        #expect(try reader["name"].string() == "Le Chat")
        #expect(try reader["price"].cents() == 1250)
        #expect(try reader["price"].number().text == "12.50")
        #expect(try reader["open"].bool())
        #expect(try reader["stocks"].array().count == 2)
        #expect(try reader["stocks"].array()[0]["id"].int() == 1)
        #expect(try reader["stock"].object().keys == ["price", "left", "odd"])
        #expect(try reader.object().count == 8)
        #expect(try reader["a.b"][""].int() == 3)
    }

    @Test("missing and null are nil where a value is optional, and something else is an error")
    func optionals() throws {
        for key in ["nothing", "missing"] {
            let place = reader[key]
            #expect(try place.stringIfPresent() == nil)
            #expect(try place.intIfPresent() == nil)
            #expect(try place.boolIfPresent() == nil)
            #expect(try place.numberIfPresent() == nil)
            #expect(try place.centsIfPresent() == nil)
            #expect(try place.arrayIfPresent() == nil)
            #expect(try place.objectIfPresent() == nil)
        }
        #expect(try reader["name"].stringIfPresent() == "Le Chat")
        #expect(try reader["id"].intIfPresent() == 7)
        #expect(try reader["price"].centsIfPresent() == 1250)
        #expect(throws: JSONReadingError.self) { try reader["id"].stringIfPresent() }
        #expect(reader["missing"].isMissing && !reader["missing"].isNull)
        #expect(!reader["nothing"].isMissing && reader["nothing"].isNull)
    }

    func message(_ read: () throws -> some Any) -> String {
        do {
            return "no error: \(try read())"
        } catch {
            return "\(error)"
        }
    }

    @Test("errors say where, what was expected and what was found")
    func messages() {
        #expect(message { try reader["stock"]["price"].number() } == #"stock.price: expected a number, found "12,5""#)
        #expect(message { try reader["stock"]["left"].int() } == "stock.left: expected an integer, found 1.0")
        #expect(
            message { try reader["stock"]["odd"].cents() }
                == "stock.odd: expected an amount in euros and cents, found 1.005")
        #expect(message { try reader["stocks"][1]["id"].int() } == #"stocks[1].id: expected an integer, found "x""#)
        #expect(
            message { try reader["stocks"].array()[1]["id"].bool() }
                == #"stocks[1].id: expected true or false, found "x""#)
        #expect(message { try reader["stocks"][2]["id"].int() } == "stocks[2].id: expected an integer, found nothing")
        #expect(message { try reader["a"]["b"]["c"].string() } == "a.b.c: expected a string, found nothing")
        #expect(message { try reader["nothing"].string() } == "nothing: expected a string, found null")
        #expect(message { try reader["stock"].string() } == "stock: expected a string, found an object")
        #expect(message { try reader["stocks"].object() } == "stocks: expected an object, found an array")
        #expect(message { try reader["name"].array() } == #"name: expected an array, found "Le Chat""#)
        #expect(message { try reader.string() } == "expected a string, found an object")
        #expect(message { try JSONReader(true, path: "offer")["x"].string() }.hasPrefix("offer.x: expected a string"))
        #expect("\(reader["name"].error(expected: "a date"))" == #"name: expected a date, found "Le Chat""#)
    }

    @Test("a long value is shortened, a line break does not break the message")
    func longValues() {
        let long = JSONReader(["a": .string(String(repeating: "é\n", count: 100))])
        let text = message { try long["a"].int() }
        #expect(text == #"a: expected an integer, found ""# + String(repeating: #"é\n"#, count: 30) + #""…"#)
    }
}
