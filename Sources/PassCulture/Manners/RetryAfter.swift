// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import CivilTime

/// How long the platform wants to be left alone: the header `Retry-After` of a 429 or a 503 (RFC 9110, section 10.2.3).
public enum RetryAfter: Hashable, Sendable {
    /// For so long.
    case delay(Duration)

    /// Until then.
    case date(Instant)

    /// Reads the header's value: a number of seconds, or a date of HTTP; `nil` for anything else.
    public init?(_ header: String) {
        let text = header.drop { $0 == " " }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // What no till would wait for is all one.
            self = .delay(.seconds(min(Int64(text) ?? .max, 1_000_000_000)))
        } else if let date = Instant(httpDate: text) {
            self = .date(date)
        } else {
            return nil
        }
    }

    /// How long that is, counted from an instant; nothing for a date that has passed.
    func delay(from now: Instant) -> Duration {
        switch self {
        case .delay(let duration): duration
        case .date(let date): max(.zero, .microseconds((date - now).microseconds))
        }
    }
}
