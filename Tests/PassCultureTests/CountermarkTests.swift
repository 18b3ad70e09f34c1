// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

@Suite("A countermark as people type it")
struct CountermarkTests {
    @Test(
        "is read whatever spaces, case, hyphens and returns it comes with",
        arguments: [
            "LYSYU9", "lysyu9", " LYSYU9 ", "LY SY U9", "ly-sy-u9", "LYSYU9\r", "LYSYU9\r\n", "LYSYU9\n", "\tLYSYU9\t",
            "LYS\u{A0}YU9", "LYS\u{202F}YU9", "LYS\u{2009}YU9", "LYS\u{3000}YU9", "\u{FEFF}LYSYU9", "LYS\u{200B}YU9",
            "LYS\u{2011}YU9", "LYS\u{2013}YU9", "LYS\u{AD}YU9", "\u{2}LYSYU9\u{3}", "l y s y u 9",
        ])
    func normalises(typed: String) throws {
        #expect(try Countermark(typed).revealed == "LYSYU9")
    }

    @Test(
        "keeps letters and digits that the platform never draws", arguments: ["OI0101", "AAAAAA", "000000", "CXD11O"])
    func anyAlphabet(typed: String) throws {
        #expect(try Countermark(typed).revealed == typed)
    }

    @Test(
        "is refused before the network when six ASCII letters or digits do not remain",
        arguments: [
            "", " ", "ABCDE", "ABCDEFG", "ABCDE!", "ABCDÉ2", "ABCDE\u{301}2", "ABC/23", "ABC%20", "ＡＢＣＤ２３", "ABCDE٣",
            "ABC_23", "ABC.23", "ßBCDE2", "ıBCDE2", "../../", "ABCD2?", "ABCD2#", "ABCD2😀",
        ])
    func refuses(typed: String) {
        let error = #expect(throws: PassCultureError.self) { try Countermark(typed) }
        #expect(error?.code == .invalidCountermark)
        #expect(error?.nothingWasSent == true)
        #expect(error?.cashier.french == "Une contremarque a six lettres ou chiffres : vérifiez la saisie.")
    }

    @Test(
        "is read out of the text of a QR code, of whatever version",
        arguments: [
            "PASSCULTURE:v3;TOKEN:LYSYU9", "passculture:v3;token:lysyu9\r\n", "PASSCULTURE:v4;TOKEN:LYSYU9;X:1",
            " PASSCULTURE:v2;LANG:FR;TOKEN: LYSYU9",
        ])
    func code(scanned: String) throws {
        #expect(try Countermark(scanned).revealed == "LYSYU9")
    }

    @Test(
        "is not read out of a code of somebody else's",
        arguments: [
            "TICKET:v3;TOKEN:LYSYU9", "PASSCULTURE:v3", "PASSCULTURE:v3;TOKEN:", "TOKEN:LYSYU9", "A:B;C:LYSYU9",
        ])
    func foreignCode(scanned: String) {
        #expect(throws: PassCultureError.self) { try Countermark(scanned) }
    }

    @Test("is equal to the same one typed otherwise")
    func equality() throws {
        #expect(try Countermark("ab cd 23") == Countermark("ABCD23\r\n"))
        #expect(try Countermark("ABCD23") != Countermark("ABCD24"))
    }
}
