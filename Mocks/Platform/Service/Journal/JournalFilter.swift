// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime

/// Which exchanges somebody wants to see; all unless told.
package struct JournalFilter: Sendable {
    /// Which statuses.
    package enum Status: Sendable, Hashable {
        /// That one; 0 for no answer.
        case exactly(Int)
        /// Those of a hundred: 4 for 400 to 499.
        case hundred(Int)
    }

    /// Only what came after that number.
    package var after: UInt64?
    /// Only so many, the newest.
    package var newest: Int?
    /// Only so many, the oldest: for reading on from a number, page by page.
    package var oldest: Int?
    /// Only what the platform asked of partners, or only what it was asked.
    package var isOutgoing: Bool?
    /// Only calls to partners of that kind.
    package var kind: PartnerCall.Kind?
    /// Only that method.
    package var method: String?
    /// Only those paths.
    package var path: PathPattern?
    /// Only those statuses, as the client got them.
    package var status: Status?
    /// Only what was answered from then on, in the platform's time.
    package var since: Instant?
    /// Only what was answered before then.
    package var until: Instant?
    /// Only what was asked about that countermark.
    package var countermark: String?

    /// Creates a filter that lets everything through.
    package init() {}

    /// Whether an exchange is one of them; how many are wanted is not looked at.
    func lets(_ entry: JournalEntry) -> Bool {
        if let after, entry.number <= after { return false }
        if let isOutgoing, isOutgoing != (entry.call != nil) { return false }
        if let kind, entry.call?.kind != kind { return false }
        if let method, entry.method != method { return false }
        if let since, entry.at < since { return false }
        if let until, entry.at >= until { return false }
        switch status {
        case nil: break
        case .exactly(let status): if entry.statusSent != status { return false }
        case .hundred(let hundred): if entry.statusSent / 100 != hundred { return false }
        }
        if let path, !path.matches(entry.path) { return false }
        // The platform takes it in small letters too, in today's edition.
        if let countermark, entry.countermark?.uppercased() != countermark.uppercased() { return false }
        return true
    }
}

extension JournalEntry {
    /// The countermark that the request was about, as written in its path; nothing if it was about none.
    package var countermark: String? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let place = Self.countermarkPlace(in: segments), place == segments.count - 1, !segments[place].isEmpty
        else { return nil }
        return QueryString.segment(segments[place])
    }

    /// Where among the segments of a path, of which the first is empty, a countermark stands: after `token`, in both editions.
    static func countermarkPlace(in segments: [String]) -> Int? {
        guard segments.count > 3, let word = segments.firstIndex(of: "token"), word + 1 < segments.count else {
            return nil
        }
        let isPublicV1 = segments[1] == "public" && segments[2] == "bookings" && word >= 4
        return isPublicV1 || segments[1] == "bookings" && word == 2 ? word + 1 : nil
    }
}
