// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Dates as French people read them.
public enum FrenchDate {
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// The day and time in the form of the service's mails: `3 décembre 2026 à 07:15` (`contract 2018-12 §10`).
    public static func long(_ instant: Instant, in zone: Zone) -> String {
        let civil = CivilDateTime(instant, in: zone)
        return "\(civil.date.day) \(month(civil.date)) à \(hour(civil))"
    }

    /// The day and time as a person at a desk reads them, `1er décembre 2026 à 07:15`: the mails of the service have no `er`.
    public static func moment(_ instant: Instant, in zone: Zone) -> String {
        let civil = CivilDateTime(instant, in: zone)
        return "\(day(civil.date)) à \(hour(civil))"
    }

    /// The day alone: `3 décembre 2026`, `1er décembre 2026`.
    public static func day(_ date: CivilDate) -> String {
        "\(date.day)\(date.day == 1 ? "er" : "") \(month(date))"
    }

    private static func month(_ date: CivilDate) -> String { "\(months[date.month - 1]) \(date.year)" }

    private static func hour(_ civil: CivilDateTime) -> String {
        "\(padded(civil.hour, to: 2)):\(padded(civil.minute, to: 2))"
    }
}
