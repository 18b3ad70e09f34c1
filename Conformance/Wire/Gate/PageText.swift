// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What a page says to somebody who reads it: its text without tags, scripts and styles, blanks as one.
struct PageText {
    /// The text.
    let text: String

    /// Reads a page; what is no HTML is its own text.
    init(_ page: String) {
        var read = ""
        var rest = page[...]
        while let open = rest.firstIndex(of: "<") {
            read += rest[..<open]
            let tag = rest[open...].dropFirst()
            let name = Self.name(of: tag)
            let end =
                if name == "script" || name == "style" {
                    Self.end(of: name, in: tag)
                } else if tag.hasPrefix("!--") {
                    Self.index(after: "-->", in: tag)
                } else {
                    Self.index(after: ">", in: tag)
                }
            if !Self.inline.contains(name) { read += " " }
            rest = rest[(end ?? rest.endIndex)...]
        }
        read += rest
        text = Self.oneSpaced(Self.decoded(read))
    }

    /// The beginning of it, for a report.
    var beginning: String {
        Visible.text(text.count > 160 ? text.prefix(160) + "…" : text[...])
    }

    /// The text of an answer: UTF-8, or else what older sites write, ISO 8859-1.
    static func source(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? bytes.reduce(into: "") { $0.unicodeScalars.append(UnicodeScalar($1)) }
    }

    /// The text with any run of blanks as one.
    static func oneSpaced(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Tags between which words go on.
    private static let inline: Set = [
        "a", "abbr", "b", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
    ]

    /// A tag's name in small letters, that of its end too.
    private static func name(of tag: Substring) -> String {
        (tag.first == "/" ? tag.dropFirst() : tag).prefix(12).prefix { $0.isLetter || $0.isNumber }.lowercased()
    }

    private static func end(of name: String, in tag: Substring) -> String.Index? {
        var rest = tag
        while let closing = index(after: "</", in: rest) {
            rest = tag[closing...]
            if rest.prefix(name.count).lowercased() == name { return index(after: ">", in: rest) }
        }
        return nil
    }

    private static func index(after text: String, in rest: Substring) -> String.Index? {
        rest.firstRange(of: text)?.upperBound
    }

    /// The text with what stands for signs as those signs: numbers, and the names that pages in French use.
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var read = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            read += rest[..<start]
            rest = rest[start...]
            let name = rest.dropFirst().prefix(8).prefix { $0 != ";" }
            let end = rest.dropFirst(1 + name.count)
            if end.first == ";", let sign = sign(of: name) {
                read += sign
                rest = end.dropFirst()
            } else {
                read += "&"
                rest = rest.dropFirst()
            }
        }
        return read + rest
    }

    private static func sign(of name: Substring) -> String? {
        guard name.first == "#" else { return names[String(name)] }
        let digits = name.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(UnicodeScalar.init).map { String($0) }
    }

    private static let names = [
        "nbsp": " ", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "amp": "&", "eacute": "é", "egrave": "è",
        "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â", "ccedil": "ç", "icirc": "î", "iuml": "ï", "ocirc": "ô",
        "ucirc": "û", "ugrave": "ù", "oelig": "œ", "Eacute": "É", "Agrave": "À", "rsquo": "’", "lsquo": "‘",
        "laquo": "«", "raquo": "»", "hellip": "…", "ndash": "–", "mdash": "—", "euro": "€",
    ]
}
