// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@Suite("Numbers are exact")
struct JSONNumberTests {
    @Test("texts that follow the grammar make a number, others none")
    func texts() {
        for text in ["0", "-0", "12", "1.10", "-3.05", "1e2", "1E+400", "1.5e-7", "9223372036854775807"] {
            #expect(JSONNumber(text: text)?.text == text)
        }
        for text in [
            "", "-", "+1", "01", "1.", ".5", "1e", "1 ", " 1", "NaN", "0x1", "1,5", "9223372036854775808", "١",
            "-Infinity", "1\0",
        ] {
            #expect(JSONNumber(text: text) == nil)
        }
    }

    @Test("integers are those written as integers")
    func integers() throws {
        #expect(JSONNumber(42).int64 == 42)
        #expect(JSONNumber(Int64.min).int64 == Int64.min)
        #expect(JSONNumber(UInt8(7)).text == "7")
        #expect(try #require(JSONNumber(text: "-0")).int64 == 0)
        for text in ["1.0", "1e2"] {
            let number = try #require(JSONNumber(text: text))
            #expect(number.int64 == nil)
            #expect(!number.isInteger)
        }
        #expect(JSONNumber(-5).isInteger)
    }

    @Test(
        "amounts in cents are written with two decimals",
        arguments: [
            (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (99, "0.99"), (100, "1.00"), (1000, "10.00"), (49_999, "499.99"),
            (-12_345, "-123.45"), (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
        ])
    func cents(cents: Int64, text: String) {
        let number = JSONNumber(cents: cents)
        #expect(number.text == text)
        #expect(number.scaled(2) == cents)
        #expect(JSONNumber(text: text) == number)
    }

    struct Scaling: Sendable {
        var text: String
        var digits: Int
        /// In the order exactly, toward zero, half away from zero, half to even.
        var results: [Int64?]

        init(_ text: String, _ digits: Int, _ results: Int64?...) {
            self.text = text
            self.digits = digits
            self.results = results.count == 1 ? Array(repeating: results[0], count: 4) : results
        }
    }

    static let scalings = [
        Scaling("12.5", 2, 1250), Scaling("1.10", 2, 110), Scaling("1.100000", 2, 110), Scaling("-1.1", 2, -110),
        Scaling("10", 2, 1000), Scaling("1e2", 2, 10_000), Scaling("1.5e1", 0, 15), Scaling("150e-1", 0, 15),
        Scaling("0", 2, 0), Scaling("-0.00", 2, 0), Scaling("0e999999999999999999999", 2, 0),
        Scaling("1.005", 2, nil, 100, 101, 100), Scaling("1.015", 2, nil, 101, 102, 102),
        Scaling("1.0050000000000000000000001", 2, nil, 100, 101, 101), Scaling("1.0049999", 2, nil, 100, 100, 100),
        Scaling("-1.005", 2, nil, -100, -101, -100), Scaling("0.5", 0, nil, 0, 1, 0), Scaling("1.5", 0, nil, 1, 2, 2),
        Scaling("0.05", 0, nil, 0, 0, 0), Scaling("0.95", 0, nil, 0, 1, 1), Scaling("0.09", 0, nil, 0, 0, 0),
        Scaling("1e-400", 2, nil, 0, 0, 0), Scaling("1e400", 2, nil), Scaling("1e99999999999999999999", 2, nil),
        Scaling("1e-99999999999999999999", 2, nil, 0, 0, 0), Scaling("9223372036854775807", 0, Int64.max),
        Scaling("-9223372036854775808", 0, Int64.min), Scaling("9223372036854775807", 1, nil),
        Scaling("9223372036854775807.5", 0, nil, Int64.max, nil, nil), Scaling("18446744073709551615.9", 0, nil),
        Scaling("92233720368547758.07", 2, Int64.max), Scaling("92233720368547758.08", 2, nil),
        Scaling("0.00000000000000000000000000000001", 32, 1), Scaling("123456789e-9", 9, 123_456_789),
    ]

    @Test("scaling is exact, and rounds as told", arguments: scalings)
    func scaling(scaling: Scaling) throws {
        let number = try #require(JSONNumber(text: scaling.text))
        let roundings: [JSONNumber.Rounding] = [.exactly, .towardZero, .halfAwayFromZero, .halfToEven]
        for (rounding, expected) in zip(roundings, scaling.results) {
            #expect(number.scaled(scaling.digits, rounding: rounding) == expected, "\(rounding)")
        }
    }
}
