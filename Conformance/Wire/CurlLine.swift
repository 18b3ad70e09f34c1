// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// A request written as a command line that somebody can paste.
///
/// What is not shown is a variable on which the shell insists, with a sentence that says what belongs there: sent without it, the request
/// would be another one, and its answer would mislead.
enum CurlLine {
    /// The command line: credentials are left to whoever has them, long and binary bodies to the file they are in.
    static func text(
        method: String, url: String, headers: [(name: String, value: String)], body: [UInt8]?
    ) -> String {
        var words = ["curl", "-sS", "-i"]
        if method != "GET" { words += ["-X", method] }
        words.append(quoted(url))
        for header in headers {
            words += ["-H", credential(in: header) ?? quoted("\(header.name): \(header.value)")]
        }
        if let body, !body.isEmpty {
            let text = String(decoding: body, as: UTF8.self)
            if body.count > 2_000 || !text.utf8.elementsEqual(body) || text.unicodeScalars.contains("\0") {
                words.append("--data-binary \"${BODY:?the body, \(body.count) bytes, as @file}\"")
            } else {
                words += ["--data-binary", quoted(text)]
            }
        }
        return words.joined(separator: " ")
    }

    /// A header that says who asks, with a variable in the place of the secret; nothing for any other.
    private static func credential(in header: (name: String, value: String)) -> String? {
        guard !MadeUp.isNobodys(header) else { return nil }
        return switch header.name.lowercased() {
        case "authorization" where header.value.hasPrefix("Bearer "):
            "\"\(header.name): Bearer ${KEY:?the key that this check uses, of a provider linked to the venue}\""
        case "authorization" where header.value.hasPrefix("Basic "):
            "\"\(header.name): Basic ${BASIC:?address:password in Base64}\""
        case "authorization", "proxy-authorization": "\"\(header.name): ${AUTHORIZATION:?what the header says}\""
        case "cookie": "\"\(header.name): ${COOKIE:?the cookie of a log-in}\""
        default: nil
        }
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
