// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Why a platform could not be furnished: what is wrong with the seed, and where.
package struct SeedError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A sentence in English.
    package let english: String
    /// A sentence in French.
    package let french: String
    /// Whether the seed is to blame as it is written; otherwise the platform did not do what a step asked.
    package let isMalformed: Bool

    /// What it says in English.
    package var description: String { english }

    /// Something is wrong with how the seed is written, or it cannot be read.
    package static func malformed(_ english: String, _ french: String) -> SeedError {
        SeedError(english: english, french: french, isMalformed: true)
    }

    /// The platform did not do what a step asked.
    static func failed(_ english: String, _ french: String) -> SeedError {
        SeedError(english: english, french: french, isMalformed: false)
    }

    /// The same trouble, said of a step: the how-manieth, and its name if it has one.
    func at(step number: Int, named name: String?) -> SeedError {
        let place = name.map { "\(number) (\($0))" } ?? "\(number)"
        return SeedError(
            english: "The seed's step \(place): \(english)", french: "Étape \(place) du jeu de données : \(french)",
            isMalformed: isMalformed)
    }
}
