// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Text in pages and mails.
enum HTML {
    /// The text with what HTML would take for its own replaced, code point by code point: to a browser a bracket with an accent on it is a
    /// bracket. Attributes stand between double quotes.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
