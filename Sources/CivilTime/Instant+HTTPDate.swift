// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Instant {
    private static let httpWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let httpMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The instant as HTTP writes it (RFC 9110, section 5.6.7), to the second: `Sun, 06 Nov 1994 08:49:37 GMT`.
    public var httpDate: String {
        let time = CivilDateTime(self, in: .utc)
        let date = time.date
        let day = "\(padded(date.day, to: 2)) \(Self.httpMonths[date.month - 1]) \(padded(date.year, to: 4))"
        let clock = [time.hour, time.minute, time.second].map { padded($0, to: 2) }.joined(separator: ":")
        return "\(Self.httpWeekdays[date.weekday - 1]), \(day) \(clock) GMT"
    }

    /// Reads a date as HTTP writes it, in any of the three forms of RFC 9110, section 5.6.7:
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
    ///
    /// The day of the week is not compared with the date. A year of two digits is read as one of 1970 to 2069.
    public init?(httpDate text: some StringProtocol) {
        let words = Substring(text).split { ", -".contains($0) }
        let order: (day: Int, month: Int, year: Int, clock: Int)
        switch words.count {
        case 6 where words[5] == "GMT": order = (1, 2, 3, 4)
        case 5: order = (2, 1, 4, 3)
        default: return nil
        }
        let clock = words[order.clock].split(separator: ":", omittingEmptySubsequences: false).map(Self.number)
        guard let day = Self.number(words[order.day]), let year = Self.year(words[order.year]),
            let month = Self.httpMonths.firstIndex(of: String(words[order.month])),
            let date = CivilDate(year: year, month: month + 1, day: day),
            clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            hour < 24, minute < 60, second <= 60
        else { return nil }
        // A leap second is read as the first of the next minute.
        self = CivilDateTime(date: date, hour: hour, minute: minute, second: second).instant(in: .utc)
    }

    private static func year(_ text: Substring) -> Int? {
        guard let number = number(text) else { return nil }
        return text.utf8.count == 2 ? number + (number < 70 ? 2000 : 1900) : number
    }

    /// A number of one to four digits.
    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
