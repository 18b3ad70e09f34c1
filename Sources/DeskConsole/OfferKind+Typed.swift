// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import PassCulture

extension OfferKind {
    /// What is sold, as somebody types it: the word of either language, or its letter in the desk's question.
    package init?(typed: String) {
        switch typed.lowercased() {
        case "c", "cinema", "cinéma", "film": self = .cinema
        case "s", "show", "spectacle": self = .show
        case "p", "practice", "pratique": self = .practice
        case "b", "l", "book", "books", "livre", "livres": self = .books
        case "d", "digital", "numerique", "numérique": self = .digital
        default: return nil
        }
    }
}
