// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// One occurrence of an event: a performance, a visit, a day of an exhibition.
///
/// Whether there are seats for it, and at which price, is told by a ``FeedStock`` of the same identifier. A future
/// occurrence that is served one day and missing the next is hidden, and **its bookings are cancelled** (provider
/// document (22)).
public struct FeedTiming: Hashable, Sendable {
    /// The occurrence's identifier in the provider's system.
    public let uid: String
    /// When it begins.
    public let start: Instant
    /// When it ends.
    public let end: Instant

    /// Takes an occurrence.
    ///
    /// - Throws: ``FeedError`` when the identifier is unusable, a date cannot be written, or it ends before its start.
    public init(uid: String, start: Instant, end: Instant) throws(FeedError) {
        try FeedError.check(identifier: uid)
        try FeedError.check(start)
        try FeedError.check(end)
        guard start <= end else { throw .timing(uid: uid) }
        self.uid = uid
        self.start = start
        self.end = end
    }

    var json: JSONValue { ["uid": .string(uid), "start": start.feedDate, "end": end.feedDate] }
}

extension Instant {
    /// The date as the documents have it: UTC, with milliseconds and `Z`; what is less than a millisecond is dropped.
    var feedDate: JSONValue {
        let milliseconds = microseconds / 1_000 % 1_000
        let second = Instant(microseconds: microseconds - microseconds % 1_000_000)
        let fraction = String(1_000 + milliseconds).dropFirst()
        return .string("\(second.iso8601.dropLast()).\(fraction)Z")
    }
}
