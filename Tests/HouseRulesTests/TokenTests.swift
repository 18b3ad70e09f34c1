// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// What counts as code: everything but comments and the text of strings.
struct TokenTests {
    private func words(_ text: String) -> [String] {
        SourceFile(path: "Sources/JSON/A.swift", text: text).tokens.filter(\.isWord).map(\.text)
    }

    @Test func commentsAreNoCode() {
        #expect(words("a // b\nc") == ["a", "c"])
        #expect(words("a /* b /* c */ d */ e") == ["a", "e"])
        #expect(words("a /* never closed") == ["a"])
        #expect(words("/// doc \"quote\nlet x") == ["let", "x"])
    }

    @Test func theTextOfAStringIsNoCode() {
        #expect(words(#"a "b \" c" d"#) == ["a", "d"])
        #expect(words(##"a #"b " c \"# d"##) == ["a", "d"])
        #expect(words("a \"\"\"\nb \"quoted\" c\n\"\"\" d") == ["a", "d"])
        #expect(words("a #\"\"\"\nb \"\"\" c\n\"\"\"# d") == ["a", "d"])
        #expect(words("a \"// no comment\" b") == ["a", "b"])
        #expect(words(##"a #/ b " /# c"##) == ["a", "c"])
    }

    @Test func aRegularExpressionIsNoCodeAndADivisionIs() {
        #expect(words(#"a(/b "[c]{2}/) d"#) == ["a", "d"])
        #expect(words(#"let a = /b\/"/; d"#) == ["let", "a", "d"])
        #expect(words("return /b/.x\nc") == ["return", "x", "c"])
        #expect(words("a / b / c") == ["a", "b", "c"])
        #expect(words("(a)/b/c") == ["a", "b", "c"])
        #expect(words("reduce(1, /) + d / e") == ["reduce", "1", "d", "e"])
    }

    @Test func anInterpolationIsCode() {
        #expect(words(#"a "b \(c(d)) e" f"#) == ["a", "c", "d", "f"])
        #expect(words(#"a "b \(c("d \(e) f")) g" h"#) == ["a", "c", "e", "h"])
        #expect(words(##"a #"b \(c) \#(d)"# e"##) == ["a", "d", "e"])
        #expect(words("a \"\"\"\nb \\(c)\n\"\"\" d") == ["a", "c", "d"])
    }

    @Test func aStringThatIsNotClosedEndsWithItsLine() {
        #expect(words("a \"b\nc") == ["a", "c"])
    }

    @Test func linesAreCountedThroughStringsAndComments() {
        let file = SourceFile(path: "Sources/JSON/A.swift", text: "/*\n\n*/\nlet a = \"\"\"\nb\n\"\"\"\nc\n")
        #expect(file.tokens.last?.text == "c")
        #expect(file.tokens.last?.line == 7)
        #expect(file.lines.count == 7)
    }
}
