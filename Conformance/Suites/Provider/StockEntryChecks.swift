// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// What entries of stock hold (provider document (22), "Les Stocks").
enum StockEntryChecks {
    static let all: [Check] = [
        Check(
            "provider/stocks/entries", ["PC-PR-007"],
            Sentence(
                "Chaque entrée : « ref » en texte, « available » entier.",
                "Each entry: \"ref\" a text, \"available\" a whole number.")
        ) { probe in
            try await FeedEntries(probe, .stocks).expect(
                Sentence(
                    "« ref » en texte, « available » entier, jamais négatif",
                    "\"ref\" a text, \"available\" a whole number, never negative")
            ) { entry in
                entry["ref"]?.isTextual == true && (entry["available"]?.numberValue?.scaled(0)).map { $0 >= 0 } ?? false
            }
        },
        Check(
            "provider/stocks/ref", ["PC-PR-008"],
            Sentence("« ref » : un EAN13, ou l'uid d'une séance.", "\"ref\": an EAN13, or the uid of a date.")
        ) { probe in
            let stocks = try await FeedEntries(probe, .stocks)
            var occurrences: Set<String> = []
            let isEAN = { (entry: JSONValue) in (entry["ref"]?.stringValue).map(isEAN13) ?? true }
            if probe.world.feed?.setting.sections.contains(.events) == true, !stocks.entries.allSatisfy(isEAN) {
                // Without an agenda that can be read, whatever names no EAN decides nothing.
                let events = try await FeedCaller(probe).list(.events).entries
                occurrences = Set(events.flatMap(Agenda.occurrences).compactMap { $0["uid"]?.stringValue })
            }
            let expected =
                occurrences.isEmpty
                ? Sentence(
                    "« ref » : 13 chiffres, le dernier étant leur clé (un uid de séance demanderait --events)",
                    "\"ref\": 13 digits, the last of which is their check digit (the uid of a date would need --events)"
                )
                : Sentence(
                    "« ref » : 13 chiffres avec leur clé, ou l'uid d'une séance de /events",
                    "\"ref\": 13 digits with their check digit, or the uid of a date of /events")
            try stocks.expect(expected) { entry in
                guard let ref = entry["ref"]?.stringValue, !ref.isEmpty else { return true }
                return isEAN13(ref) || occurrences.contains(ref)
            }
        },
        Check(
            "provider/stocks/price", ["PC-PR-009"],
            Sentence("« price » : un nombre d'euros, au centime.", "\"price\": a number of euros, to the cent.")
        ) { probe in
            let stocks = try await FeedEntries(probe, .stocks)
            try stocks.require(unpriced, isPriced)
            try stocks.expect(
                Sentence(
                    "« price » : un nombre d'euros, deux décimales au plus, jamais négatif",
                    "\"price\": a number of euros, two decimals at most, never negative")
            ) { entry in !isPriced(entry) || (entry["price"]?.numberValue?.scaled(2)).map { $0 >= 0 } ?? false }
        },
        Check(
            "provider/stocks/price/euros", ["PC-PR-029"],
            Sentence("« price » en euros, et non en centimes.", "\"price\" in euros, and not in cents.")
        ) { probe in
            let stocks = try await FeedEntries(probe, .stocks)
            let cents = stocks.entries.filter(isPriced).compactMap { $0["price"]?.numberValue?.scaled(2) }.filter {
                $0 > 0
            }
            guard cents.count >= 3 else { throw Interruption.notApplicable(unpriced) }
            guard cents.allSatisfy({ $0 % 100 == 0 && $0 >= 10_000 }) else { return }
            try stocks.expect(
                Sentence(
                    "des euros : tous les prix sont des entiers de 100 ou plus, comme le seraient des centimes",
                    "euros: all prices are whole numbers of 100 or more, as cents would be")
            ) { !isPriced($0) }
        },
        Check(
            "provider/stocks/price/missing", ["PC-PR-010"],
            Sentence("Sans « price » : seulement des livres.", "Without \"price\": books alone.")
        ) { probe in
            let stocks = try await FeedEntries(probe, .stocks)
            try stocks.require(Sentence("Chaque entrée a un prix.", "Each entry has a price.")) { !isPriced($0) }
            try stocks.expect(
                Sentence(
                    "« price », sauf pour un livre (978…, 979…)", "\"price\", but for a book (978…, 979…)")
            ) { entry in
                guard let ref = entry["ref"]?.stringValue else { return true }
                return isPriced(entry) || (ref.hasPrefix("978") || ref.hasPrefix("979")) && isEAN13(ref)
            }
        },
        Check(
            "provider/stocks/valid-until", ["PC-PR-011"],
            Sentence(
                "« validUntil » : une date de la forme documentée.", "\"validUntil\": a date of the documented form.")
        ) { probe in
            let stocks = try await FeedEntries(probe, .stocks)
            func isLimited(_ entry: JSONValue) -> Bool { entry["validUntil"].map { !$0.isNull } ?? false }
            try stocks.require(
                Sentence("Aucune entrée n'a de « validUntil ».", "No entry has a \"validUntil\"."), isLimited)
            try stocks.expect(
                Sentence(
                    "« validUntil » en UTC, avec Z : 2012-04-23T18:25:43.511Z",
                    "\"validUntil\" in UTC, with Z: 2012-04-23T18:25:43.511Z")
            ) { !isLimited($0) || FeedDate.isDate($0["validUntil"]) }
        },
        Check(
            "provider/stocks/once", ["PC-PR-025"],
            Sentence("Une référence deux fois : à deux prix.", "A reference twice: at two prices.")
        ) { probe in
            try await FeedEntries(probe, .stocks).expectOnce(
                Sentence(
                    "chaque référence une fois à un prix et pour une durée",
                    "each reference once at a price and for a time")
            ) { entry in entry["ref"]?.isTextual == true ? [FeedPage.key(of: entry, in: .stocks)] : [] }
        },
    ]

    private static let unpriced = Sentence("Trop peu d'entrées ont un prix.", "Too few entries have a price.")

    private static func isPriced(_ entry: JSONValue) -> Bool { entry["price"].map { !$0.isNull } ?? false }

    /// Whether a text is 13 digits with the check digit of an EAN.
    static func isEAN13(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 13, digits.allSatisfy((0...9).contains) else { return false }
        return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
    }
}
