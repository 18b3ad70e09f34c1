// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PassCulture

@Suite("Searching in texts")
struct SearchingTests {
    @Test("finds a part wherever it stands, however its accents are written")
    func holds() {
        #expect("cette réservation".holds("réservation"))
        #expect("cette re\u{301}servation".holds("réservation"))
        #expect("abc".holds("") && "".holds(""))
        #expect(!"ab".holds("abc") && !"abd".holds("abc"))
    }

    @Test("hides every place of a secret, also one that an accent follows")
    func hiding() {
        #expect("a LYSYU9, LYSYU9".hiding("LYSYU9", by: "-") == "a -, -")
        #expect("LYSYU9\u{301}".hiding("LYSYU9", by: "-") == "-\u{301}")
        #expect("aaa".hiding("aa", by: "b") == "ba")
        #expect("abc".hiding("", by: "-") == "abc")
    }
}
