// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A request written as a command line that somebody can paste.
enum CurlLine {
    private static let masked: Set<String> = ["authorization", "cookie", "proxy-authorization"]

    /// The command line: credentials are masked, long and binary bodies named instead of written.
    static func text(
        method: String, url: String, headers: [(name: String, value: String)], body: [UInt8]?
    ) -> String {
        var words = ["curl", "-sS", "-i"]
        if method != "GET" { words += ["-X", method] }
        words.append(quoted(url))
        for header in headers {
            words += ["-H", quoted("\(header.name): \(value(of: header))")]
        }
        if let body, !body.isEmpty {
            let text = String(decoding: body, as: UTF8.self)
            if body.count > 2_000 || !text.utf8.elementsEqual(body) || text.unicodeScalars.contains("\0") {
                words.append("--data-binary @body  # \(body.count) bytes")
            } else {
                words += ["--data-binary", quoted(text)]
            }
        }
        return words.joined(separator: " ")
    }

    private static func value(of header: (name: String, value: String)) -> String {
        guard masked.contains(header.name.lowercased()) else { return header.value }
        let scheme = ["Basic ", "Bearer "].first { header.value.hasPrefix($0) }
        return (scheme ?? "") + "***"
    }

    /// The text as one word of a shell; with control characters in it, as `$'…\\x1b…'`, which sends the same bytes.
    private static func quoted(_ text: String) -> String {
        guard !text.unicodeScalars.contains(where: Visible.isControl) else { return quotedByBytes(text) }
        // An apostrophe ends the quotes for a shell, though an accent stands on it.
        return text.unicodeScalars.reduce(into: "'") { $0 += $1 == "'" ? #"'\''"# : String($1) } + "'"
    }

    private static func quotedByBytes(_ text: String) -> String {
        var out = "$'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\\": out += "\\\(scalar)"
            case _ where Visible.isControl(scalar):
                for byte in UTF8.encode(scalar) ?? .init() {
                    out += "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
                }
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "'"
    }
}
