// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// What to do, in one sentence, where the contract's own answer would leave a developer puzzled: sent as the header `Hint`.
///
/// The body stays the contract's to the letter. Hints are chosen once something was refused, so that what goes well pays nothing for
/// them. They are ASCII, as headers are, and English, as they are for whoever writes the program and not for who uses it.
package struct Hint: Sendable, Hashable {
    /// The name of the header.
    package static let header = "Hint"

    /// The sentence.
    package let text: String

    /// Creates a hint.
    init(_ text: String) {
        self.text = text
    }

    /// Every hint that the platform can give, area by area.
    package static let all: [Hint] = wire + accounts + structures + offers + bookings + countermarks
}

extension Answer {
    /// The same answer with a hint, which takes the place of an earlier and more general one; without one, the same.
    func hinting(_ hint: Hint?) -> Answer {
        guard let hint else { return self }
        var answer = self
        answer.headers.removeAll { $0.name == Hint.header }
        answer.headers.append((Hint.header, hint.text))
        return answer
    }
}

extension WireError {
    /// The same error with a hint.
    func hinting(_ hint: Hint?) -> WireError {
        WireError(answer.hinting(hint))
    }
}
