// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

package import CivilTime
package import PlatformDomain

/// Amounts and dates as French tables write them.
package enum FrenchText {
    /// An amount: `1250,00 €`, its thousands together, so that a spreadsheet can read it.
    package static func euros(_ amount: Euros) -> String {
        let cents = amount.cents.magnitude
        let rest = cents % 100
        return "\(amount.cents < 0 ? "-" : "")\(cents / 100),\(rest < 10 ? "0" : "")\(rest) €"
    }

    /// A day and a time: `24/04/2018 20:30`.
    package static func moment(_ instant: Instant, in zone: Zone) -> String {
        let civil = CivilDateTime(instant, in: zone)
        return "\(day(instant, in: zone)) \(padded(civil.hour)):\(padded(civil.minute))"
    }

    /// A day: `24/04/2018`.
    package static func day(_ instant: Instant, in zone: Zone) -> String {
        let date = CivilDateTime(instant, in: zone).date
        return "\(padded(date.day))/\(padded(date.month))/\(date.year)"
    }

    /// A text in small letters and without accents: by it words are found and names listed.
    package static func plain(_ text: String) -> String { text.lowercased().map(plain).joined() }

    private static func plain(_ letter: Character) -> String {
        switch letter {
        case "à", "á", "â", "ä", "ã", "å": "a"
        case "ç": "c"
        case "è", "é", "ê", "ë": "e"
        case "ì", "í", "î", "ï": "i"
        case "ñ": "n"
        case "ò", "ó", "ô", "ö", "õ", "ø": "o"
        case "ù", "ú", "û", "ü": "u"
        case "ý", "ÿ": "y"
        case "œ": "oe"
        case "æ": "ae"
        case "ß": "ss"
        default: String(letter)
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
