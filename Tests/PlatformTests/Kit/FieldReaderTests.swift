// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON
import Platform
import Testing

@Suite("Fields of a body")
struct FieldReaderTests {
    private func line(_ body: () throws(WireError) -> Void) -> String? {
        do throws(WireError) {
            try body()
            return nil
        } catch {
            return error.answer.line
        }
    }

    @Test(arguments: [
        ("2018-12-03T06:15:13Z", "2018-12-03T06:15:13Z"), ("2018-12-03T06:15:13", "2018-12-03T06:15:13Z"),
        ("2018-12-03T06:15:13.5Z", "2018-12-03T06:15:13.500000Z"),
        ("2018-12-03T06:15:13.169069Z", "2018-12-03T06:15:13.169069Z"),
        ("2001-01-01T00:00:00.000000Z", "2001-01-01T00:00:00Z"),
    ])
    func threeFormsOfDatesAreRead(text: String, written: String) throws {
        let reader = try FieldReader(["at": .string(text)], casting: ["at": .date])
        #expect(reader.date("at")?.iso8601 == written)
        #expect(WireJSON.date(reader.date("at")) == .string(written))
    }

    @Test(
        arguments: [
            .null, "", "2018-01-01", "2018-01-01T00:00:00+01:00", "2018-01-01T00:00:00.1234567Z",
            "2018-01-01T00:00:00.5",
            "2018-13-01T00:00:00Z", "01/05/2000", 1, [:],
        ] as [JSONValue])
    func otherDatesAreRefused(value: JSONValue) {
        let line = line { () throws(WireError) in _ = try FieldReader(["at": value], casting: ["at": .date]) }
        #expect(line == #"400 {"at":["Format de date invalide"]}"#)
    }

    @Test(
        arguments: [
            (10, 1000), ("12.50", 1250), (" 3 ", 300), ("+1", 100), (".5", 50), ("5.", 500), ("-0.01", -1),
            ("007", 700),
            ("1e2", 10000), ("9.999", 1000), ("0.005", 1),
        ] as [(JSONValue, Int64)])
    func decimalsAreNumbersOrTextsThatAreOne(value: JSONValue, cents: Int64) throws {
        var reader = try FieldReader(["price": value], casting: ["price": .decimal])
        #expect(reader.cents("price") == cents)
        #expect(reader.errors.isEmpty)
    }

    @Test(arguments: ["12,5", "abc", "", " ", ".", "-", "+", "NaN", true, [], "1 0"] as [JSONValue])
    func otherDecimalsAreRefused(value: JSONValue) {
        let line = line { () throws(WireError) in _ = try FieldReader(["price": value], casting: ["price": .decimal]) }
        #expect(line == #"400 {"price":["Saisissez un nombre valide"]}"#)
    }

    @Test(
        arguments: [
            (5, 5, nil), (.null, nil, nil), (.number(JSONNumber(cents: 150)), nil, "doit être un entier"),
            ("5", nil, "doit être un entier"),
            (true, nil, "doit être un entier"),
        ] as [(JSONValue, Int64?, String?)])
    func integersAreNumbersAlone(value: JSONValue, number: Int64?, sentence: String?) throws {
        var reader = try FieldReader(["available": value], casting: ["available": .integer])
        #expect(reader.integer("available") == number)
        let line = line { () throws(WireError) in try reader.errors.throwIfAny() }
        #expect(line == sentence.map { "400 {\"available\":[\"\($0)\"]}" })
    }

    @Test("The first date, number or identifier that cannot be cast is answered alone, in the order of the body")
    func castsComeFirst() {
        let casts: [String: FieldReader.Cast] = ["at": .date, "price": .decimal]
        let bodies: [(JSONObject, String)] = [
            (["name": 1, "price": "x", "at": "x"], #"400 {"price":["Saisissez un nombre valide"]}"#),
            (["name": 1, "at": "x", "price": "x"], #"400 {"at":["Format de date invalide"]}"#),
            (["offerId": "1", "at": "x"], #"404 {"global":["La page que vous recherchez n'existe pas"]}"#),
            (["at": "x", "offerId": "1"], #"400 {"at":["Format de date invalide"]}"#),
        ]
        for (body, expected) in bodies {
            let line = line { () throws(WireError) in
                _ = try FieldReader(body, casting: casts, references: ["offerId"])
            }
            #expect(line == expected)
        }
    }

    @Test func textsAreStrippedAndCounted() throws {
        var reader = try FieldReader(["a": " b\t\n", "exact": "éééé", "long": "ééééé", "number": 1, "none": .null])
        #expect(reader.string("a", max: 1) == "b")
        #expect(reader.string("exact", max: 4) == "éééé")
        #expect(reader.string("none") == nil)
        #expect(reader.string("absent") == nil)
        #expect(reader.errors.isEmpty)
        _ = reader.string("long", max: 4)
        _ = reader.string("number")
        _ = reader.requiredString("none")
        _ = reader.requiredString("absent")
        let line = line { () throws(WireError) in try reader.errors.throwIfAny() }
        #expect(
            line
                == #"400 {"absent":["Cette information est obligatoire"],"long":["Vous devez saisir moins de 4 caractères"],"#
                + #""none":["Cette information est obligatoire"],"number":["doit être une chaîne de caractères"]}"#)
    }

    @Test func theFirstMessageOfAFieldWins() {
        var errors = FieldErrors()
        errors.add("a", "first")
        errors.add("a", "second")
        let line = line { () throws(WireError) in try errors.throwIfAny(status: 401) }
        #expect(line == #"401 {"a":["first"]}"#)
    }
}
