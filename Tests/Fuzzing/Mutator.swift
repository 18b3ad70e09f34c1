// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// Changes inputs at random: the same changes for the same seed, everywhere.
package struct Mutator {
    /// How many inputs are kept at most beside the corpus.
    private static let kept = 2_000
    /// How long an input gets at most beyond the longest of the corpus.
    private static let growth = 2_048

    private let corpusCount: Int
    private let most: Int
    private var pool: [[UInt8]]
    private let words: [[UInt8]]
    private var random: SeededRandom

    /// Begins with the corpus of a target.
    package init(_ target: FuzzTarget, seed: UInt64) {
        pool = target.corpus + [[]]
        corpusCount = pool.count
        most = (target.corpus.map(\.count).max() ?? 0) + Self.growth
        words = target.words
        random = SeededRandom(seed: seed)
    }

    /// Keeps an input that did something new, to be changed further.
    package mutating func keep(_ input: [UInt8]) {
        if pool.count < corpusCount + Self.kept {
            pool.append(input)
        } else {
            pool[corpusCount + below(Self.kept)] = input
        }
    }

    /// The next input.
    package mutating func next() -> [UInt8] {
        var input = pool[below(pool.count)]
        let changes = 1 << below(4)
        for _ in 0..<changes { change(&input) }
        return input.count > most ? Array(input.prefix(most)) : input
    }

    private mutating func change(_ input: inout [UInt8]) {
        guard !input.isEmpty else {
            input = words.isEmpty ? [byte()] : words[below(words.count)]
            return
        }
        let index = below(input.count)
        let end = min(input.count, index + 1 + below(1 << below(9)))
        switch below(12) {
        case 0: input[index] = byte()
        case 1: input[index] ^= 1 << below(8)
        case 2: input.insert(byte(), at: index)
        case 3: input.removeSubrange(index..<end)
        case 4: input.insert(contentsOf: input[index..<end], at: below(input.count))
        case 5: for place in index..<end { input[place] = input[below(input.count)] }
        case 6: input.removeSubrange(index...)
        case 7: input[index] = [0, 1, 0x7F, 0x80, 0xFF][below(5)]
        case 8:
            let other = pool[below(pool.count)]
            input = Array(input[..<index]) + other.suffix(below(other.count + 1))
        case 9:
            let filler = byte()
            for place in index..<end { input[place] = filler }
        default:
            guard !words.isEmpty else { return input[index] &+= UInt8(below(35)) &- 17 }
            let word = words[below(words.count)]
            if below(2) == 0 {
                input.insert(contentsOf: word, at: index)
            } else {
                input.replaceSubrange(index..<min(input.count, index + word.count), with: word)
            }
        }
    }

    private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: random.next()) }

    /// A number below a limit; slightly uneven, and quick.
    private mutating func below(_ limit: Int) -> Int { Int(random.next() >> 1) % limit }
}
