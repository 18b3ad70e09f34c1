// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The cells of a list of people whose columns say that they hold personal data: a file for a spreadsheet, or a page to print.
///
/// A list that was cut ends with part of a cell.
struct PeopleTable {
    /// A cell under such a heading.
    struct Cell {
        /// Where it stands in the text, in bytes, with what encloses it.
        let range: Range<Int>
        /// What it says.
        let value: String
        /// What that is.
        let datum: PersonalDatum
    }

    private let bytes: [UInt8]
    /// The cells in order; none in a text that is no such list.
    private(set) var cells: [Cell] = []
    private var header: [String] = []
    private var column = 0

    /// Reads a text of a media type.
    init(_ text: String, type: String) {
        bytes = Array(text.utf8)
        let type = type.lowercased()
        if type.hasPrefix("text/csv") {
            readSeparated()
        } else if type.hasPrefix("text/html") {
            readPage()
        }
    }

    /// What its cells say, but for one that may have been cut.
    var known: [Cell] { cells.filter { $0.range.upperBound < bytes.count } }

    /// The text with a mark in the place of each cell.
    var marked: String {
        var marked: [UInt8] = []
        marked.reserveCapacity(bytes.count)
        var taken = 0
        for cell in cells {
            marked += bytes[taken..<cell.range.lowerBound] + Array(String(cell.datum.mark).utf8)
            taken = cell.range.upperBound
        }
        return String(decoding: marked + bytes[taken...], as: UTF8.self)
    }

    private mutating func add(_ value: String, _ range: Range<Int>) {
        defer { column += 1 }
        guard column < header.count, !value.isEmpty, let datum = Self.datum(value, under: header[column])
        else { return }
        cells.append(Cell(range: range, value: value, datum: datum))
    }

    private static func datum(_ value: String, under heading: String) -> PersonalDatum? {
        switch heading {
        case "Nom", "Prénom": .name
        case "Mail": .email
        default: PersonalDatum(field: heading, value: value)
        }
    }

    // MARK: A file

    private mutating func readSeparated() {
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let line = bytes[index...].prefix { $0 != 0x0A }
        let separator = line.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
        var isHeader = true
        while index < bytes.count {
            let start = index
            let value = readCell(&index, until: separator)
            if isHeader {
                header.append(value)
            } else {
                add(value, start..<index)
            }
            if index < bytes.count, bytes[index] != separator {
                isHeader = false
                column = 0
                while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
            } else {
                index += 1
            }
        }
    }

    /// What a cell says, without its quotation marks; the index then stands behind it.
    private func readCell(_ index: inout Int, until separator: UInt8) -> String {
        let quote = UInt8(ascii: "\"")
        var value: [UInt8] = []
        var isQuoted = index < bytes.count && bytes[index] == quote
        if isQuoted { index += 1 }
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted, byte == quote {
                index += 1
                guard index < bytes.count, bytes[index] == quote else {
                    isQuoted = false
                    continue
                }
            } else if !isQuoted, byte == separator || byte == 0x0D || byte == 0x0A {
                break
            }
            value.append(byte)
            index += 1
        }
        return String(decoding: value, as: UTF8.self)
    }

    // MARK: A page

    private mutating func readPage() {
        var index = 0
        while let tag = place(of: "<t", from: index) {
            index = tag + 2
            guard index + 1 < bytes.count else { return }
            let isCell = [UInt8(ascii: ">"), UInt8(ascii: " ")].contains(bytes[index + 1])
            switch bytes[index] {
            case UInt8(ascii: "r") where isCell: column = 0
            case UInt8(ascii: "h") where isCell:
                if column == 0 { header = [] }
                let range = content(from: index)
                header.append(Self.plain(bytes[range]))
                column += 1
                index = range.upperBound
            case UInt8(ascii: "d") where isCell:
                let range = content(from: index)
                add(column < header.count ? Self.plain(bytes[range]) : "", range)
                index = range.upperBound
            default: break
            }
        }
    }

    /// Where the content of a cell stands whose tag goes on at an index: until the next part of a table begins or ends, for a page may leave out
    /// the ends.
    private func content(from index: Int) -> Range<Int> {
        let start = (place(of: ">", from: index) ?? bytes.count - 1) + 1
        var end = start
        while end < bytes.count, !isTablePart(at: end) { end += 1 }
        return start..<end
    }

    private func isTablePart(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "<") else { return false }
        let rest = bytes[(index + 1)...].prefix(2)
        return rest.first == UInt8(ascii: "t") || rest.elementsEqual("/t".utf8)
    }

    /// Where a short text stands first from an index on.
    private func place(of text: StaticString, from index: Int) -> Int? {
        text.withUTF8Buffer { wanted -> Int? in
            var index = index
            while index + wanted.count <= bytes.count {
                if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
                index += 1
            }
            return nil
        }
    }

    /// What pages write for a few characters.
    private static let entities = [
        (text: "&lt;", byte: UInt8(ascii: "<")), (text: "&gt;", byte: UInt8(ascii: ">")),
        (text: "&quot;", byte: UInt8(ascii: "\"")), (text: "&amp;", byte: UInt8(ascii: "&")),
    ]

    /// A text of a page as people read it.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        var rest = bytes
        while let first = rest.first {
            let entity = entities.first { rest.starts(with: $0.text.utf8) }
            plain.append(entity?.byte ?? first)
            rest = rest.dropFirst(entity?.text.utf8.count ?? 1)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
