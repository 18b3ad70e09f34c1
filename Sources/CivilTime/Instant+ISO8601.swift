// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Instant {
    /// The form in which the contract writes a date: `2018-12-03T06:15:13Z`, with six digits of fraction only when they
    /// are not all zero (`contract 2018-12 §1.2`).
    public var iso8601: String {
        let civil = CivilDateTime(self, in: .utc)
        var text = civil.date.iso8601 + "T" + civil.clockText
        if civil.microsecond != 0 {
            text += "." + padded(civil.microsecond, to: 6)
        }
        return text + "Z"
    }

    /// Reads a date written as the contract accepts it: `2018-12-03T06:15:13Z`, the same without `Z`, or with one to six digits of
    /// fraction and `Z`; anything else, offsets and bare dates included, is refused (`contract 2018-12 §1.2`).
    public init?(iso8601 text: some StringProtocol) {
        var scanner = DigitScanner(text.utf8)
        guard let year = scanner.number(digits: 4), scanner.skip("-"),
            let month = scanner.number(digits: 2), scanner.skip("-"),
            let day = scanner.number(digits: 2), scanner.skip("T"),
            let hour = scanner.number(digits: 2), scanner.skip(":"),
            let minute = scanner.number(digits: 2), scanner.skip(":"),
            let second = scanner.number(digits: 2)
        else { return nil }
        var microsecond = 0
        if scanner.skip(".") {
            guard let fraction = scanner.fraction(), scanner.skip("Z") else { return nil }
            microsecond = fraction
        } else {
            _ = scanner.skip("Z")
        }
        guard scanner.isAtEnd, let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60,
            second < 60
        else { return nil }
        let civil = CivilDateTime(date: date, hour: hour, minute: minute, second: second, microsecond: microsecond)
        self = civil.instant(in: .utc)
    }
}

/// Reads fixed-width numbers from ASCII text.
private struct DigitScanner {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) {
        rest = Array(bytes)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(digits: Int) -> Int? {
        guard rest.count >= digits else { return nil }
        var value = 0
        for byte in rest.prefix(digits) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest.removeFirst(digits)
        return value
    }

    /// One to six digits, as microseconds.
    mutating func fraction() -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        guard (1...6).contains(digits), var value = number(digits: digits) else { return nil }
        for _ in digits..<6 { value *= 10 }
        return value
    }
}

/// The number in decimal, with zeros before it up to so many digits.
func padded(_ number: Int, to digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
