// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Conformance

@Suite("The form of a countermark")
struct CountermarkFormTests {
    @Test(
        arguments: [
            ("LYSYU9", nil), ("lysyu9", nil), ("LYSYU", "5 characters"), ("LYSYU9A", "7 characters"),
            ("", "0 characters"),
            ("LYS-U9", "6 characters, \"-\" (U+002D) as number 4"),
            ("LYSYUé", "6 characters, \"é\" (U+00E9) as number 6"),
        ] as [(String, String?)])
    func `six letters and digits, or what else is said`(token: String, breach: String?) {
        #expect(CountermarkForm.breach(in: token) == breach)
    }

    @Test(
        arguments: [
            ("LYSYU9", nil), ("lYSYU9", "6 characters, \"l\" (U+006C) as number 1"),
            ("LISYU9", "6 characters, \"I\" (U+0049) as number 2"), ("AASYU9", "6 characters, a pair AA"),
            ("LYSY", "4 characters, all of the alphabet"),
        ] as [(String, String?)])
    func `the alphabet of the service, or what else is said`(token: String, breach: String?) {
        #expect(CountermarkForm.breachOfAlphabet(in: token) == breach)
    }
}
