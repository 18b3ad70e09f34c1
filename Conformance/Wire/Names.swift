// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Names and numbers that nobody has used: e-mail addresses, SIREN and SIRET, titles; drawn from a seed.
final class Names: Sendable {
    private struct State {
        var generator: SplitMix64
        var count = 0
    }

    private let state: Mutex<State>
    /// What distinguishes this run in e-mail addresses and titles.
    let mark: String

    init(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        mark = String(generator.next() % 36_000_000_000, radix: 36)
        state = Mutex(State(generator: generator))
    }

    /// An e-mail address: the kind of person, this run's mark and a number.
    func email(_ kind: String) -> String {
        "\(kind).\(mark).\(next())@exemple.fr"
    }

    /// A title that can be searched for.
    func title(_ words: String) -> String {
        "\(words) \(mark)\(next())"
    }

    /// A SIREN of nine digits with its check digit.
    func siren() -> String {
        let drawn = state.withLock { String($0.generator.next() % 90_000_000 + 10_000_000) }
        return drawn + Names.checkDigit(of: drawn)
    }

    /// A SIRET of that SIREN, with its check digit.
    func siret(of siren: String) -> String {
        let drawn = siren + String(state.withLock { $0.generator.next() % 9_000 + 1_000 })
        return drawn + Names.checkDigit(of: drawn)
    }

    /// A first name as it stands in an e-mail address: small letters without accents.
    static func plain(_ name: String) -> String {
        let accents: [Character: Character] = ["é": "e", "è": "e", "ë": "e", "ï": "i", "ô": "o", "ç": "c"]
        return String(name.lowercased().map { accents[$0] ?? $0 }.filter(\.isASCII))
    }

    private func next() -> Int {
        state.withLock { state in
            state.count += 1
            return state.count
        }
    }

    /// The digit that makes the sum of Luhn a multiple of ten.
    static func checkDigit(of digits: String) -> String {
        var sum = 0
        for (position, byte) in digits.utf8.reversed().enumerated() {
            let digit = Int(byte) - 0x30
            let doubled = position % 2 == 0 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return String((10 - sum % 10) % 10)
    }
}
