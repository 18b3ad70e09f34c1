// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// The header, the length and the places that a file may name.
struct FileRulesTests {
    private func file(_ text: String, at path: String = "Sources/JSON/A.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    private let header = FileHeaderRule.header.joined(separator: "\n") + "\n"

    @Test func aFileWithoutTheHeaderIsCaught() {
        #expect(FileHeaderRule().violations(in: file(header + "let a = 1\n")) == [])
        #expect(FileHeaderRule().violations(in: file("let a = 1\n")).map(\.line) == [1])
        #expect(FileHeaderRule().violations(in: file(FileHeaderRule.header[0] + "\nlet a = 1\n")).map(\.line) == [2])
        #expect(FileHeaderRule().violations(in: file("")).map(\.line) == [1])
        #expect(!FileHeaderRule().applies(to: "Package.swift"))
        #expect(!FileHeaderRule().applies(to: "Benchmarks/Rivals/Package.swift"))
        #expect(!ImportArrowsRule().applies(to: "Benchmarks/Rivals/Package.swift"))
    }

    @Test func aFileOfMoreThan350LinesIsCaught() {
        #expect(FileLengthRule().violations(in: file(String(repeating: "\n", count: 350))) == [])
        #expect(FileLengthRule().violations(in: file(String(repeating: "\n", count: 351))).count == 1)
        #expect(FileLengthRule().violations(in: file(String(repeating: "\n", count: 350) + "}")).map(\.line) == [351])
    }

    @Test(arguments: PortableTextRule.places)
    func aPlaceOfOneMachineIsCaughtInAnyFile(place: String) {
        let rule = PortableTextRule()
        #expect(rule.applies(to: "README.md"))
        #expect(rule.violations(in: file("fine\nsee \(place)x\n", at: "README.md")).map(\.line) == [2])
        #expect(rule.violations(in: file("// see \(place)x\n")).map(\.line) == [1])
        #expect(rule.violations(in: file("how we work together on shared things\n", at: "README.md")) == [])
    }

    @Test func aViolationReadsAsEditorsExpect() {
        #expect(Violation(path: "a/B.swift", line: 3, message: "no").description == "a/B.swift:3: no")
    }
}
