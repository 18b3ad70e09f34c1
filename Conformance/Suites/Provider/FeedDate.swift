// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime
import JSON

/// Dates as providers write them.
enum FeedDate {
    /// A date that a text stands for; nil for another form.
    ///
    /// The documents write milliseconds (`2012-04-23T18:25:43.511Z`); what the service of 2018 read of `validUntil` has none
    /// (contract 2018-12 §11.4). Both are UTC and say so.
    static func instant(_ value: JSONValue?) -> Instant? {
        guard let text = value?.stringValue, text.hasSuffix("Z") else { return nil }
        let fraction = text.split(separator: ".").dropFirst().first
        guard fraction == nil || fraction?.count == 4 else { return nil }
        return Instant(iso8601: text)
    }

    /// Whether a value is such a date.
    static func isDate(_ value: JSONValue?) -> Bool { instant(value) != nil }

    /// An instant in the form of the documents.
    static func text(_ instant: Instant) -> String {
        let text = instant.iso8601.prefix { $0 != "." && $0 != "Z" }
        let milliseconds = String((instant.microseconds / 1_000 % 1_000 + 1_000) % 1_000 + 1_000).dropFirst()
        return "\(text).\(milliseconds)Z"
    }
}
