// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Text inside XML and HTML.
enum Markup {
    /// The text with what has a meaning there spelt out; what XML cannot hold at all (XML 1.0 §2.2) is replaced.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// An element with attributes; closed in itself if nothing is in it.
    static func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String = "") -> String {
        let start = "<" + name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
        return content.isEmpty ? start + "/>" : "\(start)>\(content)</\(name)>"
    }
}
