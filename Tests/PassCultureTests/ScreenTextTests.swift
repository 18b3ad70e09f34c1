// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture
import Testing

@Suite("Text of others on a screen")
struct ScreenTextTests {
    @Test("stays as it is, accents, ligatures and signs included")
    func kept() {
        for text in ["", "Grand concert", "L\u{2019}Œuvre\u{A0}: Éloïse & Zoë", "Déjà vu 🎭"] {
            #expect(ScreenText.plain(text) == text)
        }
        #expect(ScreenText.plain("LYSYU9 - Eve".dropFirst(9)) == "Eve")
    }

    @Test(
        "steers nothing, stays on its line and in its direction",
        arguments: [
            "\u{0}", "\n", "\r", "\u{1B}", "\u{7F}", "\u{9B}", "\u{61C}",
            "\u{200F}", "\u{2028}", "\u{202E}", "\u{2066}",
        ])
    func steering(character: String) {
        #expect(ScreenText.plain("Eve\(character)[2J") == "Eve\u{FFFD}[2J")
    }
}
