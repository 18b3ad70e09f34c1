// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// The house as it lies on disk.
struct SourceTreeTests {
    @Test func theFilesOfTheHouseAreFoundAndWhatIsBuiltIsNot() throws {
        let paths = try SourceTree(root: Repository.root).paths()
        #expect(paths.contains("Package.swift"))
        #expect(paths.contains("Tests/HouseRulesTests/SourceTreeTests.swift"))
        #expect(paths == paths.sorted())
        #expect(!paths.contains { $0.hasPrefix(".build") || $0.hasPrefix(".git/") })
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: SourceTree.ReadError.self) { try SourceTree(root: Repository.root + "/nowhere").paths() }
        #expect(throws: SourceTree.ReadError.self) { try SourceTree(root: Repository.root).file(at: "nothing.swift") }
    }

    @Test func everyRuleIsAskedAndTheFileIsJudgedByThoseThatApply() {
        let text = "import Foundation\npublic func a() { sleep(1) }\n"
        let found = HouseRules.violations(in: SourceFile(path: "Sources/JSON/A.swift", text: text))
        #expect(found.map(\.line) == [1, 1, 2, 2])
        #expect(Set(HouseRules.all.map(\.name)).count == HouseRules.all.count)
    }
}
