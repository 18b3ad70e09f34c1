// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// Every rule of the guide has a test that names it.
struct GuideRuleTests {
    @Test func everyRuleOfTheGuideIsNamedByATest() throws {
        let tree = SourceTree(root: Repository.root)
        var named: Set<Int> = []
        for path in try tree.paths() where path.hasPrefix("Tests/PlatformTests/Guide/") {
            for line in try tree.file(at: path).lines { named.formUnion(Self.rules(namedBy: line)) }
        }
        #expect((1...35).filter { !named.contains($0) } == [])
    }

    @Test func aRuleIsNamedByTheDisplayNameOfATestAlone() {
        #expect(Self.rules(namedBy: "    @Test(\"G30, G33: under observed\")") == [30, 33])
        #expect(Self.rules(namedBy: "        \"G7: every field\",") == [7])
        #expect(Self.rules(namedBy: "/// G12: a comment") == [])
        #expect(Self.rules(namedBy: "let text = \"of G12\"") == [])
    }

    /// The numbers at the beginning of a display name, up to its colon.
    private static func rules(namedBy line: String) -> [Int] {
        let text = line.drop { $0 == " " }
        let opening = text.hasPrefix("@Test(\"") ? text.dropFirst(7) : text.hasPrefix("\"") ? text.dropFirst() : ""
        guard let colon = opening.firstIndex(of: ":") else { return [] }
        let names = opening[..<colon].split(separator: ",").map { $0.drop { $0 == " " } }
        let numbers = names.compactMap { $0.first == "G" ? Int($0.dropFirst()) : nil }
        return numbers.count == names.count ? numbers : []
    }
}
