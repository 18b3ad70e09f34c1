// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The articles that are known by their EAN: those whose numbers are printed for the integration environment (`today §6`), the book that
/// the control API offers, and test articles without end.
///
/// Numbers that begin with `2` belong to no article in trade. Here those from `200` to `204` are test articles, by their third digit:
/// paper books, CDs, vinyl records, digital books, and articles that break the terms of use.
package enum EANCatalogue {
    /// Why an article can be sold by its EAN, or why not.
    package enum Standing: Sendable, Hashable {
        /// It can, in this category.
        case available(EANArticle)
        /// Its category is not sold by EAN.
        case categoryNotAllowed
        /// It breaks the terms of use.
        case notCompliant
        /// Nobody knows it.
        case unknown
    }

    /// The standing of a number of 13 digits.
    package static func standing(_ ean: String) -> Standing {
        if let category = printed[ean] {
            return category == "LIVRE_NUMERIQUE"
                ? .categoryNotAllowed : .available(EANArticle(ean: ean, category: category, name: name(category, ean)))
        }
        guard ean.utf8.count == 13, ean.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .unknown }
        switch ean.prefix(3) {
        case "200": return .available(test("LIVRE_PAPIER", ean))
        case "201": return .available(test("SUPPORT_PHYSIQUE_MUSIQUE_CD", ean))
        case "202": return .available(test("SUPPORT_PHYSIQUE_MUSIQUE_VINYLE", ean))
        case "203": return .categoryNotAllowed
        case "204": return .notCompliant
        default: return .unknown
        }
    }

    /// The article of a number, if it can be sold by it.
    package static func article(_ ean: String) -> EANArticle? {
        if case .available(let article) = standing(ean) { article } else { nil }
    }

    /// Whether offers of a category are made by EAN alone.
    package static func sells(_ category: String) -> Bool {
        ["LIVRE_PAPIER", "SUPPORT_PHYSIQUE_MUSIQUE_CD", "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE"].contains(category)
    }

    private static func test(_ category: String, _ ean: String) -> EANArticle {
        EANArticle(ean: ean, category: category, name: name(category, ean))
    }

    /// A title cannot hold an EAN; its last six digits tell articles apart.
    private static func name(_ category: String, _ ean: String) -> String {
        let kind =
            switch category {
            case "LIVRE_PAPIER": "Livre"
            case "SUPPORT_PHYSIQUE_MUSIQUE_CD": "CD"
            default: "Vinyle"
            }
        return "\(kind) n° \(ean.suffix(6))"
    }

    /// The printed numbers, those of CDs and records padded to 13 digits.
    private static let printed: [String: String] = [
        "9782895761792": "LIVRE_PAPIER", "9782722203358": "LIVRE_PAPIER", "9782755637083": "LIVRE_PAPIER",
        "9782070360024": "LIVRE_PAPIER", "9782070612758": "LIVRE_PAPIER",
        "0889854690519": "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE",
        "0602527594934": "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE", "3700551782888": "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE",
        "3700187670146": "SUPPORT_PHYSIQUE_MUSIQUE_CD", "5055667602659": "SUPPORT_PHYSIQUE_MUSIQUE_CD",
        "8809755509101": "SUPPORT_PHYSIQUE_MUSIQUE_CD", "9782378761585": "LIVRE_NUMERIQUE",
    ]
}

/// An article that can be sold by its EAN.
package struct EANArticle: Sendable, Hashable {
    /// Its number, 13 digits.
    package let ean: String
    /// The category that its offers have.
    package let category: String
    /// What its offers are called.
    package let name: String
}
