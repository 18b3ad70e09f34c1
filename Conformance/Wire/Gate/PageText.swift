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
            read += rest[..<open] + " "
            let tag = rest[open...].dropFirst()
            let end =
                if let name = ["script", "style"].first(where: { tag.prefix(6).lowercased().hasPrefix($0) }) {
                    Self.end(of: name, in: tag)
                } else if tag.hasPrefix("!--") {
                    Self.index(after: "-->", in: tag)
                } else {
                    Self.index(after: ">", in: tag)
                }
            rest = rest[(end ?? rest.endIndex)...]
        }
        read += rest
        text = Self.decoded(read).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The beginning of it, for a report.
    var beginning: String {
        Visible.text(text.count > 160 ? text.prefix(160) + "…" : text[...])
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

    /// The text with the commonest of what stands for signs: pages in French write their accents as they are.
    private static func decoded(_ text: String) -> String {
        let signs = [
            ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"),
            ("&apos;", "'"), ("&eacute;", "é"), ("&egrave;", "è"), ("&agrave;", "à"), ("&amp;", "&"),
        ]
        return signs.reduce(text) { text, sign in
            text.split(separator: sign.0, omittingEmptySubsequences: false).joined(separator: sign.1)
        }
    }
}
