// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A call of the pass Culture, read.
struct FeedRequest {
    let siret: Siret
    let query: FeedQuery

    /// Reads a call; gives all that is wrong with it at once.
    ///
    /// An empty parameter is as none, and those that a section does not have are passed over: were a list of events cut
    /// to what has changed, the bookings of all others would be cancelled.
    static func read(
        _ siret: String, _ parts: LinkParts, for section: FeedSection, maximum: Int
    ) -> Reading {
        var flaws: FeedFlaws = []
        let number = try? Siret(siret)
        if number == nil { flaws.append(("siret", "Siret invalide")) }
        var limit: Int?
        if let text = parts.parameter("limit") {
            limit = self.limit(text)
            if limit == nil { flaws.append(("limit", "La limite doit être un nombre entier supérieur ou égal à 1")) }
        }
        var since: Instant?
        if section == .stocks, let text = parts.parameter("modifiedSince") {
            since = instant(text)
            if since == nil {
                flaws.append(("modifiedSince", "La date doit être au format 2012-04-23T18:25:43.511Z"))
            }
        }
        guard let number, flaws.isEmpty else { return .flawed(flaws) }
        let query = FeedQuery(
            after: parts.parameter("after"), limit: min(limit ?? maximum, maximum), modifiedSince: since)
        return .request(FeedRequest(siret: number, query: query))
    }

    /// What came of reading a call.
    enum Reading {
        case request(FeedRequest)
        case flawed(FeedFlaws)
    }

    /// A number of 1 or more; one that no machine counts is as good as the largest.
    private static func limit(_ text: String) -> Int? {
        guard isNumber(text) else { return nil }
        let limit = Int(text) ?? .max
        return limit >= 1 ? limit : nil
    }

    /// A date in the documents' form, or the milliseconds since 1970 that the service of 2018 sent (`contract 2018-12
    /// §11.4`).
    private static func instant(_ text: String) -> Instant? {
        // Without `Z` it would be anybody's time.
        guard isNumber(text) else { return text.hasSuffix("Z") ? Instant(iso8601: text) : nil }
        guard let milliseconds = Int64(text), milliseconds <= Instant.latest.microseconds / 1_000 else { return nil }
        return Instant(microseconds: milliseconds * 1_000)
    }

    private static func isNumber(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension LinkParts {
    /// A parameter of a query as forms are encoded, decoded; nothing for an empty one.
    fileprivate func parameter(_ name: String) -> String? {
        guard let value = value(of: Array(name.utf8)), !value.isEmpty else { return nil }
        let spaced = value.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return String(decoding: LinkPattern.decoded(spaced), as: UTF8.self)
    }
}
