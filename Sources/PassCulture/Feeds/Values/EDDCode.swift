// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Genre or subgenre of the performing arts in the nomenclature Entrée Directe / Deelight (provider document (22),
/// "eddCode").
public struct EDDCode: Hashable, Sendable, CustomStringConvertible {
    /// The codes that the document lists, families (`300`, dance) and what is in them (`308`, flamenco).
    private static let listed = [
        100...106, 200...209, 300...309, 311...314, 400...406, 500...536, 600...614, 700...728, 800...806, 808...815,
        820...836, 840...855, 860...866, 870...876, 880...898, 900...903, 905...914, 921...928, 930...938,
        1000...1006, 1100...1105, 1108...1109, 1111...1115, 1200...1208, 1300...1309, 1400...1402, 1500...1504,
    ]

    /// The number.
    public let number: Int

    /// Takes a code.
    ///
    /// - Throws: ``FeedError/eddCode(_:)`` when the nomenclature has no such code.
    public init(_ number: Int) throws(FeedError) {
        guard Self.listed.contains(where: { $0.contains(number) }) else { throw .eddCode(number) }
        self.number = number
    }

    /// The number.
    public var description: String { String(number) }
}
