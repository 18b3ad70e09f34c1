// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// A small lexer that blanks out what is not code: comments and the text of string and regular expression literals.
///
/// Every blanked byte becomes a space and every newline stays, so an offset or a line in the result is the same offset
/// or line in the source. What stands in an interpolation is code and stays.
struct CodeStripper {
    private let source: [UInt8]
    private var output: [UInt8]
    private var index = 0

    private init(_ source: [UInt8]) {
        self.source = source
        self.output = source
    }

    /// `source` with comments and the text of literals blanked out.
    static func strip(_ source: [UInt8]) -> [UInt8] {
        var stripper = CodeStripper(source)
        stripper.code(inInterpolation: false)
        return stripper.output
    }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        index + ahead < source.count ? source[index + ahead] : nil
    }

    private func next(is text: StaticString, after ahead: Int = 0) -> Bool {
        guard index + ahead + text.utf8CodeUnitCount <= source.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where source[index + ahead + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where index < source.count {
            if source[index] != .newline { output[index] = .space }
            index += 1
        }
    }

    /// Passes over code; in an interpolation, up to and with the parenthesis that closes it.
    private mutating func code(inInterpolation: Bool) {
        var depth = 0
        while let byte = byte() {
            if next(is: "//") {
                while let byte = self.byte(), byte != .newline { blank() }
            } else if next(is: "/*") {
                blockComment()
            } else if byte == .quote {
                string(hashes: 0)
            } else if byte == .hash {
                let hashes = hashes()
                switch self.byte(hashes) {
                case .quote: string(hashes: hashes)
                case .slash: regularExpression(hashes: hashes)
                default: index += hashes
                }
            } else if byte == .slash, beginsRegularExpression {
                regularExpression(hashes: 0)
            } else {
                if byte == .openParenthesis { depth += 1 }
                if byte == .closeParenthesis { depth -= 1 }
                index += 1
                if inInterpolation, depth < 0 { return }
            }
        }
    }

    /// How many `#` stand here in a row, starting `ahead` bytes further.
    private func hashes(after ahead: Int = 0) -> Int {
        var count = 0
        while byte(ahead + count) == .hash { count += 1 }
        return count
    }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if next(is: "/*") {
                depth += 1
                blank(2)
            } else if next(is: "*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && index < source.count
    }

    private mutating func string(hashes: Int) {
        index += hashes
        let isMultiline = next(is: "\"\"\"")
        let quotes = isMultiline ? 3 : 1
        index += quotes
        while let byte = byte() {
            if byte == .quote, !isMultiline || next(is: "\"\"\""), self.hashes(after: quotes) >= hashes {
                index += quotes + hashes
                return
            }
            if byte == .newline, !isMultiline { return }  // Not closed: the compiler says so, not we.
            if byte == .backslash, self.hashes(after: 1) >= hashes {
                blank(1 + hashes)
                if self.byte() == .openParenthesis {
                    index += 1
                    code(inInterpolation: true)
                } else {
                    blank()
                }
            } else {
                blank()
            }
        }
    }

    /// Whether the slash here opens a regular expression, told from a division as the compiler does: by what stands
    /// before it, by what follows, and by a second slash on the line.
    private var beginsRegularExpression: Bool {
        guard let next = byte(1), next > .space, next != .closeParenthesis else { return false }
        let before = output[..<index].reversed().drop { $0 == .space }
        let word = before.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }.reversed()
        guard
            before.first.map({ Array("(,=:[{;?&|!\n".utf8).contains($0) }) ?? true
                || ["return", "in", "case"].contains(String(decoding: word, as: UTF8.self))
        else { return false }
        var ahead = 1
        while let byte = byte(ahead), byte != .newline {
            if byte == .slash { return true }
            ahead += byte == .backslash ? 2 : 1
        }
        return false
    }

    private mutating func regularExpression(hashes: Int) {
        blank(hashes + 1)
        while let byte = byte() {
            if byte == .slash, self.hashes(after: 1) >= hashes {
                blank(1 + hashes)
                return
            }
            blank(byte == .backslash ? 2 : 1)
        }
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let slash = UInt8(ascii: "/")
    static let backslash = UInt8(ascii: "\\")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
}
