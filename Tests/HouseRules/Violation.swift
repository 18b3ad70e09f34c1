// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// One place where the house's rules are broken, printed the way editors and CI recognise.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The file, relative to the root of the package.
    package var path: String
    /// The line, from 1.
    package var line: Int
    /// What is wrong there and what to do instead.
    package var message: String

    /// A violation at `line` of `path`.
    package init(path: String, line: Int, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    /// `path:line: message`.
    package var description: String { "\(path):\(line): \(message)" }
}
