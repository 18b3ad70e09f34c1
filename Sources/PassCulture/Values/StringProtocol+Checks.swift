// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text without the white space around it.
    func trimmed() -> String {
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[start...end]))
    }

    /// Whether the text holds a control character, which no identifier, address or header may.
    var hasControlCharacter: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
