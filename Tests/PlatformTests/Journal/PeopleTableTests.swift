// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Platform

@Suite("A list of people in the journal, however it is written")
struct PeopleTableTests {
    private static let header = "<table><tr><th>Nom</th><th>Places</th><th>Prénom</th></tr>"

    @Test(
        "has its cells apart from each other, whatever a page leaves out",
        arguments: [
            "<tr><td>Durand<td>2<td>Anne</table>", "<tr><td>Durand</td><td>2<td>Anne</tr>",
            "<tr><td>Durand<td>2<td>Anne<tr><td><td>", "<tr><td >Durand</td><td>2</td><td>Anne",
        ])
    func unended(rows: String) {
        let table = PeopleTable(Self.header + rows, type: "text/html")
        #expect(table.cells.map(\.value) == ["Durand", "Anne"])
        for (cell, next) in zip(table.cells, table.cells.dropFirst()) {
            #expect(cell.range.upperBound <= next.range.lowerBound)
        }
        #expect(!table.marked.contains("Durand") && !table.marked.contains("Anne") && table.marked.contains("2"))
    }

    @Test(
        "is read to its end where it is cut, or has a table in a cell",
        arguments: [
            "<tr><td", "<tr><td>", "<tr><t", "<", "<tr><td>Du<table><tr><td>rand</td></tr></table></td></tr>", "<th",
            "<tr><td>a</td></tr><tr><th>Nom", "<td>Durand<", "<td><td><td><td>",
        ])
    func cut(rows: String) {
        let table = PeopleTable(Self.header + rows, type: "text/html")
        for (cell, next) in zip(table.cells, table.cells.dropFirst()) {
            #expect(cell.range.upperBound <= next.range.lowerBound)
        }
        #expect(table.marked.hasPrefix(Self.header))
    }

    @Test("is gone over once: no cell is longer than what stands before the next")
    func cells() {
        let rows = "<tr>" + String(repeating: "<td>a", count: 300)
        let table = PeopleTable(Self.header + rows, type: "text/html")
        #expect(table.cells.map(\.value) == ["a", "a"])
        #expect(table.cells.allSatisfy { $0.range.count == 1 })
    }

    @Test(
        "as a file: quotation marks, ends of lines and cells that are not there",
        arguments: [
            ("Nom;Prénom\nDurand;Anne\n", ["Durand", "Anne"]),
            ("Nom,Prénom\r\n\"Du, \"\"rand\",Anne", ["Du, \"rand", "Anne"]),
            ("Nom;Places;Prénom\nDurand\n;;Anne;plus\n", ["Durand", "Anne"]),
            ("Nom;Prénom\n\"Durand;Anne", ["Durand;Anne"]),
            ("", []), ("Nom", []), ("\"", []), ("Nom\n\n\n", []),
        ])
    func file(text: String, values: [String]) {
        let table = PeopleTable(text, type: "text/csv; charset=utf-8")
        #expect(table.cells.map(\.value) == values)
        for value in values where !value.contains("\"") { #expect(!table.marked.contains(value)) }
    }
}
