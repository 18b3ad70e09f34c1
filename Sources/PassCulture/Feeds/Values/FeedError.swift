// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// Why something cannot be served to the pass Culture: said where it is made, so that it never gets as far as an
/// answer.
public enum FeedError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No SIRET: not fourteen digits.
    case siret
    /// An identifier is empty or holds a control character.
    case identifier
    /// A stock of less than nothing.
    case negativeStock(Int)
    /// A price of less than nothing, in cents.
    case negativePrice(cents: Int)
    /// No price, for what is no book: the price of books alone is known (*prix unique*).
    case priceMissing
    /// A date before 1970 or after 9999.
    case date
    /// A text is empty.
    case emptyText
    /// An occurrence ends before its start.
    case timing(uid: String)
    /// Two occurrences of an event have one identifier.
    case timingTwice(uid: String)
    /// The address of a picture does not begin with `http://` or `https://`, or holds a blank.
    case image
    /// A code that is not in the nomenclature.
    case eddCode(Int)
    /// A code of the performing arts, for something else.
    case eddCodeOutside(FeedCategory)
    /// A page of several references that holds more than was asked for.
    case pageTooLong(count: Int, limit: Int)
    /// A page that begins with what the caller has, or before it: it would be asked for without end.
    case pageBeginsAgain(reference: String)
    /// A page that holds an entry twice: an event, or a stock at one price and until one date.
    case entryTwice(reference: String)

    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .siret: "a SIRET has 14 digits"
        case .identifier: "an identifier is empty or holds a control character"
        case .negativeStock(let count): "a stock cannot be \(count)"
        case .negativePrice(let cents): "a price cannot be \(cents) cents"
        case .priceMissing: "only a book (EAN 978… or 979…) goes without a price"
        case .date: "a date lies before 1970 or after 9999"
        case .emptyText: "a text that is shown is empty"
        case .timing(let uid): "the occurrence \(uid) ends before its start"
        case .timingTwice(let uid): "two occurrences of one event are called \(uid)"
        case .image: "the address of a picture begins with http:// or https:// and has no blanks"
        case .eddCode(let number): "\(number) is no code of the nomenclature Entrée Directe / Deelight"
        case .eddCodeOutside(let category): "a code of the performing arts does not fit \(category.rawValue)"
        case .pageTooLong(let count, let limit):
            "the source gave \(count) entries where at most \(limit) were asked for"
        case .pageBeginsAgain(let reference): "the source gave \(reference) to a call for what comes after it"
        case .entryTwice(let reference): "the source gave \(reference) twice"
        }
    }

    /// Refuses an identifier that cannot come back as `after`.
    static func check(identifier: String) throws(FeedError) {
        guard !identifier.isEmpty, !identifier.hasControlCharacter else { throw .identifier }
    }

    /// Refuses a date that cannot be written.
    static func check(_ date: Instant?) throws(FeedError) {
        guard let date else { return }
        guard Instant.epoch <= date, date <= .latest else { throw .date }
    }
}
