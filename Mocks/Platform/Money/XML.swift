// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Text inside XML.
enum XML {
    /// The text as it stands in an element, escaped as the service's templates did it.
    ///
    /// What XML cannot carry at all, such as most control characters, becomes the replacement character: the service's order was
    /// then no XML any more.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "'": escaped += "&#39;"
            case "\"": escaped += "&#34;"
            default: escaped.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return escaped
    }

    /// The beginning of a text: so many characters as a schema counts them, code points.
    static func shortened(_ text: String, to count: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
    }

    /// Whether a document of XML 1.0 may hold it.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
