// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Dates as English-speaking people read them.
public enum EnglishDate {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The day and time: `3 December 2026 at 07:15`.
    public static func long(_ instant: Instant, in zone: Zone) -> String {
        let civil = CivilDateTime(instant, in: zone)
        let day = "\(civil.date.day) \(months[civil.date.month - 1]) \(civil.date.year)"
        return "\(day) at \(padded(civil.hour, to: 2)):\(padded(civil.minute, to: 2))"
    }
}
