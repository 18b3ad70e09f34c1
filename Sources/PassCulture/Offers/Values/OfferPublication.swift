// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime
import JSON

/// When an offer is published; the platform looks every 15 minutes (`today §3.3`).
public enum OfferPublication: Hashable, Sendable {
    /// At once.
    case atOnce

    /// Then, which must be in the future.
    case at(Instant)

    /// Not, until it is changed.
    case never

    var json: JSONValue {
        switch self {
        case .atOnce: "now"
        case .at(let instant): .string(instant.iso8601)
        case .never: .null
        }
    }

    /// The moment, when one is set.
    var instant: Instant? {
        if case .at(let instant) = self { instant } else { nil }
    }
}

extension Instant {
    /// A moment as the platform takes it: in UTC, and saying so, never without a zone.
    var json: JSONValue { .string(iso8601) }

    /// Reads a moment; nil for nothing or a null.
    static func read(_ reader: JSONReader) throws(JSONReadingError) -> Instant? {
        guard let text = try reader.stringIfPresent() else { return nil }
        guard let instant = Instant(iso8601: text) else { throw reader.error(expected: "a date and time") }
        return instant
    }
}
