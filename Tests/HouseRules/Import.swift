// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// An import declaration of a Swift file.
package struct Import: Hashable, Sendable {
    /// The module: `X` of `public import X`, of `@testable import X` and of `import struct X.Y`.
    package let module: String
    /// The line, from 1.
    package let line: Int

    /// The kinds of declaration that can stand between `import` and the module.
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]

    /// The imports of `file`, in the order of the lines; those in comments and strings are none.
    package static func all(in file: SourceFile) -> [Import] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import" else { return nil }
            // `import` can also be an argument label, a member or a name between backticks.
            if index > 0, ["(", ",", ".", "`"].contains(tokens[index - 1].text) { return nil }
            var next = index + 1
            if next < tokens.count, kinds.contains(tokens[next].text) { next += 1 }
            guard next < tokens.count, tokens[next].isWord else { return nil }
            return Import(module: tokens[next].text, line: tokens[index].line)
        }
    }
}
