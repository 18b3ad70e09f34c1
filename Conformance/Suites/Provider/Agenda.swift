// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// The words of an agenda (provider document (22), "Les évènements"). The SDK has them too: the judge does not take them from whom it judges.
enum Agenda {
    /// The categories of events.
    static let categories: Set<String> = [
        "museums_and_heritage", "museum_tour", "museum_guided_tour", "heritage_site_tour", "heritage_site_guided_tour",
        "exhibition", "performing_arts", "art_practice", "movie_screening", "game", "meeting",
    ]

    /// The keys of what makes an event accessible.
    static let accessibilities: Set<String> = ["hi", "mi", "pi", "vi", "sl"]

    /// The codes of the nomenclature Entrée Directe / Deelight.
    private static let codes: [ClosedRange<Int>] = [
        100...106, 200...209, 300...309, 311...314, 400...406, 500...536, 600...614, 700...728, 800...806, 808...815,
        820...836, 840...855, 860...866, 870...876, 880...898, 900...903, 905...914, 921...928, 930...938, 1000...1006,
        1100...1105, 1108...1109, 1111...1115, 1200...1208, 1300...1309, 1400...1402, 1500...1504,
    ]

    /// Whether the nomenclature has a code.
    static func hasCode(_ code: Int) -> Bool {
        codes.contains { $0.contains(code) }
    }

    /// The dates of an event; none when they are no list.
    static func occurrences(_ event: JSONValue) -> [JSONValue] { event["timings"]?.arrayValue ?? [] }
}
