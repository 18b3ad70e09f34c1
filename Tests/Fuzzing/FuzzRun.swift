// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Many inputs for one target, one after the other, until something does not hold of one.
package struct FuzzRun: Sendable {
    /// How a run ended.
    package struct Ending: Sendable {
        /// How many inputs were taken.
        package let count: Int
        /// How many different things became of them.
        package let fates: Int
        /// The input of which something does not hold, and what.
        package let failure: (input: [UInt8], broken: Broken)?
    }

    private let target: FuzzTarget
    private let seed: UInt64
    private let count: Int

    /// Plans so many inputs from a seed on.
    package init(_ target: FuzzTarget, seed: UInt64, count: Int) {
        self.target = target
        self.seed = seed
        self.count = count
    }

    /// Takes the corpus as it is, then inputs made of it.
    ///
    /// - Parameter announce: told each input before it is taken, for whoever wants to know which one ended the program.
    package func run(announce: ([UInt8]) -> Void = { _ in }) -> Ending {
        var mutator = Mutator(target, seed: seed)
        var fates: Set<String> = []
        for index in 0..<count {
            let input = index < target.corpus.count ? target.corpus[index] : mutator.next()
            announce(input)
            do throws(Broken) {
                if fates.insert(try target.take(input)).inserted { mutator.keep(input) }
            } catch {
                return Ending(count: index + 1, fates: fates.count, failure: (shortened(input, announce), error))
            }
        }
        return Ending(count: count, fates: fates.count, failure: nil)
    }

    /// The input without what is not needed to break the same.
    private func shortened(_ input: [UInt8], _ announce: ([UInt8]) -> Void) -> [UInt8] {
        var input = input
        var step = input.count / 2
        while step > 0 {
            var start = 0
            while start < input.count {
                var shorter = input
                shorter.removeSubrange(start..<min(input.count, start + step))
                announce(shorter)
                if (try? target.take(shorter)) == nil { input = shorter } else { start += step }
            }
            step /= 2
        }
        return input
    }
}
