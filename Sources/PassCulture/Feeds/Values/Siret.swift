// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The number of a French establishment, by which the pass Culture asks for what one shop or one venue has: fourteen
/// digits.
///
/// Whether they check each other is not looked at: the pass Culture asks by the number that it was given, in its
/// integration environment an invented one (the documents' own example is `12345678901234`).
public struct Siret: Hashable, Sendable, CustomStringConvertible {
    /// The fourteen digits.
    public let digits: String

    /// Reads a number that is written without blanks.
    ///
    /// - Throws: ``FeedError/siret`` when there are not fourteen digits and nothing else.
    public init(_ text: some StringProtocol) throws(FeedError) {
        let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, text.utf8.count == 14 else { throw .siret }
        digits = String(text)
    }

    /// The fourteen digits.
    public var description: String { digits }
}
