// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Conformance

@Suite("Patterns of names")
struct PatternTests {
    @Test(arguments: [
        ("*", "anything"), ("countermark/*", "countermark/get/valid"), ("*get*", "countermark/get/valid"),
        ("PC-CM-0*", "PC-CM-014"), ("pc-cm-014", "PC-CM-014"), ("a*b*c", "a-b-b-c"), ("", ""), ("a**", "a"),
    ])
    func match(pattern: String, name: String) {
        #expect(Pattern(pattern).matches(name))
    }

    @Test(arguments: [
        ("countermark", "countermark/get"), ("*/patch/*", "countermark/get/valid"), ("a*b", "abc"), ("", "a"),
        ("a", ""),
    ])
    func doNotMatch(pattern: String, name: String) {
        #expect(!Pattern(pattern).matches(name))
    }
}
