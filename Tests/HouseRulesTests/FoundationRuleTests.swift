// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import HouseRules
import Testing

/// No Foundation in what is shipped.
struct FoundationRuleTests {
    private func messages(_ path: String, _ text: String) -> [String] {
        FoundationRule().violations(in: SourceFile(path: path, text: text)).map(\.message)
    }

    @Test(arguments: ["Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML"])
    func anyPartOfFoundationIsCaughtInWhatIsShipped(module: String) {
        for path in [
            "Sources/JSON/A.swift", "Mocks/Platform/A.swift", "Conformance/A.swift", "Samples/Till/main.swift",
        ] {
            #expect(messages(path, "internal import \(module)").count == 1)
        }
        #expect(messages("Sources/JSON/A.swift", "import struct \(module).Date").count == 1)
    }

    @Test func testsMayTakeTheEssentialsButNeverTheWhole() {
        #expect(messages("Tests/JSONTests/A.swift", "import FoundationEssentials") == [])
        #expect(messages("Tests/JSONTests/A.swift", "import Foundation").count == 1)
        #expect(messages("Tests/JSONTests/A.swift", "import FoundationNetworking").count == 1)
    }

    @Test func aCommentAboutFoundationPasses() {
        #expect(messages("Sources/JSON/A.swift", "// import Foundation\nimport Glibc") == [])
    }
}
