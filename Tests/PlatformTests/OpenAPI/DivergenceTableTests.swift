// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import JSON
import PlatformDomain
import Testing

@testable import Platform

@Suite("The table of divergences")
struct DivergenceTableTests {
    @Test("each row says what both say, where it shows, and where it is read")
    func isComplete() {
        for divergence in Divergence.all {
            let texts = [divergence.documented, divergence.observed, divergence.example, divergence.source]
            #expect(texts.allSatisfy { !$0.isEmpty }, "\(divergence.id)")
        }
        #expect(Set(Divergence.all.map(\.id)).count == Divergence.all.count)
    }

    @Test("the documentation's page is what the command writes: passculture mock --divergences --markdown")
    func pageIsFresh() throws {
        let page = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let data = try Data(contentsOf: URL(fileURLWithPath: "/\(page)/Mocks/Documentation/Divergences.md"))
        #expect(String(decoding: data, as: UTF8.self) == DivergenceTable.text(.markdown) + "\n")
    }

    @Test("every row is in each form, a bar and angle brackets in a cell escaped")
    func forms() throws {
        let json = try JSONValue(parsing: Array(DivergenceTable.text(.json).utf8))
        #expect(json.arrayValue?.compactMap { $0["id"]?.stringValue } == Divergence.all.map(\.id))
        for divergence in Divergence.all {
            #expect(DivergenceTable.text(.plain).contains(divergence.id + "\n  documented  " + divergence.documented))
        }
        let rows = DivergenceTable.text(.markdown).split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == Divergence.all.count)
        #expect(rows.allSatisfy { $0.count(where: { $0 == "|" }) == 6 })
        #expect(DivergenceTable.escaped("a|b <c>") == "a\\|b &lt;c&gt;")
    }
}
