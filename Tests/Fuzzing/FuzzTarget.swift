// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// Something that takes bytes from outside, and what must hold of it whatever the bytes are.
package struct FuzzTarget: Sendable {
    /// Its name on the command line.
    package let name: String
    /// What is changed at random: inputs as they should be, and those that once broke something.
    package let corpus: [[UInt8]]
    /// Words that are put in here and there.
    package let words: [[UInt8]]
    /// Takes an input; gives in a word or two what became of it. An input with a new one is worth changing further.
    package let take: @Sendable (_ input: [UInt8]) throws(Broken) -> String

    /// Creates a target.
    package init(
        _ name: String, corpus: [[UInt8]], words: [[UInt8]] = [],
        take: @escaping @Sendable (_ input: [UInt8]) throws(Broken) -> String
    ) {
        self.name = name
        self.corpus = corpus
        self.words = words
        self.take = take
    }
}

/// Something that does not hold of a target.
package struct Broken: Error, Hashable, Sendable, CustomStringConvertible {
    /// What does not.
    package let description: String

    /// Says what does not hold.
    package init(_ description: String) { self.description = description }

    /// Throws unless something holds.
    package static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws(Broken) {
        if !holds { throw Broken(description()) }
    }
}
