// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// A length of time as ISO 8601 writes it, from weeks down to seconds: `P3D`, `PT2H30M`, `P1W`.
enum SeedSpan {
    /// More than this, and it is no length of time that a platform lives: ten thousand years.
    private static let most: Int64 = 10_000 * 366 * 86_400

    /// Reads a length of time; nothing if it is none.
    static func parse(_ text: some StringProtocol) -> Span? {
        guard text.hasPrefix("P"), text.utf8.count > 2 else { return nil }
        var total: Int64 = 0
        var digits = ""
        var isTime = false
        var units = 0
        for character in text.dropFirst() {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if character == "T", !isTime, digits.isEmpty {
                isTime = true
                units = 0
                continue
            }
            guard let count = Int64(digits), count <= most, let seconds = seconds(of: character, isTime) else {
                return nil
            }
            let (product, overflow) = count.multipliedReportingOverflow(by: seconds)
            guard !overflow, product <= most else { return nil }
            total += product
            digits = ""
            units += 1
        }
        guard units > 0, digits.isEmpty, total <= most else { return nil }
        return .seconds(total)
    }

    private static func seconds(of unit: Character, _ isTime: Bool) -> Int64? {
        switch (unit, isTime) {
        case ("W", false): 7 * 86_400
        case ("D", false): 86_400
        case ("H", true): 3_600
        case ("M", true): 60
        case ("S", true): 1
        default: nil
        }
    }
}
