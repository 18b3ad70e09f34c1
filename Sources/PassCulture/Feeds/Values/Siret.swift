// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The number of a French establishment, by which the pass Culture asks for what one shop or one venue has: fourteen
/// digits.
///
/// Its digits check each other as the INSEE has them: by Luhn's sum, and for La Poste (`356000000…`), which has too
/// many establishments for that, by a sum that is a multiple of five.
public struct Siret: Hashable, Sendable, CustomStringConvertible {
    /// The fourteen digits.
    public let digits: String

    /// Reads a number that is written without blanks.
    ///
    /// - Throws: ``FeedError/siret`` when there are not fourteen digits and nothing else, or when one of them is wrong.
    public init(_ text: some StringProtocol) throws(FeedError) {
        let values = text.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
        guard values.count == 14, text.utf8.count == 14 else { throw .siret }
        let isOfLaPoste = text.hasPrefix("356000000") && values.reduce(0, +).isMultiple(of: 5)
        guard isOfLaPoste || Self.luhnSum(values).isMultiple(of: 10) else { throw .siret }
        digits = String(text)
    }

    /// Every second digit doubled, from the first of fourteen on; of what then has two digits, both count.
    private static func luhnSum(_ values: [Int]) -> Int {
        values.enumerated().reduce(0) { sum, value in
            let weighed = value.offset.isMultiple(of: 2) ? 2 * value.element : value.element
            return sum + weighed / 10 + weighed % 10
        }
    }

    /// The fourteen digits.
    public var description: String { digits }
}
