// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

@testable import Platform

extension Mail {
    /// What a reader of the HTML sees, on one line: how the recorded mails are compared.
    var visible: String {
        var text = ""
        var isTag = false
        for character in html {
            switch character {
            case "<": isTag = true
            case ">":
                isTag = false
                text += " "
            default: if !isTag { text.append(character) }
            }
        }
        for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacing(name, with: character)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Sender and subject on one line.
    var heading: String { "\(from.name) <\(from.address)> | \(subject)" }
}
