// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import JSON
import Testing

@testable import Platform

@Suite("The migration guide")
struct MigrationGuideTests {
    @Test("each row says what was, what is, and what to change in both languages")
    func isComplete() {
        for row in Migration.all {
            let texts = [row.topic, row.prototype, row.today, row.change, row.changeInFrench, row.withSDK]
            #expect(texts.allSatisfy { !$0.isEmpty }, "\(row.id)")
            #expect(row.second != "")
        }
        #expect(Set(Migration.all.map(\.id)).count == Migration.all.count)
    }

    @Test("every route that it names is one of the two editions'")
    func routes() {
        let known = Set(Operations.all.map(\.route))
        let named = Migration.all.flatMap { Migration.routes(in: "\($0.prototype) \($0.today) \($0.change)") }
        #expect(named.count >= 8)
        #expect(named.filter { !known.contains($0) } == [])
        #expect(MigrationGuide.routes(of: Migration.all).count == Set(named).count)
    }

    @Test("the documentation's page is what the command writes: passculture mock --migration --markdown")
    func pageIsFresh() throws {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let data = try Data(contentsOf: URL(fileURLWithPath: "/\(root)/Mocks/Documentation/Migration.md"))
        #expect(String(decoding: data, as: UTF8.self) == MigrationGuide.text(.markdown) + "\n")
    }

    @Test("every row is in each form")
    func forms() throws {
        let json = try JSONValue(parsing: Array(MigrationGuide.text(.json).utf8))
        #expect(json.arrayValue?.compactMap { $0["id"]?.stringValue } == Migration.all.map(\.id))
        for row in Migration.all {
            #expect(MigrationGuide.text(.plain).contains("\(row.id): \(row.topic)\n  2018      \(row.prototype)"))
            #expect(MigrationGuide.text(.markdown).contains(DivergenceTable.escaped(row.changeInFrench)))
        }
    }
}
