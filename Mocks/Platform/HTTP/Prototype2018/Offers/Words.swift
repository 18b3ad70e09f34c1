// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

/// The words that somebody searches for.
///
/// Each must begin a word of what is searched, whatever the case and the accents (`contract 2018-12 §6.1`, `§6.7`).
struct Words: Sendable {
    private let prefixes: [String]

    /// Takes a text apart.
    init(_ text: String) {
        prefixes = Self.words(text)
    }

    /// Whether there is nothing to search for.
    var isEmpty: Bool { prefixes.isEmpty }

    /// Whether an offer is found by its title, its description, its venue or its structure.
    func match(_ offer: Offer, in state: PlatformState) -> Bool {
        let product = state.products[offer.productID]
        let venue = state.venues[offer.venueID]
        let offerer = venue.flatMap { state.offerers[$0.offererID] }
        let texts = [product?.name, product?.description, venue?.name, offerer?.name]
        let words = texts.compactMap { $0 }.flatMap(Self.words)
        return prefixes.allSatisfy { prefix in words.contains { $0.hasPrefix(prefix) } }
    }

    /// The words of a text, in small letters without accents.
    static func words(_ text: String) -> [String] {
        FrenchText.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
