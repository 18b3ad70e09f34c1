// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

@Suite("An EAN")
struct EANTests {
    @Test(
        "is thirteen digits, the last of which checks the others (today §6)",
        arguments: [
            "9782895761792", "9782722203358", "9782755637083", "9782070360024", "0889854690519", "0602527594934",
            "3700551782888", "3700187670146", "5055667602659", "8809755509101", "9782378761585",
        ])
    func samples(text: String) throws {
        #expect(try EAN(text).digits == text)
    }

    @Test(
        "gets back the zeros that it lost",
        arguments: [
            ("889854690519", "0889854690519"), ("602527594934", "0602527594934"), ("12345678905", "0012345678905"),
        ])
    func padded(text: String, digits: String) throws {
        #expect(try EAN(text).digits == digits)
    }

    @Test("is read as it is printed, with hyphens and blanks")
    func printed() throws {
        #expect(try EAN(" 978-2-07-036002-4\n").description == "9782070360024")
    }

    @Test(
        "that is none says what is wrong",
        arguments: [
            ("9782070360025", EANError.checkDigit(expected: 4, found: 5)),
            ("9780070360024", .checkDigit(expected: 0, found: 4)),
            ("978207036003", .checkDigit(expected: 2, found: 3)), ("1234567890", .length(10)), ("", .length(0)),
            ("97820703600240", .length(14)), ("97820703600X4", .notOnlyDigits), ("978207036٠024", .notOnlyDigits),
        ])
    func wrong(text: String, error: EANError) {
        #expect(throws: error) { try EAN(text) }
        #expect(error.description.contains("digit"))
    }
}
