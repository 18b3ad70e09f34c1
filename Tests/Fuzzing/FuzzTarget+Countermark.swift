// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PassCulture

extension FuzzTarget {
    /// The reading of a countermark: what it takes are six capitals or digits, the same however they are written and read again.
    package static let countermark = FuzzTarget(
        "countermark",
        corpus: [
            "LYSYU9", "ly sy-u9", " LY\u{A0}SY\u{2009}U9\r\n", "AB\u{200B}C2\u{2011}34", "é12345", "1234567", "",
            "ＡＢＣ１２３",
        ]
        .map { Array($0.utf8) },
        words: [
            " ", "-", "\r\n", "\u{A0}", "\u{200B}", "\u{2014}", "\u{301}", "A", "z", "0", "\u{FEFF}", "\u{202E}", "ß",
            "ı", "İ", "\0",
        ].map { Array($0.utf8) }
    ) { input throws(Broken) in
        let typed = String(decoding: input, as: UTF8.self)
        do throws(PassCultureError) {
            let countermark = try Countermark(typed)
            let text = countermark.revealed
            try holds(countermark, text)
            return "taken, \(min(typed.unicodeScalars.count, 40)) characters"
        } catch {
            guard error.code == .invalidCountermark else { throw Broken("\(error)") }
            let detail = error.detail ?? ""
            let count = detail.prefix { $0 != " " }
            // One of two sentences, so that nothing of what was typed can be in it.
            try Broken.unless(
                detail == "neither an ASCII letter nor a digit was found in it"
                    || Int(count) != nil && detail.dropFirst(count.count) == " letters or digits instead of 6",
                "the error says \(detail)")
            return Int(count).map { "\(min($0, 20)) letters" } ?? "no letter"
        }
    }

    private static func holds(_ countermark: Countermark, _ text: String) throws(PassCultureError) {
        let isSix =
            text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        let spaced = text.lowercased().map { "\($0)\u{A0}-" }.joined()
        guard isSix, try Countermark(text) == countermark, try Countermark(spaced) == countermark,
            !"\(countermark)\(String(reflecting: countermark))".contains(text)
        else {
            throw PassCultureError(
                .invalidConfiguration, detail: "\(text) is not six, or not the same again, or is told")
        }
    }
}
